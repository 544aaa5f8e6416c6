using CsvHelper;
using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>Facts as CSV (RFC 4180) with a header, UTF-8.</summary>
internal static class CsvExport
{
    // What a report says must not become a formula in a spreadsheet: such cells get an apostrophe in front.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape };

    public static async Task WriteAsync(Stream output, IEnumerable<Fact> facts)
    {
        await using CsvWriter csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (FactColumn column in FactColumns.All)
        {
            csv.WriteField(column.Name);
        }

        await csv.EndRecordAsync();
        foreach (Fact fact in facts)
        {
            foreach (FactColumn column in FactColumns.All)
            {
                csv.WriteField(column.Value(fact));
            }

            await csv.EndRecordAsync();
        }
    }
}
