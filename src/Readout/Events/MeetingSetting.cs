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

    /// <summary>The places among which that of the meeting is: those of its sentence and the one before, that of the dateline where the text says "here", and that of the whole report.</summary>
    public static List<(PlaceMention Place, int Row)> PlacesNear(SceneIndex index, MeetingCandidate candidate, (PlaceMention Place, int Row)? dateline)
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
            else if (place < 0 && index.Tokens.Form(row) is "here" && MeetingCandidates.Dateline(index, row) is { } own)
            {
                places.Add((own, row));
            }

            last = place;
        }

        if (dateline is { } origin && !places.Exists(one => one.Item1.Name == origin.Place.Name))
        {
            places.Add(origin);
        }

        return places;
    }

    /// <summary>The place that the report comes from, by words of the text that name it or by "here"; null where none do.</summary>
    public static (PlaceMention Place, int Row)? Dateline(SceneIndex index)
    {
        (PlaceMention Place, int Row)? here = null;
        string? city = index.Scene.Report.Dateline?.Split(',')[0].Trim();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            int place = index.PlaceAt(row);
            if (place >= 0 && city is not null && index.Scene.Places[place].Name.Equals(city, StringComparison.OrdinalIgnoreCase))
            {
                return (index.Scene.Places[place], row);
            }

            if (here is null && index.Tokens.Form(row) is "here" && MeetingCandidates.Dateline(index, row) is { } named)
            {
                here = (named, row);
            }
        }

        return here;
    }

    /// <summary>Day of a time among <see cref="TimesNear"/>.</summary>
    public static string DayOf(SceneIndex index, int time) => time < 0 ? index.Scene.Report.Published![..10] : MeetingCandidates.DayOf(index.Scene.Times[time].Value)!;
}
