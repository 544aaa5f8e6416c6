using System.Text.Json.Nodes;
using Readout.Actors;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>Statements as schema.org Quotation (schema.org 29, CreativeWork): words, who is reported to have said them, about whom, and the report that they are from.</summary>
internal static class SchemaOrgQuotations
{
    public static Task WriteAsync(Stream output, IEnumerable<StatementFact> statements, string origin) =>
        JsonStream.WriteAsync(output, "{\"@context\":\"https://schema.org\",\"@graph\":[", statements.Select(statement => Of(statement, origin)));

    private static JsonObject Of(StatementFact statement, string origin)
    {
        var report = new JsonObject { ["@type"] = "NewsArticle", ["@id"] = origin + Links.Report(statement.Report.Key) };
        Put(report, "headline", statement.Report.Headline);
        Put(report, "datePublished", statement.Report.Published);
        Put(report, "url", statement.Report.Url);
        if (statement.Report.Outlet is { } outlet)
        {
            report["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = outlet };
        }

        var quotation = new JsonObject
        {
            ["@type"] = "Quotation",
            ["@id"] = FactColumns.Url(origin, statement),
            ["text"] = statement.Words,
            ["genre"] = RecordNames.Of(statement.Kind),
            ["isPartOf"] = report,
        };
        Put(quotation, "temporal", statement.Time);
        Put(quotation, "spokenByCharacter", statement.Speakers, origin);
        Put(quotation, "audience", statement.Addressees, origin);
        Put(quotation, "about", statement.About, origin);
        return quotation;
    }

    private static void Put(JsonObject thing, string name, string? value)
    {
        if (value is not null)
        {
            thing[name] = value;
        }
    }

    private static void Put(JsonObject thing, string name, IReadOnlyList<ActorLink> actors, string origin)
    {
        if (actors.Count == 0)
        {
            return;
        }

        var all = new JsonArray();
        foreach (ActorLink actor in actors)
        {
            var one = new JsonObject { ["@type"] = name == "audience" ? "Audience" : actor.Type == ActorType.Person ? "Person" : "Organization", ["name"] = actor.Name };
            Put(one, "@id", actor.Key is null ? null : origin + Links.Actor(actor.Key));
            all.Add(one);
        }

        thing[name] = all;
    }
}
