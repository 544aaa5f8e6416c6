namespace Readout.Events;

/// <summary>Rows of the sentence that tells of an event and of its two arguments, each half-open; an empty range where one is missing.</summary>
internal readonly record struct EventArguments(int First, int End, int ActorFirst, int ActorEnd, int RecipientFirst, int RecipientEnd);
