using Readout.Places;
using Readout.Text;

namespace Readout.Events;

/// <summary>A meeting while its mentions are still being put together.</summary>
internal sealed record MeetingDraft
{
    public required List<int> Participants { get; init; }

    /// <summary>Best day so far; null where none.</summary>
    public string? Time { get; set; }

    /// <summary>State by the rules of the first mention that has one; null where none has.</summary>
    public MeetingStatus? RuleStatus { get; set; }

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

    /// <summary>Whether it is a ceremony or an opening that all of them attended, by the patterns.</summary>
    public bool IsAttended { get; init; }

    /// <summary>Class of the first word that tells of it.</summary>
    public required string Class { get; init; }

    /// <summary>Row of the first word that tells of it.</summary>
    public required int Row { get; init; }

    /// <summary>Row of the last word that tells of it.</summary>
    public required int LastRow { get; set; }

    /// <summary>Best score of its mentions, in thousandths of a logit.</summary>
    public required int Score { get; set; }

    /// <summary>Summed scores of the states.</summary>
    public required int[] Statuses { get; init; }

    /// <summary>Best score of each day.</summary>
    public required List<(string Value, int Score)> Days { get; init; }

    /// <summary>Score of each place by each mention.</summary>
    public required List<(PlaceMention Place, int Score)> Places { get; init; }

    /// <summary>The likeliest place above a threshold, in thousandths of a logit, the earlier told among equals; null where there is none.</summary>
    public PlaceMention? BestPlace(int threshold)
    {
        PlaceMention? best = null;
        foreach ((PlaceMention place, int score) in Places)
        {
            (best, threshold) = score > threshold ? (place, score) : (best, threshold);
        }

        return best;
    }

    /// <summary>Takes the best day among those above a threshold, in thousandths of a logit; the earlier told among equals.</summary>
    public void ChooseDay(int threshold)
    {
        int best = threshold;
        Time = null;
        foreach ((string value, int score) in Days)
        {
            if (score > best)
            {
                (best, Time) = (score, value);
            }
        }
    }
}
