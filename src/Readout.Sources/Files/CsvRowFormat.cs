using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>One row of a table whose columns are known.</summary>
internal sealed class CsvRowFormat(CsvColumns columns) : IReportFormat
{
    public IReadOnlyList<string> Extensions => [];

    public IEnumerable<RawReport> Split(Stream stream, string name) => [WholeFile.Read(stream, name, this)];

    public DecodedReport Decode(RawReport raw, ReportDefaults defaults)
    {
        if (MarkupDecoder.Decode(raw.Bytes.Span) is not { } line)
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Binary, "its bytes are no text");
        }

        List<string> cells = CsvColumns.Cells(line, columns.Separator);
        return new StructuredReport
        {
            Headline = Cell(cells, columns.Headline),
            Outlet = Cell(cells, columns.Outlet),
            Published = PublishedDate.Normalize(Cell(cells, columns.Published)),
            Dateline = Cell(cells, columns.Dateline),
            Url = Cell(cells, columns.Url),
            Language = Cell(cells, columns.Language),
            Body = Cell(cells, columns.Text),
        }.ToReport(raw, defaults, "the row's text is missing or blank");
    }

    private static string? Cell(List<string> cells, int column) => column >= 0 && column < cells.Count && cells[column].Length > 0 ? cells[column] : null;
}
