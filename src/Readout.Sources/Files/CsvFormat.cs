using System.Globalization;
using System.Text;

namespace Readout.Sources.Files;

/// <summary>
/// Comma- or tab-separated values after RFC 4180 with named columns: <c>text</c> (or <c>body</c>, <c>content</c>), <c>headline</c> (<c>title</c>),
/// <c>outlet</c> (<c>source</c>), <c>published</c> (<c>date</c>), <c>dateline</c>, <c>url</c>, <c>language</c>. Streams: memory does not grow with the rows.
/// </summary>
public sealed class CsvFormat : IReportFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".csv"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name)
    {
        CsvColumns? columns = null;
        int number = 0;
        foreach (ByteLine row in CsvRows.Read(stream, ReportLimits.MaxReportBytes))
        {
            number++;
            string item = string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");
            if (row.Bytes is null)
            {
                yield return new RawReport { Name = item, Failure = ReportLimits.TooLarge(item, row.Length) };
            }
            else if (columns is null)
            {
                columns = CsvColumns.Of(Encoding.UTF8.GetString(row.Bytes).TrimStart('\uFEFF'));
                if (columns.Text < 0)
                {
                    yield return new RawReport
                    {
                        Name = name,
                        Failure = new ReadFailure(ReadFailureKind.Malformed, name, "its first line names no column 'text', 'body' or 'content'"),
                    };
                    yield break;
                }
            }
            else if (row.Bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8) >= 0)
            {
                yield return new RawReport { Name = item, Format = new CsvRowFormat(columns), Bytes = row.Bytes };
            }
        }
    }

    /// <summary>A row alone has no columns: rows are decoded by what <see cref="Split"/> names.</summary>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults) =>
        PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "a row without the line that names its columns");
}
