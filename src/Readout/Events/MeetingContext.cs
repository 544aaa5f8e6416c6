using Readout.Parsing;
using Readout.Time;

namespace Readout.Events;

/// <summary>What several features of meetings ask of the words of a report.</summary>
internal sealed class MeetingContext(SceneIndex index)
{
    private readonly string?[] _kinds = new string?[index.Scene.Actors.Actors.Count];

    /// <summary><see cref="SceneIndex.KindOf(int)"/> of an actor, made once.</summary>
    public string KindOf(int actor) => _kinds[actor] ??= index.KindOf(actor);

    /// <summary>Lemma of the preposition of a row; empty where it has none.</summary>
    public string CaseOf(int row)
    {
        int marker = index.Parse.ChildWith(row, DependencyRelation.Case);
        return marker >= 0 ? index.Parse.Lemma(marker) : "";
    }

    /// <summary>Whether a TIMEX3 value is before, on, around or after the day of the report.</summary>
    public string When(string? value) =>
        !CalendarInterval.TryParse(value, out CalendarInterval days) || !CalendarInterval.TryParse(index.Scene.Report.Published, out CalendarInterval today) ? "-"
        : days.Last < today.First ? "before" : days.First > today.Last ? "after" : days.Days > 1 ? "around" : "on";

    /// <summary>Number of verbs between two rows, as far as 60 rows.</summary>
    public int VerbsBetween(int a, int b)
    {
        int verbs = 0;
        for (int row = Math.Min(a, b) + 1; row < Math.Max(a, b) && row < Math.Min(a, b) + 60; row++)
        {
            verbs += index.Parse.Upos[row] == UposTag.Verb ? 1 : 0;
        }

        return verbs;
    }
}
