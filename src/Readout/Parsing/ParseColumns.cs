using Readout.Models;

namespace Readout.Parsing;

/// <summary>The columns of a <see cref="ParsedText"/>, each with one row a word. Strings are shared instances of the model, never built per word where a lexicon holds them.</summary>
public sealed record ParseColumns
{
    /// <summary>Universal part of speech.</summary>
    public required UposTag[] Upos { get; init; }

    /// <summary>Penn Treebank tag.</summary>
    public required string[] Xpos { get; init; }

    /// <summary>UD features in CoNLL-U form; <c>_</c> where none.</summary>
    public required string[] Features { get; init; }

    /// <summary>Lemma.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Head row in the whole table, -1 for a root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relation to the head.</summary>
    public required DependencyRelation[] Relations { get; init; }

    /// <summary>Whether heads and relations are to be found; otherwise every word is a root.</summary>
    internal bool HasTrees { get; init; } = true;

    /// <summary>The encoder's last states, one row a word; null where they are not kept.</summary>
    internal Int8Activations? States { get; init; }
}
