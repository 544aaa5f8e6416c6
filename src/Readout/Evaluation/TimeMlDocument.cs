using System.Xml;
using System.Xml.Linq;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>The text and the gold time expressions of one TimeML file (<c>.tml</c>).</summary>
/// <param name="Name">File name without its extension.</param>
/// <param name="Report">The text of the TEXT element with the document creation time as day of publication.</param>
/// <param name="Times">Gold expressions in text order: span, type, value.</param>
public sealed record TimeMlDocument(string Name, Report Report, IReadOnlyList<GoldTime> Times)
{
    /// <summary>
    /// Whether the document belongs to the half that the rules were not developed on: the FNV-1a hash (32 bits, UTF-8) of its name is odd.
    /// WikiWars, which is numbered, is halved by its even numbers instead.
    /// </summary>
    public bool IsHeldOut => IsNumbered(Name) ? (Name[1] - '0') % 2 == 0 : Hash(Name) % 2 == 1;

    /// <summary>Reads one file.</summary>
    /// <exception cref="InvalidDataException">The file is no TimeML; the message names it.</exception>
    public static TimeMlDocument Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        XElement root;
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            using var reader = XmlReader.Create(path, settings);
            root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException($"{path}: expected TimeML, found broken XML: {broken.Message}", broken);
        }

        XElement body = root.Element("TEXT") ?? throw new InvalidDataException($"{path}: expected a TEXT element, found none");
        var text = new System.Text.StringBuilder();
        var times = new List<GoldTime>();
        Collect(body, text, times);
        string? created = root.Element("DCT")?.Element("TIMEX3")?.Attribute("value")?.Value;
        string name = Path.GetFileNameWithoutExtension(path);
        return new TimeMlDocument(name, new Report { Id = name, Text = text.ToString(), Published = created }, times);
    }

    private static bool IsNumbered(string name) => name.Length > 2 && char.IsAsciiDigit(name[0]) && char.IsAsciiDigit(name[1]) && name[2] == '_';

    private static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (byte b in System.Text.Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }

    private static void Collect(XElement element, System.Text.StringBuilder text, List<GoldTime> times)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText characters)
            {
                text.Append(characters.Value);
            }
            else if (node is XElement child)
            {
                int start = text.Length;
                Collect(child, text, times);
                if (child.Name.LocalName == "TIMEX3" && text.Length > start)
                {
                    times.Add(new GoldTime(new TextSpan(start, text.Length), child.Attribute("type")?.Value ?? "", child.Attribute("value")?.Value ?? ""));
                }
            }
        }
    }
}
