using Readout.Sources.Dates;
using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>A report sent as e-mail: the subject is its headline, the sender its outlet, the plain text its body, or the HTML where there is no plain text.</summary>
public sealed class EmailFormat(Lazy<ArticleExtractor> extractor, Lazy<DateScanner> dates) : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".eml"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    /// <inheritdoc/>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        MimePart mail = MimePart.Read(raw.Bytes);
        if (mail.Header("From") is null && mail.Header("Subject") is null && mail.Header("Date") is null)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "no e-mail: expected headers such as From, Subject and Date");
        }

        MimePart[] leaves = [.. mail.Leaves().Where(p => !p.IsAttachment)];
        string? plain = leaves.FirstOrDefault(p => p.MediaType == "text/plain")?.Text();
        string? markup = string.IsNullOrWhiteSpace(plain) ? leaves.FirstOrDefault(p => p.MediaType is "text/html" or "application/xhtml+xml")?.Text() : null;
        return new StructuredReport
        {
            Headline = mail.Header("Subject"),
            Outlet = SenderName(mail.Header("From")),
            Published = mail.Header("Date") is { } date ? dates.Value.First(date)?.Value.ToString() : null,
            Language = mail.Header("Content-Language"),
            Body = markup is null ? plain?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() : extractor.Value.Extract(markup).Body,
        }.ToReport(raw, defaults, "the e-mail has no text/plain or text/html part with words");
    }

    private static string? SenderName(string? from)
    {
        int address = from?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        return address > 0 ? from![..address].Trim(' ', '"') : null;
    }
}
