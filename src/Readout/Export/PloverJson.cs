using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readout.Events;
using Readout.Records;
using Readout.Time;

namespace Readout.Export;

/// <summary>
/// Events as PLOVER JSON Lines (PLOVER codebook v2.0, chapter "Data Fields"; the schema is data/events/plover.schema.json). What Readout
/// adds to the codebook's fields is <c>first_report</c> and <c>confidence</c>.
/// </summary>
public static class PloverJson
{
    // A year back is history, not news; the codebook gives no bound for its auxiliary mode "historical".
    private const int HistoricalDays = 365;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One event as a JSON object without a line end; byte-identical for equal events.</summary>
    public static string Write(ExportedEvent one)
    {
        ArgumentNullException.ThrowIfNull(one);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", one.Id);
            json.WriteString("date", Day(one.Date));
            if (one.EndDate != one.Date)
            {
                json.WriteString("enddate", Day(one.EndDate));
            }

            WriteEntities(json, "actor", one.Actors);
            WriteEntities(json, "recipient", one.Recipients);
            WriteStrings(json, "event", [one.Event.Type]);
            WriteStrings(json, "event_text", [one.Event.Trigger.Text]);
            WriteStrings(json, "mode", one.Event.Mode is { } mode ? [mode] : []);
            WriteStrings(json, "context", [.. one.Event.Context, .. AuxiliaryModes(one)]);
            json.WriteNumber("quad_code", one.Code.Quad);
            json.WriteNumber("event_scale", one.Code.Score);
            WritePlace(json, one.Event.Place);
            WriteSource(json, one);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> AuxiliaryModes(ExportedEvent one)
    {
        string? status = one.Event.Status switch
        {
            EventStatus.Future => "future",
            EventStatus.Hypothetical => "hypothetical",
            EventStatus.Negated => "negation",
            _ => null,
        };
        if (status is not null)
        {
            yield return status;
        }
        else if (one.Report.Report.Published is { Length: >= 10 } published && CalendarInterval.TryParse(published[..10], out CalendarInterval day)
            && day.First.DayNumber - one.Date.DayNumber > HistoricalDays)
        {
            yield return "historical";
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteEntities(Utf8JsonWriter json, string name, IReadOnlyList<ActorRecord> actors)
    {
        json.WriteStartArray(name);
        foreach (ActorRecord actor in actors)
        {
            json.WriteStartObject();
            WriteIfKnown(json, "code", actor.State);
            WriteIfKnown(json, "sector", actor.Sectors.Count > 0 ? actor.Sectors[0] : null);
            json.WriteString("entity_text", actor.Mentions[0].Text);
            WriteIfKnown(json, "identifier_id", actor.Wikidata);
            json.WriteString("identifier_text", actor.Name);
            WriteIfKnown(json, "office", actor.Office);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WritePlace(Utf8JsonWriter json, PlaceRecord? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject("event_loc");
        json.WriteString("extracted_place", place.Span.Text);
        json.WriteString("resolved_place", place.Name);
        WriteIfKnown(json, "country_code", place.Country);
        if (place.Geonames is { } id)
        {
            json.WriteNumber("geonameid", id);
        }

        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNumber("lat", latitude);
            json.WriteNumber("lon", longitude);
        }

        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, ExportedEvent one)
    {
        json.WriteStartObject("text_info");
        json.WriteNumber("start", one.Event.Trigger.Start);
        json.WriteNumber("end", one.Event.Trigger.End);
        json.WriteEndObject();
        json.WriteStartObject("cite_info");
        json.WriteString("citation", one.Report.Report.Id);
        WriteIfKnown(json, "url", one.Report.Report.Url);
        WriteIfKnown(json, "title", one.Report.Report.Headline);
        json.WriteString("language", one.Report.Report.Language);
        WriteIfKnown(json, "publication", one.Report.Report.Outlet);
        json.WriteString("coder", "Readout");
        json.WriteString("codebook", "plover-2.0");
        json.WriteEndObject();
        json.WriteString("first_report", one.FirstReport);
        json.WriteNumber("confidence", one.Event.Confidence);
    }
}
