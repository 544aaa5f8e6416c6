namespace Readout.Entities;

/// <summary>A phrase that refers to an actor or a place, as rows of the token table. Mentions are ordered by first row, then the longer first.</summary>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last.</param>
/// <param name="Head">Syntactic head row, within the range.</param>
/// <param name="Kind">Name, nominal or pronoun.</param>
/// <param name="Type">Entity type as far as name, noun or pronoun tell.</param>
public readonly record struct Mention(int First, int End, int Head, MentionKind Kind, EntityType Type);
