using Readout.Records;
using Readout.Sources.Archives;
using Readout.Sources.Evidence;
using Readout.Sources.Files;
using Readout.Sources.Pages;
using Readout.Store;

namespace Readout.Cli.Running;

/// <summary>Reads what was fetched and keeps its record; what the store holds already is not read again. For one thread.</summary>
internal sealed class CaptureIntake(IRecordStore store)
{
    private readonly ReadingVersion _version = EngineVersion.Of(Reader.DefaultDataDirectory);
    private readonly Lazy<Reader> _reader = new(() => Reader.Load(Reader.DefaultDataDirectory));
    private readonly HtmlFormat _html = new(new Lazy<ArticleExtractor>(() => ArticleExtractor.Load(Reader.DefaultDataDirectory)));

    /// <summary>Reads a capture.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public IntakeResult Add(Capture capture)
    {
        DecodedReport decoded = Decode(capture);
        var result = new IntakeResult { Name = capture.FinalAddress.AbsoluteUri, ReportId = decoded.Report?.Id, Failure = decoded.Failure?.Message, Notes = decoded.Notes };
        if (decoded.Report is not { } report)
        {
            return result;
        }

        if (store.Holds(report.Id, _version))
        {
            return result with { Outcome = AddOutcome.Unchanged };
        }

        var reading = new ReportReading { Report = report, Raw = capture.Body, Record = RecordBuilder.Build(_reader.Value.Read(report)), Version = _version };
        return result with { Outcome = store.Add(reading) };
    }

    /// <summary>The text of a capture, for comparison; null where it holds no report.</summary>
    public string? TextOf(Capture capture) => Decode(capture).Report?.Text;

    private DecodedReport Decode(Capture capture)
    {
        string? type = capture.Headers.FirstOrDefault(h => h.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        IReportFormat? format = (type ?? "text/html").Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "application/pdf" => new PdfFormat(),
            "text/plain" => new PlainTextFormat(),
            _ => null,
        };
        var raw = new RawReport { Name = capture.FinalAddress.AbsoluteUri, Bytes = capture.Body };
        DecodedReport decoded = format is null
            ? _html.Decode(raw, ReportDefaults.None, new PageOrigin(capture.FinalAddress, HttpMessage.CharsetOf(type)))
            : format.Decode(raw, ReportDefaults.None);
        return decoded.Report is { Url: null } report ? decoded with { Report = report with { File = null, Url = capture.FinalAddress.AbsoluteUri } } : decoded;
    }
}
