using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Records;
using static Readout.Export.EventColumns;

namespace Readout.Export;

/// <summary>
/// The tab-separated event formats with the column names of their publishers: POLECAT (weekly files, Harvard Dataverse), ICEWS (coded
/// event data, Harvard Dataverse) and GDELT 2.0 (event export, 61 columns, no header). Intensity and Goldstein columns hold the PLOVER score.
/// </summary>
public static class EventFormats
{
    private static readonly string[] QuadNames = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

    /// <summary>POLECAT: one line an event, lists joined by semicolons.</summary>
    public static EventColumns Polecat { get; } = new(
    [
        ("Event ID", row => row.Event.Id),
        ("Event Date", row => Day(row.Event.Date, "yyyy-MM-dd")),
        ("Event Type", row => row.Event.Event.Type),
        ("Event Mode", row => row.Event.Event.Mode),
        ("Intensity", row => Number(row.Event.Code.Score)),
        ("Quad Code", row => QuadNames[row.Event.Code.Quad]),
        ("Contexts", row => string.Join(';', row.Event.Event.Context)),
        .. PolecatSide("Actor", row => row.Actors),
        .. PolecatSide("Recipient", row => row.Recipients),
        ("Placename", row => row.Event.Event.Place?.Name),
        ("City", _ => null),
        ("District", _ => null),
        ("Province", _ => null),
        ("Country", row => row.Event.Event.Place?.Country),
        ("Latitude", row => Number(row.Event.Event.Place?.Latitude)),
        ("Longitude", row => Number(row.Event.Event.Place?.Longitude)),
        ("GeoNames ID", row => Number(row.Event.Event.Place?.Geonames)),
        ("Raw Placename", row => row.Event.Event.Place?.Span.Text),
        ("Feature Type", _ => null),
        ("Source", row => row.Event.Report.Report.Outlet),
        ("Publication Date", row => row.Event.Report.Report.Published),
        ("Story People", row => Story(row, Actors.ActorType.Person)),
        ("Story Organizations", row => Story(row, Actors.ActorType.Organization)),
        ("Story Locations", row => string.Join(';', row.Event.Report.Places.Select(place => place.Name).Distinct(StringComparer.Ordinal))),
        ("Language", row => row.Event.Report.Report.Language),
        ("Version", _ => "Readout PLOVER 2.0"),
    ], hasHeader: true, splitsPairs: false);

    /// <summary>ICEWS: one line for each pair of source and target.</summary>
    public static EventColumns Icews { get; } = new(
    [
        ("Event ID", row => row.Event.Id),
        ("Event Date", row => Day(row.Event.Date, "yyyy-MM-dd")),
        ("Source Name", row => row.Actor?.Name),
        ("Source Sectors", row => Sectors(row.Actor)),
        ("Source Country", row => row.Actor?.State),
        ("Event Text", row => row.Event.Event.Trigger.Text),
        ("CAMEO Code", row => row.Event.Code.Cameo),
        ("Intensity", row => Number(row.Event.Code.Score)),
        ("Target Name", row => row.Recipient?.Name),
        ("Target Sectors", row => Sectors(row.Recipient)),
        ("Target Country", row => row.Recipient?.State),
        ("Story ID", row => EventSet.ShortId(row.Event.Report)),
        ("Sentence Number", _ => null),
        ("Publisher", row => row.Event.Report.Report.Outlet),
        ("City", row => row.Event.Event.Place?.Name),
        ("District", _ => null),
        ("Province", _ => null),
        ("Country", row => row.Event.Event.Place?.Country),
        ("Latitude", row => Number(row.Event.Event.Place?.Latitude)),
        ("Longitude", row => Number(row.Event.Event.Place?.Longitude)),
    ], hasHeader: true, splitsPairs: true);

