namespace Readout.Events;

/// <summary>What the features of words are made from. Immutable, thread-safe.</summary>
/// <param name="Patterns">Patterns of events.</param>
/// <param name="Operators">Words that change what an event is.</param>
/// <param name="Reality">Reality of clauses.</param>
/// <param name="Words">What is known of lemmas.</param>
/// <param name="Sides">Sides by the tree.</param>
internal sealed record TriggerTables(PatternTable Patterns, OperatorTable Operators, Reality Reality, EventWords Words, EventSides Sides);
