using System.Globalization;
using Readout.Sources.Pages;
using Readout.Sources.Xml;

namespace Readout.Sources.Files;

/// <summary>
/// Agency reports in XML: NITF 3.x (IPTC) and NewsML-G2 news items with NITF or XHTML inside, told apart by their elements. No document type is
/// ever loaded and no entity of one expanded.
/// </summary>
public sealed class NewsXmlFormat(Lazy<ArticleExtractor> extractor) : IReportFormat
{
    private readonly HtmlFormat _html = new(extractor);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xml", ".nitf", ".newsml"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        if (MarkupDecoder.Decode(raw.Bytes.Span) is not { } markup || LenientXml.Parse(markup) is not { } root)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "no XML; expected NITF or NewsML-G2");
        }

        if (root.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase))
        {
            return _html.FromMarkup(raw, markup, defaults, default);
        }

        XmlNode? item = root.Find("newsItem");
        XmlNode? nitf = root.Find("nitf");
        if (item is null && nitf is null)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"XML of another kind: expected nitf, newsItem or newsMessage, found '{root.Name}'");
        }

        StructuredReport report = nitf is null ? new StructuredReport() : FromNitf(nitf);
        return (item is null ? report : FromNewsItem(item, report)).ToReport(raw, defaults, "the element body.content or inlineXML is missing or blank");
    }

    private static StructuredReport FromNitf(XmlNode nitf)
    {
        XmlNode? head = nitf.Find("body.head");
        XmlNode? data = nitf.Find("docdata");
        return new StructuredReport
        {
            Headline = Collapse(head?.Find("hl1")?.Text ?? nitf.Child("head")?.ChildText("title")),
            Dateline = Collapse(head?.Find("dateline")?.Text),
            Outlet = Collapse(head?.Find("distributor")?.Text ?? data?.Child("doc.copyright")?.Attribute("holder")),
            Published = PublishedDate.Normalize(DashedDay(data?.Child("date.issue", "date.release")?.Attribute("norm"))),
            Url = data?.Child("doc-id")?.Attribute("id-string") is { } id && id.StartsWith("http", StringComparison.Ordinal) ? id : null,
            Language = nitf.Attribute("xml:lang"),
            Body = Paragraphs(nitf.Find("body.content")),
        };
    }

    private static StructuredReport FromNewsItem(XmlNode item, StructuredReport nitf)
    {
        XmlNode? meta = item.Child("itemMeta");
        XmlNode? content = item.Child("contentMeta");
        XmlNode? set = item.Child("contentSet");
        return nitf with
        {
            Headline = nitf.Headline ?? Collapse(content?.ChildText("headline") ?? meta?.ChildText("title")),
            Dateline = nitf.Dateline ?? Collapse(content?.ChildText("dateline")),
            Outlet = nitf.Outlet ?? Collapse(NameOf(meta?.Child("provider")) ?? NameOf(content?.Child("infoSource"))),
            Published = PublishedDate.Normalize(content?.ChildText("contentCreated") ?? meta?.ChildText("firstCreated", "versionCreated")) ?? nitf.Published,
            Url = nitf.Url ?? meta?.Child("link")?.Attribute("href"),
            Language = nitf.Language ?? content?.Child("language")?.Attribute("tag") ?? item.Attribute("xml:lang"),
            Body = nitf.Body ?? Paragraphs(set?.Find("body") ?? set?.Child("inlineXML")) ?? set?.ChildText("inlineData"),
        };
    }

    private static string? NameOf(XmlNode? party) => party?.ChildText("name") ?? party?.Attribute("literal") ?? party?.Attribute("qcode");

    // NITF writes days as 20061219 and moments as 20061219T140500+0200.
    private static string? DashedDay(string? norm) =>
        norm is { Length: > 9 } && norm[8] == 'T' && long.TryParse(norm.AsSpan(0, 8), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? Moment(norm)
            : norm;

    private static string Moment(string norm)
    {
        string day = $"{norm[..4]}-{norm[4..6]}-{norm[6..8]}";
        string time = norm[9..];
        bool isPacked = time.Length >= 6 && time.AsSpan(0, 6).IndexOfAnyExceptInRange('0', '9') < 0;
        return isPacked ? $"{day}T{time[..2]}:{time[2..4]}:{time[4..6]}{time[6..]}" : $"{day}T{time}";
    }

    private static string? Paragraphs(XmlNode? content)
    {
        if (content is null)
        {
            return null;
        }

        string[] paragraphs = [.. content.Descendants()
            .Where(n => n.LocalName is "p" or "hl2" or "li" or "blockquote" or "h2" or "h3" && n.Name.Length > 0 && !IsInside(n, content, "media", "figure", "p"))
            .Select(n => Collapse(n.Text)!).Where(t => t.Length > 0)];
        return paragraphs.Length > 0 ? string.Join("\n\n", paragraphs) : Collapse(content.Text) is { Length: > 0 } text ? text : null;
    }

    private static bool IsInside(XmlNode node, XmlNode top, params string[] names)
    {
        for (XmlNode? parent = node.Parent; parent is not null && parent != top; parent = parent.Parent)
        {
            if (names.Contains(parent.LocalName, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Collapse(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
