using Readout.Records;
using Readout.Text;

namespace Readout.Store;

/// <summary>One report as it came, and what was read in it: what goes into the store in one transaction.</summary>
public sealed record ReportReading
{
    /// <summary>The report that was read; its <c>Id</c> is the hash of <see cref="Raw"/>.</summary>
    public required Report Report { get; init; }

    /// <summary>The bytes that the report was decoded from.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>The record, with offsets in code points of the report's text.</summary>
    public required ReportRecord Record { get; init; }

    /// <summary>What made the record.</summary>
    public required ReadingVersion Version { get; init; }
}
