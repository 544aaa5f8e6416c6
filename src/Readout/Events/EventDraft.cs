using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>An event while its mentions are still being put together.</summary>
internal sealed record EventDraft
{
    public required string Type { get; set; }

    public string? Mode { get; set; }

    public required List<int> Actors { get; init; }

    public required List<int> Recipients { get; init; }

    public required TextSpan Trigger { get; init; }

    /// <summary>Row of the trigger.</summary>
    public required int Row { get; init; }

    public string? Time { get; set; }

    public PlaceMention? Place { get; set; }

    public required EventStatus Status { get; set; }

    public double Confidence { get; set; }
}
