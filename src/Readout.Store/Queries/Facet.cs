namespace Readout.Store.Queries;

/// <summary>A value that would narrow a search, and how many facts it would leave.</summary>
/// <param name="Value">What to pass as filter.</param>
/// <param name="Label">What to show.</param>
/// <param name="Count">Facts, at least one.</param>
public sealed record Facet(string Value, string Label, int Count);
