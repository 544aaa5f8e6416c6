using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>One meeting, talk, visit, summit, call or ceremony attended together; all mentions of it are one value.</summary>
public sealed record Meeting
{
    /// <summary>Actors who took or take part, at least two, in order of first mention.</summary>
    public required IReadOnlyList<int> Participants { get; init; }

    /// <summary>Where; null where the report does not tell.</summary>
    public PlaceMention? Place { get; init; }

    /// <summary>TIMEX3 value of the day or interval; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>State.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>How they met.</summary>
    public MeetingMode Mode { get; init; }

    /// <summary>Actor who receives the others; null where unknown.</summary>
    public int? Host { get; init; }

    /// <summary>What it was held for, as in the text; null where the report does not tell.</summary>
    public string? Occasion { get; init; }

    /// <summary>The spans that tell of it, in text order; never empty.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>Probability that it is right, in [0, 1].</summary>
    public double Confidence { get; init; }

    /// <summary>Row of the word that tells of it first.</summary>
    internal int Row { get; init; }

    /// <summary>Whether it is a visit as such, not a talk held in its course.</summary>
    internal bool IsVisit { get; init; }
}
