using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>A search as a feed: Atom (RFC 4287) and JSON Feed 1.1.</summary>
internal static class Feeds
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Atom(FeedHeader header, IReadOnlyList<Fact> facts)
    {
        using var buffer = new MemoryStream();
        using (XmlWriter xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            Element(xml, "title", header.Title);
            Element(xml, "id", header.SelfUrl);
            Link(xml, "self", header.SelfUrl);
            Link(xml, "alternate", header.PageUrl);
            Element(xml, "updated", Updated(facts.Select(fact => Moment(fact)).DefaultIfEmpty("").Max(StringComparer.Ordinal)!));
            Element(xml, "generator", "Readout");
            foreach (Fact fact in facts)
            {
                Entry(xml, header, fact);
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    public static byte[] JsonFeed(FeedHeader header, IReadOnlyList<Fact> facts)
    {
        var items = new JsonArray();
        foreach (Fact fact in facts)
        {
            items.Add(new JsonObject
            {
                ["id"] = FactColumns.Url(header.Origin, fact),
                ["url"] = FactColumns.Url(header.Origin, fact),
                ["title"] = FactColumns.Title(fact),
                ["content_text"] = fact.Words,
                ["date_published"] = Updated(Moment(fact)),
                ["authors"] = new JsonArray([.. FactColumns.Actors(fact).Select(actor => (JsonNode)new JsonObject { ["name"] = actor.Name })]),
                ["tags"] = new JsonArray([.. ((string?[])[FactColumns.Type(fact), FactColumns.Kind(fact)]).Where(tag => tag is not null).Select(tag => (JsonNode)tag!)]),
            });
        }

        var feed = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = header.Title,
            ["home_page_url"] = header.PageUrl,
            ["feed_url"] = header.SelfUrl,
            ["items"] = items,
        };
        return Encoding.UTF8.GetBytes(feed.ToJsonString(Json));
    }

    private static void Entry(XmlWriter xml, FeedHeader header, Fact fact)
    {
        xml.WriteStartElement("entry");
        Element(xml, "title", FactColumns.Title(fact));
        Element(xml, "id", FactColumns.Url(header.Origin, fact));
        Link(xml, "alternate", FactColumns.Url(header.Origin, fact));
        Element(xml, "updated", Updated(Moment(fact)));
        xml.WriteStartElement("author");
        Element(xml, "name", fact.Report.Outlet ?? "Unknown outlet");
        xml.WriteEndElement();
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", FactColumns.Type(fact));
        xml.WriteEndElement();
        Element(xml, "content", fact.Words);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Legal(text));

    private static void Link(XmlWriter xml, string relation, string url)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Legal(url));
        xml.WriteEndElement();
    }

    private static string Moment(Fact fact) => SortDay.Of(fact.Report.Published) is { Length: > 0 } published ? published : fact.Day;

    // A feed must give a moment; where only the day, month or year of publication is known, it is the first of it.
    private static string Updated(string day) => day.Length switch
    {
        10 => day + "T00:00:00Z",
        7 => day + "-01T00:00:00Z",
        4 => day + "-01-01T00:00:00Z",
        _ => "1970-01-01T00:00:00Z",
    };

    // Control characters and lone surrogates of a report are no XML.
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                legal.Append(text[i]).Append(text[++i]);
            }
            else
            {
                legal.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return legal.ToString();
    }
}
