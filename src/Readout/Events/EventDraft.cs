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

    /// <summary>What it was read from.</summary>
    public required EventSource Source { get; init; }

    /// <summary>Whether a side is not named with the trigger but follows from where it stands.</summary>
    public bool IsImplied { get; set; }

    /// <summary>Probability in [0, 1] that its word tells of its type; 0 where nobody asked.</summary>
    public double TypeScore { get; set; }

    /// <summary>Whether its type is the likeliest of all that its word may tell of.</summary>
    public bool IsLikeliest { get; set; }

    /// <summary>Logarithm of the chance of the chosen actor.</summary>
    public double ActorScore { get; set; }

    /// <summary>Logarithm of the chance of the chosen recipient.</summary>
    public double RecipientScore { get; set; }

    /// <summary>How many mentions of the happening it stands for.</summary>
    public int Mentions { get; set; } = 1;

    /// <summary>Probability that it is an event of the report, in [0, 1].</summary>
    public double Confidence { get; set; }
}
