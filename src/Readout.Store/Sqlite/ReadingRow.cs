namespace Readout.Store.Sqlite;

/// <summary>A reading and the rows it hangs on.</summary>
/// <param name="Id">Row of the reading.</param>
/// <param name="Report">Row of the report.</param>
/// <param name="Reading">What is written.</param>
internal sealed record ReadingRow(long Id, long Report, ReportReading Reading);
