using System.Text;
using Readout.Sources.Xml;
using XmlConvert = System.Xml.XmlConvert;
using XmlWriter = System.Xml.XmlWriter;
using XmlWriterSettings = System.Xml.XmlWriterSettings;

namespace Readout.Sources.Feeds;

/// <summary>Lists of feeds in OPML 1.0 and 2.0.</summary>
public static class Opml
{
    /// <summary>Feeds of one list at most.</summary>
    public const int MaxFeeds = 50_000;

    /// <summary>The feeds of a list in order, each address once; the folder names above an entry are joined by slashes. Null where the text is no OPML.</summary>
    public static IReadOnlyList<OpmlFeed>? Read(string text)
    {
        if (LenientXml.Parse(text) is not { } root || !root.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var feeds = new List<OpmlFeed>();
        var seen = new HashSet<Uri>();
        foreach (XmlNode outline in root.FindAll("outline"))
        {
            string? link = outline.Attribute("xmlUrl") ?? (outline.Attribute("type") is "rss" or "atom" ? outline.Attribute("url") : null);
            bool isFeed = Uri.TryCreate(link?.Trim().Replace("feed://", "http://", StringComparison.OrdinalIgnoreCase), UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https");
            if (isFeed && seen.Add(address!) && feeds.Count < MaxFeeds)
            {
                feeds.Add(new OpmlFeed(address!, outline.Attribute("title") ?? outline.Attribute("text"), Folder(outline)));
            }
        }

        return feeds;
    }

    /// <summary>Writes a list as OPML 2.0; equal folders stand together, in the order of their first feed.</summary>
    public static string Write(IEnumerable<OpmlFeed> feeds)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteStartElement("head");
            writer.WriteElementString("title", "Readout feeds");
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (IGrouping<string?, OpmlFeed> folder in feeds.GroupBy(f => f.Folder))
            {
                WriteFolder(writer, folder);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text + "\n";
    }

    private static void WriteFolder(XmlWriter writer, IGrouping<string?, OpmlFeed> folder)
    {
        string[] names = (folder.Key ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("text", XmlText(name));
        }

        foreach (OpmlFeed feed in folder)
        {
            writer.WriteStartElement("outline");
            writer.WriteAttributeString("type", "rss");
            writer.WriteAttributeString("text", XmlText(feed.Title ?? feed.Address.AbsoluteUri));
            writer.WriteAttributeString("xmlUrl", feed.Address.AbsoluteUri);
            writer.WriteEndElement();
        }

        foreach (string _ in names)
        {
            writer.WriteEndElement();
        }
    }

    private static string XmlText(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string? Folder(XmlNode outline)
    {
        var names = new List<string>();
        for (XmlNode? above = outline.Parent; above is not null; above = above.Parent)
        {
            if (above.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase))
            {
                names.Insert(0, above.Attribute("text") ?? above.Attribute("title") ?? "");
            }
        }

        return names.Count == 0 ? null : string.Join('/', names);
    }
}
