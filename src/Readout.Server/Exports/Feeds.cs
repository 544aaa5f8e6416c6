using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Readout.Server.Exports;

/// <summary>Entries as a feed: Atom (RFC 4287) and JSON Feed 1.1.</summary>
internal static class Feeds
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Atom(FeedHeader header, IReadOnlyList<FeedEntry> entries)
    {
        using var buffer = new MemoryStream();
        using (XmlWriter xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", "http://www.w3.org/2005/Atom");
            Element(xml, "title", header.Title);
            Element(xml, "id", header.SelfUrl);
            Link(xml, "self", header.SelfUrl);
            Link(xml, "alternate", header.PageUrl);
            Element(xml, "updated", entries.Select(entry => entry.Updated).DefaultIfEmpty("1970-01-01T00:00:00Z").Max(StringComparer.Ordinal)!);
            Element(xml, "generator", "Readout");
            foreach (FeedEntry entry in entries)
            {
                Entry(xml, entry);
            }

            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    public static byte[] JsonFeed(FeedHeader header, IReadOnlyList<FeedEntry> entries)
    {
        var items = new JsonArray();
        foreach (FeedEntry entry in entries)
        {
            items.Add(new JsonObject
            {
                ["id"] = entry.Id,
                ["url"] = entry.Url,
                ["title"] = entry.Title,
                ["content_text"] = entry.Text,
                ["date_published"] = entry.Updated,
                ["authors"] = new JsonArray([.. entry.People.Select(name => (JsonNode)new JsonObject { ["name"] = name })]),
                ["tags"] = new JsonArray([.. entry.Tags.Select(tag => (JsonNode)tag)]),
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

    private static void Entry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry");
        Element(xml, "title", entry.Title);
        Element(xml, "id", entry.Id);
        Link(xml, "alternate", entry.Url);
        Element(xml, "updated", entry.Updated);
        xml.WriteStartElement("author");
        Element(xml, "name", entry.Author);
        xml.WriteEndElement();
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", Legal(entry.Tags.Count > 0 ? entry.Tags[0] : "entry"));
        xml.WriteEndElement();
        Element(xml, "content", entry.Text);
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
