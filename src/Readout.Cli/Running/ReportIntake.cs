using Readout.Records;
using Readout.Sources.Files;
using Readout.Store;

namespace Readout.Cli.Running;

/// <summary>Reads reports on several threads and stores them one after the other, in input order. What the store holds already is not read again.</summary>
internal sealed class ReportIntake(IRecordStore store, ReportDefaults defaults, int threads)
{
    private readonly ReadingVersion _version = EngineVersion.Of(Reader.DefaultDataDirectory);

    // Loading the models takes longer than looking through a folder in which nothing is new.
    private readonly Lazy<Reader> _reader = new(() => Reader.Load(Reader.DefaultDataDirectory));

    /// <summary>Adds everything under the paths.</summary>
    /// <param name="paths">Files, folders, or <c>-</c>.</param>
    /// <param name="tell">Called for each report in input order, on one thread.</param>
    /// <exception cref="StoreException">The store failed; what was added before stays.</exception>
    public Task AddAsync(IEnumerable<string> paths, Action<IntakeResult> tell) => OrderedParallel.RunAsync(
        new ReportFiles().Enumerate(paths),
        Read,
        read => tell(read.Result with { Outcome = read.Reading is null ? read.Result.Outcome : store.Add(read.Reading) }),
        threads);

    private ReadItem Read(RawReport raw)
    {
        DecodedReport decoded = ReportFiles.Decode(raw, defaults);
        var result = new IntakeResult { Name = raw.Name, Failure = decoded.Failure?.Message, Notes = decoded.Notes };
        if (decoded.Report is not { } report)
        {
            return new ReadItem(result, null);
        }

        result = result with { ReportId = report.Id };
        if (store.Holds(report.Id, _version))
        {
            return new ReadItem(result with { Outcome = AddOutcome.Unchanged }, null);
        }

        return new ReadItem(result, new ReportReading
        {
            Report = report,
            Raw = decoded.Bytes,
            Record = RecordBuilder.Build(_reader.Value.Read(report)),
            Version = _version,
        });
    }

    private sealed record ReadItem(IntakeResult Result, ReportReading? Reading);
}
