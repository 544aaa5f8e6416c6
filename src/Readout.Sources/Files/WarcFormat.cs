using System.Globalization;
using System.IO.Compression;
using Readout.Sources.Archives;
using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>
/// Web archives (WARC 1.0 and 1.1, ISO 28500:2017), plain or with each record gzipped, of any size: the pages among their HTTP responses of
/// status 200. Memory holds one record at a time.
/// </summary>
public sealed class WarcFormat(Lazy<ArticleExtractor> extractor) : IReportFormat
{
    private readonly HtmlFormat _html = new(extractor);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".warc", ".warc.gz"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name)
    {
        Stream plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        foreach (WarcRecord record in WarcReader.Read(plain, ReportLimits.MaxReportBytes))
        {
            string item = string.Create(CultureInfo.InvariantCulture, $"{name}:{record.Number}");
            long position = stream.CanSeek ? stream.Position : 0;
            if (record.Problem is { } problem)
            {
                yield return new RawReport { Name = item, Failure = new ReadFailure(ReadFailureKind.Malformed, item, problem), Position = position };
            }
            else if (record.Type == "response" && HttpMessage.Parse(record.Content) is { Status: 200 } response && IsPage(response))
            {
                yield return Item(item, record, response) with { Position = position };
            }
        }
    }

    /// <summary>Decodes an item that was cut without its origin.</summary>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults) => _html.Decode(raw, defaults);

    private RawReport Item(string name, WarcRecord record, HttpMessage response)
    {
        byte[]? body = response.DecodedBody(ReportLimits.MaxReportBytes);
        if (body is null)
        {
            return new RawReport { Name = name, Failure = new ReadFailure(ReadFailureKind.TooLarge, name, $"{record.Address}: the response's body is broken or larger than a report may be") };
        }

        var origin = new PageOrigin(Uri.TryCreate(record.Address, UriKind.Absolute, out Uri? address) ? address : null, response.Charset);
        return new RawReport { Name = name, Format = new OriginFormat(_html, origin), Bytes = body };
    }

    private static bool IsPage(HttpMessage response) => response.MediaType is "text/html" or "application/xhtml+xml";

    private sealed class OriginFormat(HtmlFormat html, PageOrigin origin) : IReportFormat
    {
        public IReadOnlyList<string> Extensions => [];

        public IEnumerable<RawReport> Split(Stream stream, string name) => html.Split(stream, name);

        public DecodedReport Decode(RawReport raw, ReportDefaults defaults) => html.Decode(raw, defaults, origin);
    }
}
