namespace Readout.Server.Chronology;

/// <summary>A decade, year, month or day of a chronology.</summary>
/// <param name="Since">First year, month or day.</param>
/// <param name="Until">Last one; the same but for decades.</param>
/// <param name="Counts">Facts known to lie in it, by <see cref="Store.Facts.FactType"/>.</param>
public sealed record ChronologyStep(string Since, string Until, IReadOnlyList<int> Counts);
