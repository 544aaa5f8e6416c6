using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>A meeting while its mentions are still being put together.</summary>
internal sealed record MeetingDraft
{
    public required List<int> Participants { get; init; }

    public PlaceMention? Place { get; set; }

    public string? Time { get; set; }

    public required MeetingStatus Status { get; set; }

    public required MeetingMode Mode { get; set; }

    public int? Host { get; set; }

    public string? Occasion { get; set; }

    public required List<TextSpan> Evidence { get; init; }

    /// <summary>Whether the text says "again" or "next round": another meeting than the one before.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Whether it is the visit as such, which a talk held in its course tells more of.</summary>
    public bool IsVisit { get; set; }

    /// <summary>Whether it is something attended together, which is another occasion than the talks beside it.</summary>
    public bool IsCeremony { get; init; }

    /// <summary>Whether nothing in the text gives the status, so that a better known mention decides.</summary>
    public bool IsStatusGuessed { get; set; }

    /// <summary>Row of the first trigger.</summary>
    public required int Row { get; init; }
}
