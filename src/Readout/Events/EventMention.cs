using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>What actors did to one another, coded in the PLOVER ontology (codebook v2.0).</summary>
public sealed record EventMention
{
    /// <summary>PLOVER event type, such as <c>CONSULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode of the type, such as <c>visit</c>; null where none applies.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, such as <c>military</c>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>Acting actors.</summary>
    public required IReadOnlyList<int> Actors { get; init; }

    /// <summary>Actors acted upon.</summary>
    public IReadOnlyList<int> Recipients { get; init; } = [];

    /// <summary>The words that name the happening.</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>TIMEX3 value; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>Where; null where unknown.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>Reality of the event.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Probability that it is right, in [0, 1].</summary>
    public double Confidence { get; init; }
}
