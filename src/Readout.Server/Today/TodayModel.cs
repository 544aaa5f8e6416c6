using Readout.Server.Briefings;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Subscriptions;

namespace Readout.Server.Today;

/// <summary>What the page of a day shows.</summary>
public sealed record TodayModel
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What the store holds.</summary>
    public required StoreStatus Status { get; init; }

    /// <summary>What was found for the reader and not yet read; the latest.</summary>
    public required IReadOnlyList<Notice> Unread { get; init; }

    /// <summary>The telling facts of what was added since the day before.</summary>
    public required Briefing Added { get; init; }

    /// <summary>Reports added since the day before.</summary>
    public required IReadOnlyList<ReportSummary> Reports { get; init; }

    /// <summary>Commitments that fall due within the next weeks, earliest first.</summary>
    public required IReadOnlyList<CommitmentFact> Due { get; init; }

    /// <summary>Commitments whose date passed within the last weeks, latest first.</summary>
    public required IReadOnlyList<CommitmentFact> Passed { get; init; }

    /// <summary>Meetings planned from the day on, earliest first.</summary>
    public required IReadOnlyList<Fact> Planned { get; init; }
}
