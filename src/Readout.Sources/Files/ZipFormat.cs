using System.IO.Compression;

namespace Readout.Sources.Files;

/// <summary>ZIP archives of reports in any format that is read, archives within them included, within bounds on entries, ratio and depth.</summary>
/// <param name="formats">The format of a file name; null for a name that is not read.</param>
public sealed class ZipFormat(Func<string, IReportFormat?> formats) : IReportFormat
{
    private const int MaxDepth = 3;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".zip"];

    /// <inheritdoc/>
    public IEnumerable<RawReport> Split(Stream stream, string name) => Split(stream, name, 1);

    /// <summary>An archive is split, never decoded.</summary>
    public DecodedReport Decode(RawReport raw, ReportDefaults defaults) =>
        PlainTextFormat.Failed(raw, ReadFailureKind.Malformed, "an archive is no report; its entries are");

    private IEnumerable<RawReport> Split(Stream stream, string name, int depth)
    {
        using ZipArchive? archive = Open(stream);
        if (archive is null || archive.Entries.Count > BoundedZip.MaxEntries)
        {
            string message = archive is null ? "no ZIP archive, or a broken one" : $"more than {BoundedZip.MaxEntries} entries; split the archive";
            yield return Failure(name, ReadFailureKind.Malformed, message);
            yield break;
        }

        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            string item = $"{name}!{entry.FullName}";
            if (entry.FullName.EndsWith('/') || formats(entry.FullName) is not { } format)
            {
                continue;
            }

            foreach (RawReport raw in Items(entry, item, format, depth))
            {
                yield return raw;
            }
        }
    }

    private IEnumerable<RawReport> Items(ZipArchiveEntry entry, string item, IReportFormat format, int depth)
    {
        byte[]? bytes = Bytes(entry, format, out string? problem);
        if (bytes is null)
        {
            return [Failure(item, problem is null ? ReadFailureKind.TooLarge : ReadFailureKind.Unreadable, problem ?? "larger, or packed tighter, than an entry may be")];
        }

        if (!ReferenceEquals(format, this))
        {
            return format.Split(new MemoryStream(bytes), item);
        }

        return depth >= MaxDepth
            ? [Failure(item, ReadFailureKind.TooLarge, $"archives within archives are read to a depth of {MaxDepth}")]
            : Split(new MemoryStream(bytes), item, depth + 1);
    }

    private static byte[]? Bytes(ZipArchiveEntry entry, IReportFormat format, out string? problem)
    {
        problem = null;
        try
        {
            return BoundedZip.Read(entry, format is ZipFormat or WarcFormat or JsonLinesFormat or CsvFormat ? 16 * ReportLimits.MaxReportBytes : ReportLimits.MaxReportBytes);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            problem = $"cannot be unpacked: {broken.Message}";
            return null;
        }
    }

    private static ZipArchive? Open(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static RawReport Failure(string name, ReadFailureKind kind, string message) => new() { Name = name, Failure = new ReadFailure(kind, name, message) };
}
