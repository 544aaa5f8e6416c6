namespace Readout.Sources.Files;

/// <summary>Reads a file that is one report, within the bound.</summary>
public static class WholeFile
{
    /// <summary>All bytes of <paramref name="stream"/> as one item, or a failure where they are more than a report may have.</summary>
    public static RawReport Read(Stream stream, string name, IReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, ReportLimits.MaxReportBytes) : 0);
        var chunk = new byte[65536];
        int read;
        while ((read = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > ReportLimits.MaxReportBytes)
            {
                long size = stream.CanSeek ? stream.Length : buffer.Length;
                return new RawReport { Name = name, Failure = ReportLimits.TooLarge(name, size), Position = size };
            }
        }

        return new RawReport { Name = name, Format = format, Bytes = buffer.ToArray(), Position = buffer.Length };
    }
}
