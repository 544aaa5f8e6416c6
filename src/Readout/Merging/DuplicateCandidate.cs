namespace Readout.Merging;

/// <summary>A report that shares minima with the one looked up.</summary>
/// <param name="Report">Number that <see cref="DuplicateIndex.Add"/> gave it.</param>
/// <param name="Shared">Minima in common, at least 1.</param>
public readonly record struct DuplicateCandidate(int Report, int Shared);
