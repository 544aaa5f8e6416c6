using System.IO.Compression;

namespace Readout.Sources.Files;

/// <summary>Reads entries of ZIP archives within bounds on their size and compression ratio.</summary>
internal static class BoundedZip
{
    /// <summary>Entries of one archive.</summary>
    public const int MaxEntries = 100_000;

    /// <summary>Uncompressed bytes for each compressed one; text stays below 20.</summary>
    public const int MaxRatio = 200;

    /// <summary>The entry's bytes; null where it is larger, or packed tighter, than allowed. The sizes that the archive states are not believed.</summary>
    /// <exception cref="InvalidDataException">The entry is broken.</exception>
    public static byte[]? Read(ZipArchiveEntry entry, int limit)
    {
        long allowed = Math.Min(limit, Math.Max(64 * 1024, entry.CompressedLength * MaxRatio));
        using Stream content = entry.Open();
        return ReadBounded(content, (int)allowed);
    }

    /// <summary>All bytes of a stream; null where they are more than the limit.</summary>
    public static byte[]? ReadBounded(Stream content, int limit)
    {
        using var copy = new MemoryStream();
        var chunk = new byte[32768];
        int read;
        while ((read = content.Read(chunk, 0, chunk.Length)) > 0)
        {
            copy.Write(chunk, 0, read);
            if (copy.Length > limit)
            {
                return null;
            }
        }

        return copy.ToArray();
    }
}
