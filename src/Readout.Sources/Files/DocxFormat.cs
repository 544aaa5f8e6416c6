using System.IO.Compression;
using System.Text;
using Readout.Sources.Pages;
using Readout.Sources.Xml;

namespace Readout.Sources.Files;

/// <summary>A Word document (Office Open XML, ECMA-376): its paragraphs, without deleted text, and its core properties.</summary>
public sealed class DocxFormat : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".docx"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(raw.Bytes.ToArray()), ZipArchiveMode.Read);
            if (Part(archive, "word/document.xml") is not { } document)
            {
                return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "no Word document: word/document.xml is missing or too large");
            }

            XmlNode? properties = Part(archive, "docProps/core.xml");
            string? title = properties?.ChildText("title");
            string body = string.Join("\n\n", document.FindAll("p").Where(p => p.Prefix == "w").Select(Paragraph).Where(p => p.Length > 0));
            return new StructuredReport
            {
                Headline = title is not null && !body.StartsWith(title, StringComparison.Ordinal) ? title : null,
                Published = PublishedDate.Normalize(properties?.ChildText("created")),
                Language = properties?.ChildText("language"),
                Body = body,
            }.ToReport(raw, defaults, "the document has no paragraph with words");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, $"no Word document: {broken.Message}");
        }
    }

    private static XmlNode? Part(ZipArchive archive, string name) =>
        archive.GetEntry(name) is { } entry && BoundedZip.Read(entry, 8 * ReportLimits.MaxReportBytes) is { } bytes && MarkupDecoder.Decode(bytes) is { } text
            ? LenientXml.Parse(text)
            : null;

    private static string Paragraph(XmlNode paragraph)
    {
        var text = new StringBuilder();
        foreach (XmlNode node in paragraph.Descendants())
        {
            text.Append(node.Name switch
            {
                "w:t" => string.Concat(node.Children.Select(c => c.Data)),
                "w:tab" when node.Parent?.Name == "w:r" => "\t",
                "w:br" or "w:cr" => "\n",
                "w:noBreakHyphen" => "-",
                _ => "",
            });
        }

        return text.ToString().Trim();
    }
}
