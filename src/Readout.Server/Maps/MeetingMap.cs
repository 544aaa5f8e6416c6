using Readout.Server.Assets;
using Readout.Store.Queries;

namespace Readout.Server.Maps;

/// <summary>The places of an actor's meetings as marks on the part of the world that holds them all. Units are degrees, see <see cref="WorldMap"/>.</summary>
public sealed record MeetingMap
{
    private const double Narrowest = 100;
    private const double Margin = 14;
    private const double Ratio = 2;
    private const int MostLabels = 14;

    /// <summary>Left edge of the part shown.</summary>
    public required double X { get; init; }

    /// <summary>Upper edge of the part shown.</summary>
    public required double Y { get; init; }

    /// <summary>Units across.</summary>
    public required double Width { get; init; }

    /// <summary>Units down.</summary>
    public double Height => Math.Min(Width / Ratio, WorldMap.Height);

    /// <summary>Marks, the one with most meetings first.</summary>
    public required IReadOnlyList<MeetingMark> Marks { get; init; }

    /// <summary>All places, most meetings first; those without coordinates have no mark.</summary>
    public required IReadOnlyList<MeetingPlace> Places { get; init; }

    /// <summary>The map of these places; null where there are none.</summary>
    /// <param name="places">Most meetings first.</param>
    public static MeetingMap? Of(IReadOnlyList<MeetingPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0)
        {
            return null;
        }

        var located = new List<(MeetingPlace Place, double X, double Y)>();
        foreach (MeetingPlace place in places)
        {
            if (place is { Latitude: { } latitude, Longitude: { } longitude } && WorldMap.Project(latitude, longitude) is { Y: <= WorldMap.Height } at)
            {
                located.Add((place, at.X, at.Y));
            }
        }

        if (located.Count == 0)
        {
            return new MeetingMap { X = 0, Y = 0, Width = WorldMap.Width, Marks = [], Places = places };
        }

        (double left, double right) = (located.Min(p => p.X), located.Max(p => p.X));
        (double top, double bottom) = (located.Min(p => p.Y), located.Max(p => p.Y));
        double width = Math.Min(WorldMap.Width, Math.Max(Narrowest, Math.Max(right - left + (2 * Margin), (bottom - top + (2 * Margin)) * Ratio)));
        double height = Math.Min(width / Ratio, WorldMap.Height);
        double x = Math.Clamp(((left + right) / 2) - (width / 2), 0, WorldMap.Width - width);
        double y = Math.Clamp(((top + bottom) / 2) - (height / 2), 0, WorldMap.Height - height);
        return new MeetingMap { X = x, Y = y, Width = width, Marks = Mark(located, width, x + width), Places = places };
    }

    // Area follows the number of meetings. A name is written only where it meets no name or mark written before it.
    private static List<MeetingMark> Mark(List<(MeetingPlace Place, double X, double Y)> located, double width, double right)
    {
        var marks = new List<MeetingMark>(located.Count);
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        double size = width * 0.044;
        double most = located[0].Place.Meetings;
        int labels = 0;
        foreach ((MeetingPlace place, double x, double y) in located)
        {
            double radius = width * (0.006 + (0.012 * Math.Sqrt(place.Meetings / most)));
            double length = place.Name.Length * size * 0.56;
            bool isLeft = x + radius + length > right;
            bool isFree = labels < MostLabels && (IsFree(isLeft) || IsFree(isLeft = !isLeft));
            if (isFree)
            {
                taken.Add(Box(isLeft));
                labels++;
            }

            marks.Add(new MeetingMark(place, x, y, radius) { IsNamed = isFree, IsNameLeft = isLeft, NameSize = size });

            (double Left, double Top, double Right, double Bottom) Box(bool toTheLeft) =>
                (x - radius - (toTheLeft ? length : 0), y - (size / 2), x + radius + (toTheLeft ? 0 : length), y + (size / 2));

            bool IsFree(bool toTheLeft)
            {
                (double Left, double Top, double Right, double Bottom) box = Box(toTheLeft);
                return box.Left >= right - width && box.Right <= right
                    && !taken.Exists(t => t.Left < box.Right && box.Left < t.Right && t.Top < box.Bottom && box.Top < t.Bottom);
            }
        }

        return marks;
    }
}
