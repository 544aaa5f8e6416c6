namespace Readout.Merging;

/// <summary>A value that reports give for one thing.</summary>
/// <param name="Value">The value as the reports have it.</param>
/// <param name="Sources">Which accounts give it, ascending: positions in the list that was merged.</param>
public sealed record MergedValue(string Value, IReadOnlyList<int> Sources);
