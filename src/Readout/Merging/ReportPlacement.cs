namespace Readout.Merging;

/// <summary>Where a report was placed among the earlier ones.</summary>
/// <param name="Report">Its number in the index.</param>
/// <param name="Group">Number of the first report of its group; its own where it is the first.</param>
/// <param name="Relation">What it is to <paramref name="Earlier"/>.</param>
/// <param name="Earlier">The report it was found to copy or to draw on; null where there is none.</param>
public readonly record struct ReportPlacement(int Report, int Group, DuplicateRelation Relation, int? Earlier);
