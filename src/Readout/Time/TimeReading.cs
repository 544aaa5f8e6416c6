namespace Readout.Time;

/// <summary>One way to read an atom: a symbol of the grammar (a word or a class) and the value it has as such.</summary>
/// <param name="Symbol">Number of the word or class in the <see cref="TimeVocabulary"/>.</param>
/// <param name="Value">Value of the class; 0 for a plain word.</param>
internal readonly record struct TimeReading(int Symbol, int Value);
