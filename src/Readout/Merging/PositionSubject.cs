namespace Readout.Merging;

/// <summary>Statements on one subject.</summary>
/// <param name="Terms">Rare terms that at least two of them share, stems, the most frequent first, at most four.</param>
/// <param name="Statements">Positions of the statements in the list that was given, in its order.</param>
/// <param name="Contrary">Pairs of them that share their words but for a negation or an opposite, the earlier first.</param>
public sealed record PositionSubject(IReadOnlyList<string> Terms, IReadOnlyList<int> Statements, IReadOnlyList<(int Earlier, int Later)> Contrary);
