using System.Globalization;
using Readout.Events;
using Readout.Store.Facts;

namespace Readout.Server.Pairs;

/// <summary>
/// Cooperation and conflict between two over time: a point for each day with events that happened or go on, at the mean of their PLOVER scores
/// (codebook v2.0, table "PLOVER conflict-cooperation scores"). Announced, possible and denied events are left out.
/// </summary>
public sealed class RelationCurve
{
    /// <summary>Width of the drawing in its own units.</summary>
    public const double Width = 600;

    /// <summary>Height of the drawing in its own units; a score of 0 lies in the middle.</summary>
    public const double Height = 160;

    // Points at the very edge would be cut.
    private const double Margin = 12;
    private const double Highest = 10;

    /// <summary>Makes the points of the events between two.</summary>
    public RelationCurve(IEnumerable<EventFact> events, PloverOntology ontology)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(ontology);
        var days = events.Where(one => one.Status is EventStatus.Past or EventStatus.Ongoing && one.Day.Length >= 4 && char.IsAsciiDigit(one.Day[0]))
            .GroupBy(one => one.Day, StringComparer.Ordinal)
            .Select(day => (Day: day.Key, Number: NumberOf(day.Key), Events: day.ToList()))
            .OrderBy(day => day.Number).ThenBy(day => day.Day, StringComparer.Ordinal)
            .ToList();
        int first = days.Count == 0 ? 0 : days[0].Number;
        int span = days.Count == 0 ? 1 : Math.Max(1, days[^1].Number - first);
        Points =
        [
            .. days.Select(day =>
            {
                double score = day.Events.Average(one => ontology.Find(one.Plover, one.Mode).Score);
                double x = days.Count == 1 ? Width / 2 : Margin + ((Width - (2 * Margin)) * (day.Number - first) / span);
                return new RelationPoint(day.Day, score, day.Events, x, YOf(score));
            }),
        ];
    }

    /// <summary>Points from the earliest to the latest.</summary>
    public IReadOnlyList<RelationPoint> Points { get; }

    /// <summary>The curve as an SVG path.</summary>
    public string Path => string.Concat(Points.Select((point, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{point.X:0.#} {point.Y:0.#}")));

    /// <summary>Where a score lies, from the top.</summary>
    public static double YOf(double score) => (Height / 2) - (score / Highest * ((Height / 2) - Margin));

    // Days since the year 1; the middle of a month or year that is not told more exactly.
    private static int NumberOf(string day)
    {
        string full = day.Length >= 10 ? day[..10] : day.Length >= 7 ? day[..7] + "-15" : day[..4] + "-07-01";
        return DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date.DayNumber : 0;
    }
}
