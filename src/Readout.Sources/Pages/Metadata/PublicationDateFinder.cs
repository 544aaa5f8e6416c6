using System.Globalization;
using Readout.Sources.Dates;

namespace Readout.Sources.Pages.Metadata;

/// <summary>
/// Finds when a piece was published and last changed: from its metadata, its address, then its visible dates. Immutable, thread-safe.
/// </summary>
internal sealed class PublicationDateFinder
{
    private readonly DateScanner _scanner;
    private readonly VisibleDates _visible;

    private PublicationDateFinder(DateScanner scanner, VisibleDates visible)
    {
        _scanner = scanner;
        _visible = visible;
    }

    /// <summary>Loads its tables from the data folder.</summary>
    public static PublicationDateFinder Load(string dataDirectory)
    {
        var scanner = new DateScanner(DateLexicon.Load(dataDirectory));
        return new PublicationDateFinder(scanner, VisibleDates.Load(dataDirectory, scanner));
    }

    /// <summary>Publication and change of a page; null where it does not say.</summary>
    /// <param name="page">Outline.</param>
    /// <param name="values">What its metadata says.</param>
    /// <param name="titles">Every form of its title.</param>
    /// <param name="place">Address and language, which decide how digits are read.</param>
    public (PublicationTime? Published, PublicationTime? Updated) Find(PageOutline page, MetadataValues values, IReadOnlyList<string> titles, (Uri? Address, string? Language) place)
    {
        bool monthFirst = place.Language is null || place.Language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) || place.Language is "en";
        PublicationTime? stated = FirstOf(values.Of(MetadataField.Published), monthFirst);
        PublicationTime? updated = FirstOf(values.Of(MetadataField.Updated), monthFirst);
        // Only a moment in UTC may belong to another day where the outlet is.
        if (stated is { Time: not null } local && local.Offset != TimeSpan.Zero)
        {
            return (stated, updated);
        }

        (PublicationTime? published, PublicationTime? changed) = _visible.Find(page, titles, monthFirst);
        if (stated is { Time: not null } moment)
        {
            return (published is { } shown ? InLocalTime(moment, shown) : moment, updated);
        }

        stated ??= FromAddress(place.Address) ?? published;

        // A visible time of the same day makes a bare day precise.
        stated = published is { Time: not null } finer && finer.Day == stated?.Day ? finer : stated;
        return (stated, updated ?? changed);
    }

    // A moment in UTC of which the page shows the day before or after is told in the outlet's own time: with the offset that the shown time gives, else as its day.
    private static PublicationTime InLocalTime(PublicationTime moment, PublicationTime shown)
    {
        int days = shown.Day.DayNumber - moment.Day.DayNumber;
        bool isPossible = moment.Offset == TimeSpan.Zero && moment.Time is { } time && (days == 1 ? time.Hour >= 10 : days == -1 && time.Hour < 12);
        if (!isPossible)
        {
            return moment;
        }

        TimeSpan? difference = shown.Time is { } clock ? (shown.Day.ToDateTime(clock) - moment.Day.ToDateTime(moment.Time!.Value)) : null;
        bool isZone = difference is { } offset && Math.Abs(offset.TotalHours) <= 14 && offset.Ticks % TimeSpan.FromMinutes(15).Ticks == 0;
        return isZone ? shown with { Offset = difference } : shown with { Time = null, Offset = null };
    }

    private PublicationTime? FirstOf(IEnumerable<string> values, bool monthFirst)
    {
        foreach (string value in values)
        {
            if (_scanner.First(value, monthFirst) is { } found)
            {
                return found.Value;
            }

            if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long epoch) && epoch is > 600_000_000 and < 4_000_000_000_000)
            {
                DateTimeOffset moment = epoch > 40_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(epoch) : DateTimeOffset.FromUnixTimeSeconds(epoch);
                return new PublicationTime(DateOnly.FromDateTime(moment.UtcDateTime), TimeOnly.FromDateTime(moment.UtcDateTime), TimeSpan.Zero);
            }
        }

        return null;
    }

    private PublicationTime? FromAddress(Uri? address) =>
        address is not null && _scanner.First(address.AbsolutePath) is { } found ? found.Value with { Time = null, Offset = null } : null;
}
