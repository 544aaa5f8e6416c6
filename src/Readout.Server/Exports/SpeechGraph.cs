using System.Globalization;
using System.Xml;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>
/// Who speaks to and about whom as GraphML (graphml.graphdrawing.org, 1.0), as Gephi, yEd and networkx read it: actors are nodes, an edge leads from a
/// speaker to one spoken to or about, with the number of statements. It is held in memory, so that its size is bounded by the pairs of actors.
/// </summary>
internal static class SpeechGraph
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Edges beyond this are left out, those of fewest statements first.</summary>
    private const int MostEdges = 100_000;

    public static void Write(Stream output, IEnumerable<StatementFact> statements, string origin)
    {
        var names = new SortedDictionary<string, ActorLink>(StringComparer.Ordinal);
        var edges = new Dictionary<(string From, string To, string Role), int>();
        foreach (StatementFact statement in statements)
        {
            foreach (ActorLink speaker in statement.Speakers)
            {
                Count(speaker, statement.Addressees, "to", names, edges);
                Count(speaker, statement.About, "about", names, edges);
            }
        }

        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", CloseOutput = false, CheckCharacters = true });
        xml.WriteStartElement("graphml", Namespace);
        Key(xml, "name", "node", "string");
        Key(xml, "type", "node", "string");
        Key(xml, "url", "node", "string");
        Key(xml, "role", "edge", "string");
        Key(xml, "weight", "edge", "int");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", "directed");
        var kept = edges.OrderByDescending(edge => edge.Value).ThenBy(edge => edge.Key).Take(MostEdges).ToList();
        HashSet<string> used = [.. kept.SelectMany(edge => (string[])[edge.Key.From, edge.Key.To])];
        foreach ((string key, ActorLink actor) in names.Where(name => used.Contains(name.Key)))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", key);
            Data(xml, "name", Clean(actor.Name));
            Data(xml, "type", actor.Type is { } type ? RecordNames.Of(type) : "");
            Data(xml, "url", origin + Links.Actor(key));
            xml.WriteEndElement();
        }

        foreach (((string from, string to, string role), int count) in kept)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", from);
            xml.WriteAttributeString("target", to);
            Data(xml, "role", role);
            Data(xml, "weight", count.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Count(ActorLink speaker, IReadOnlyList<ActorLink> others, string role, SortedDictionary<string, ActorLink> names, Dictionary<(string, string, string), int> edges)
    {
        foreach (ActorLink other in others)
        {
            if (speaker.Key is { } from && other.Key is { } to)
            {
                names.TryAdd(from, speaker);
                names.TryAdd(to, other);
                edges[(from, to, role)] = edges.GetValueOrDefault((from, to, role)) + 1;
            }
        }
    }

    private static void Key(XmlWriter xml, string name, string owner, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", name);
        xml.WriteAttributeString("for", owner);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    // Reports hold characters that XML forbids.
    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
