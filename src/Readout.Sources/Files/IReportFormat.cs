namespace Readout.Sources.Files;

/// <summary>A file format that reports come in. Implementations are stateless and thread-safe.</summary>
public interface IReportFormat
{
    /// <summary>File name endings with their dot, lower case, such as <c>.txt</c>.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>
    /// Cuts a file into the bytes of its reports, lazily and in file order; one item where the format holds one report.
    /// Called on one thread: it should read, not decode. A broken item is yielded as a failure and the rest goes on.
    /// </summary>
    IEnumerable<RawReport> Split(Stream stream, string name);

    /// <summary>Decodes one item; called from many threads. Never throws on any bytes.</summary>
    DecodedReport Decode(RawReport raw, ReportDefaults defaults);
}
