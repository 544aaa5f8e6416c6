using Readout.Places;

namespace Readout.Events;

/// <summary>A word that may tell of a meeting, with what the tree says of it and, later, what the model decides.</summary>
internal sealed class MeetingCandidate
{
    /// <summary>Row of the word.</summary>
    public required int Row { get; init; }

    /// <summary>Row of the verb that governs or carries it; the word's own where it is a verb; -1 where there is none.</summary>
    public required int Verb { get; init; }

    /// <summary>Class of <c>meeting-words.tsv</c>, or <c>pattern</c> where only a pattern found it.</summary>
    public required string Class { get; init; }

    /// <summary>Pattern that holds; null where none does.</summary>
    public PatternMatch? Match { get; init; }

    /// <summary>What the pattern makes of its arguments: -, host, visit, attend.</summary>
    public string Role => Match?.Pattern.Mode ?? "-";

    /// <summary>Those who act by the patterns.</summary>
    public List<int> Acting { get; } = [];

    /// <summary>The others by the patterns.</summary>
    public List<int> Others { get; } = [];

    /// <summary>Whether the rules alone make it a meeting: a pattern with two sides that fit its role, and not denied.</summary>
    public bool IsByRule { get; set; }

    /// <summary>State by the rules; null where the text denies it or nothing speaks.</summary>
    public MeetingStatus? RuleStatus { get; set; }

    /// <summary>Whether the text says that there was and will be none.</summary>
    public bool IsDenied => Match is not null && RuleStatus is null;

    /// <summary>Whether <see cref="RuleStatus"/> is only a guess.</summary>
    public bool IsGuessed { get; set; }

    /// <summary>Actors that may take part, with the score of each.</summary>
    public List<MeetingSide> Sides { get; } = [];

    /// <summary>Actors that take part.</summary>
    public List<int> Participants { get; } = [];

    /// <summary>Value of the time that the trees attach; null where none.</summary>
    public string? Time { get; set; }

    /// <summary>Place that the trees attach; null where none.</summary>
    public PlaceMention? Place { get; set; }

    /// <summary>How sure the model is that the word tells of a meeting, in thousandths of a logit.</summary>
    public int Score { get; set; }

    /// <summary>Scores of the states.</summary>
    public int[] Statuses { get; } = new int[6];

    /// <summary>Score of each place that may be where it is.</summary>
    public List<(PlaceMention Place, int Score)> Places { get; } = [];

    /// <summary>Score of each day by its TIMEX3 value.</summary>
    public List<(string Value, int Score)> Days { get; } = [];
}
