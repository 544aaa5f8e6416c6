using System.Text.Json.Nodes;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Text;

namespace Readout.Server.Exports;

/// <summary>
/// Statements as annotations of their reports (W3C Web Annotation Data Model, 2017): what was said is the target, by position and by quote;
/// speaker, kind and addressees are the bodies. One collection, one annotation a line.
/// </summary>
internal sealed class WebAnnotations(IRecordStore store, string origin)
{
    // What tools that search for a quotation take as context (section 4.2.4 leaves it open; the examples have about this much).
    private const int Context = 32;

    private (string Key, string Text, CodePointMap Map)? _report;

    public Task WriteAsync(Stream output, IEnumerable<StatementFact> statements) =>
        JsonStream.WriteAsync(output, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[", statements.Select(Of));

    private JsonObject Of(StatementFact statement)
    {
        var bodies = new JsonArray(new JsonObject { ["type"] = "TextualBody", ["purpose"] = "classifying", ["value"] = RecordNames.Of(statement.Kind) });
        Add(bodies, statement.Speakers, "speaker");
        Add(bodies, statement.Addressees, "addressee");
        var targets = new JsonArray();
        foreach (FactSpan span in statement.Spans.Where(span => span.Role == "content"))
        {
            targets.Add(Target(statement.Report, span));
        }

        return new JsonObject
        {
            ["id"] = FactColumns.Url(origin, statement),
            ["type"] = "Annotation",
            ["motivation"] = "classifying",
            ["body"] = bodies,
            ["target"] = targets,
        };
    }

    private void Add(JsonArray bodies, IReadOnlyList<ActorLink> actors, string role)
    {
        foreach (ActorLink actor in actors)
        {
            var body = new JsonObject { ["type"] = "TextualBody", ["purpose"] = "tagging", ["value"] = $"{role}: {actor.Name}" };
            if (actor.Key is not null)
            {
                body["id"] = origin + Links.Actor(actor.Key);
            }

            bodies.Add(body);
        }
    }

    private JsonObject Target(ReportLink report, FactSpan span)
    {
        (_, string text, CodePointMap map) = Report(report.Key);
        int start = map.ToUtf16(span.Start);
        int end = map.ToUtf16(span.End);
        return new JsonObject
        {
            ["source"] = origin + Links.Report(report.Key),
            ["selector"] = new JsonArray(
                new JsonObject { ["type"] = "TextPositionSelector", ["start"] = span.Start, ["end"] = span.End },
                new JsonObject
                {
                    ["type"] = "TextQuoteSelector",
                    ["exact"] = span.Text,
                    ["prefix"] = text[map.ToUtf16(Math.Max(0, span.Start - Context))..start],
                    ["suffix"] = text[end..map.ToUtf16(Math.Min(map.CodePoints, span.End + Context))],
                }),
        };
    }

    // Statements of one report follow each other in every order by day.
    private (string Key, string Text, CodePointMap Map) Report(string key)
    {
        if (_report?.Key != key)
        {
            string text = store.FindReport(key)?.Text ?? "";
            _report = (key, text, new CodePointMap(text));
        }

        return _report!.Value;
    }
}
