using Readout.Sources.Pages;
using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>A web page saved as a file; its text is the extracted headline and body. Thread-safe.</summary>
public sealed class HtmlFormat(Lazy<ArticleExtractor> extractor) : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults) => Decode(raw, defaults, default);

    /// <summary>Decodes a page of which more is known than its bytes.</summary>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults, PageOrigin origin)
    {
        string? markup = MarkupDecoder.Decode(raw.Bytes.Span, origin.Charset);
        return markup is null ? PlainTextFormat.Failed(raw, ReadFailureKind.Binary, "its bytes are no text, so no web page") : FromMarkup(raw, markup, defaults, origin);
    }

    internal DecodedReport FromMarkup(RawReport raw, string markup, ReportDefaults defaults, PageOrigin origin)
    {
        ExtractedPage page = extractor.Value.Extract(markup, origin.Address);
        if (page.BodySpan.IsEmpty)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Empty, "the page holds no text that reads as a report");
        }

        return new DecodedReport
        {
            Bytes = raw.Bytes,
            Report = new Report
            {
                Id = PlainTextFormat.IdOf(raw.Bytes.Span),
                File = origin.Address is null ? raw.Name : null,
                Text = page.Text,
                Headline = page.HeadlineSpan is { } span ? span.In(page.Text).ToString() : null,
                HeadlineSpan = page.HeadlineSpan,
                Url = page.Metadata.CanonicalUrl,
                Outlet = defaults.Outlet ?? page.Metadata.Outlet,
                Published = defaults.Published ?? page.Metadata.Published?.ToString(),
                Language = page.Metadata.Language ?? "en",
            },
        };
    }
}
