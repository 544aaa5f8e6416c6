using Readout.Merging;

namespace Readout.Store;

/// <summary>A report of a group of near-duplicates.</summary>
/// <param name="Report">The report.</param>
/// <param name="Relation">What it is to an earlier one of the store; none for the group's first.</param>
/// <param name="Agency">News agency that its text names; null where none.</param>
public sealed record ReportCopy(ReportSummary Report, DuplicateRelation Relation, string? Agency);