    /// <summary>GDELT 2.0 event export: one line for each pair of actors, 61 columns and Readout's.</summary>
    public static EventColumns Gdelt { get; } = new(
    [
        ("GlobalEventID", row => NumberOf(row.Event.Id + row.Actor?.Id + row.Recipient?.Id)),
        ("Day", row => Day(row.Event.Date, "yyyyMMdd")),
        ("MonthYear", row => Day(row.Event.Date, "yyyyMM")),
        ("Year", row => Day(row.Event.Date, "yyyy")),
        ("FractionDate", row => Fraction(row.Event.Date)),
        .. GdeltSide("Actor1", row => row.Actor),
        .. GdeltSide("Actor2", row => row.Recipient),
        ("IsRootEvent", _ => "1"),
        ("EventCode", row => row.Event.Code.Cameo),
        ("EventBaseCode", row => row.Event.Code.Cameo[..Math.Min(3, row.Event.Code.Cameo.Length)]),
        ("EventRootCode", row => row.Event.Code.Cameo[..2]),
        ("QuadClass", row => Number(row.Event.Code.Quad)),
        ("GoldsteinScale", row => Number(row.Event.Code.Score)),
        ("NumMentions", row => Number(row.Event.Articles)),
        ("NumSources", row => Number(row.Event.Outlets)),
        ("NumArticles", row => Number(row.Event.Articles)),
        ("AvgTone", _ => null),
        .. GdeltPlace("Actor1", _ => null),
        .. GdeltPlace("Actor2", _ => null),
        .. GdeltPlace("Action", row => row.Event.Event.Place),
        ("DATEADDED", row => row.Event.Report.Report.Published is { Length: >= 10 } day ? day[..10].Replace("-", "", StringComparison.Ordinal) + "000000" : null),
        ("SOURCEURL", row => row.Event.Report.Report.Url),
    ], hasHeader: false, splitsPairs: true);

    private static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    // As GDELT writes it: whole months of 30 days and the day, over 365.
    private static string Fraction(DateOnly day) => (day.Year + ((((day.Month - 1) * 30) + day.Day) / 365.0)).ToString("F4", CultureInfo.InvariantCulture);

    private static string Sectors(ActorRecord? actor) => actor is null ? "" : string.Join(';', actor.Sectors);

    private static string Story(EventRow row, Actors.ActorType type) =>
        string.Join(';', row.Event.Report.Actors.Where(actor => actor.Type == type).Select(actor => actor.Name));

    // GDELT's identifiers are whole numbers: 53 bits of a hash, so that spreadsheets keep them exact.
    private static string NumberOf(string id) =>
        (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id))) >> 11).ToString(CultureInfo.InvariantCulture);

    private static (string, Func<EventRow, string?>)[] PolecatSide(string side, Func<EventRow, IReadOnlyList<ActorRecord>> actors)
    {
        Func<EventRow, string?> Each(Func<ActorRecord, string?> value) => row => string.Join(';', actors(row).Select(actor => value(actor) ?? ""));
        return
        [
            ($"{side} Name", Each(actor => actor.Name)),
            ($"{side} Country", Each(actor => actor.State)),
            ($"{side} COW", _ => null),
            ($"Primary {side} Sector", Each(actor => actor.Sectors.Count > 0 ? actor.Sectors[0] : null)),
            ($"{side} Sectors", Each(actor => string.Join(',', actor.Sectors))),
            ($"{side} Title", Each(actor => actor.Office)),
            ($"{side} Name Raw", Each(actor => actor.Mentions[0].Text)),
            ($"Wikipedia {side} ID", Each(actor => actor.Wikidata)),
        ];
    }

    private static (string, Func<EventRow, string?>)[] GdeltSide(string side, Func<EventRow, ActorRecord?> actor) =>
    [
        ($"{side}Code", row => actor(row) is { } one ? one.State + (one.Sectors.Count > 0 ? one.Sectors[0] : "") : null),
        ($"{side}Name", row => actor(row)?.Name.ToUpperInvariant()),
        ($"{side}CountryCode", row => actor(row)?.State),
        ($"{side}KnownGroupCode", _ => null),
        ($"{side}EthnicCode", _ => null),
        ($"{side}Religion1Code", _ => null),
        ($"{side}Religion2Code", _ => null),
        ($"{side}Type1Code", row => actor(row)?.Sectors.ElementAtOrDefault(0)),
        ($"{side}Type2Code", row => actor(row)?.Sectors.ElementAtOrDefault(1)),
        ($"{side}Type3Code", row => actor(row)?.Sectors.ElementAtOrDefault(2)),
    ];

    private static (string, Func<EventRow, string?>)[] GdeltPlace(string side, Func<EventRow, PlaceRecord?> place) =>
    [
        ($"{side}Geo_Type", row => place(row) is null ? "0" : "4"),
        ($"{side}Geo_FullName", row => place(row)?.Name),
        ($"{side}Geo_CountryCode", row => place(row)?.Country),
        ($"{side}Geo_ADM1Code", _ => null),
        ($"{side}Geo_ADM2Code", _ => null),
        ($"{side}Geo_Lat", row => Number(place(row)?.Latitude)),
        ($"{side}Geo_Long", row => Number(place(row)?.Longitude)),
        ($"{side}Geo_FeatureID", row => Number(place(row)?.Geonames)),
    ];
}
