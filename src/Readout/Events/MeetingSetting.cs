using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>The days and places among which those of a meeting are.</summary>
internal static class MeetingSetting
{
    /// <summary>Rows and indexes of the times among which the day of a meeting is: those of its sentence and the one before, and -1 for the day of the report.</summary>
    public static List<(int Time, int Row)> TimesNear(SceneIndex index, MeetingCandidate candidate)
    {
        var times = new List<(int, int)>();
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int last = -1;
        for (int row = index.Tokens.SentenceStarts[Math.Max(0, sentence - 1)]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            int time = index.TimeAt(row);
            if (time >= 0 && time != last && index.Scene.Times[time] is { Anchored: true, Value: { Length: >= 4 } value, Type: TimeType.Date or TimeType.Time } && char.IsAsciiDigit(value[0]))
            {
                times.Add((time, row));
            }

            last = time;
        }

        if (index.Scene.Report.Published is { Length: >= 10 } && !times.Exists(one => DayOf(index, one.Item1) == DayOf(index, -1)))
        {
            // Where the text names that day, nothing speaks for it by being left out.
            times.Add((-1, candidate.Row));
        }

        return times;
    }

    /// <summary>The places among which that of the meeting is: those of its sentence and the one before, and that of the dateline where the text says "here".</summary>
    public static List<(PlaceMention Place, int Row)> PlacesNear(SceneIndex index, MeetingCandidate candidate)
    {
        var places = new List<(PlaceMention, int)>();
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int last = -1;
        for (int row = index.Tokens.SentenceStarts[Math.Max(0, sentence - 1)]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            int place = index.PlaceAt(row);
            if (place >= 0 && place != last)
            {
                places.Add((index.Scene.Places[place], row));
            }
            else if (place < 0 && index.Tokens.Form(row) is "here" && MeetingCandidates.Dateline(index, row) is { } dateline)
            {
                places.Add((dateline, row));
            }

            last = place;
        }

        return places;
    }

    /// <summary>Day of a time among <see cref="TimesNear"/>.</summary>
    public static string DayOf(SceneIndex index, int time) => time < 0 ? index.Scene.Report.Published![..10] : MeetingCandidates.DayOf(index.Scene.Times[time].Value)!;
}
