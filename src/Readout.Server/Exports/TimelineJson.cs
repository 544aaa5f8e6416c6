using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>Dated facts as TimelineJS 3 reads them (timeline.knightlab.com, JSON format): a date with the precision that is known, a headline, the words, and where they are from.</summary>
internal static class TimelineJson
{
    public static Task WriteAsync(Stream output, IEnumerable<Fact> facts, string origin) =>
        JsonStream.WriteAsync(output, "{\"events\":[", facts.Where(fact => fact.Day.Length >= 4).Select(fact => Of(fact, origin)));

    // Headline and text are HTML to TimelineJS, so that the words of a report are escaped.
    private static JsonObject Of(Fact fact, string origin)
    {
        string url = HtmlEncoder.Default.Encode(FactColumns.Url(origin, fact));
        return new JsonObject
        {
            ["unique_id"] = fact.Id,
            ["start_date"] = Date(fact.Day),
            ["group"] = FactColumns.Type(fact),
            ["text"] = new JsonObject
            {
                ["headline"] = HtmlEncoder.Default.Encode(FactColumns.Title(fact)),
                ["text"] = $"<p>{HtmlEncoder.Default.Encode(fact.Words)}</p><p><a href=\"{url}\">{HtmlEncoder.Default.Encode(fact.Report.Outlet ?? fact.Report.Headline ?? fact.Report.Key)}</a></p>",
            },
        };
    }

    private static JsonObject Date(string day)
    {
        var date = new JsonObject();
        string[] parts = day.Split('-');
        foreach ((string name, int i) in (ReadOnlySpan<(string, int)>)[("year", 0), ("month", 1), ("day", 2)])
        {
            if (i < parts.Length && int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                date[name] = number;
            }
        }

        return date;
    }
}
