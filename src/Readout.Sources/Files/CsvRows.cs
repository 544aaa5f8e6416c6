namespace Readout.Sources.Files;

/// <summary>Cuts a table into rows in bounded memory; a line end inside quotes ends no row.</summary>
internal static class CsvRows
{
    /// <summary>Rows in order; one over <paramref name="limit"/> bytes comes without its bytes.</summary>
    public static IEnumerable<ByteLine> Read(Stream stream, int limit)
    {
        using var row = new MemoryStream();
        long length = 0;
        bool isQuoted = false;
        foreach (ByteLine line in ByteLines.Read(stream, limit))
        {
            length += line.Length;
            if (line.Bytes is { } bytes && length <= limit)
            {
                row.Write(bytes);
                row.WriteByte((byte)'\n');
                isQuoted ^= bytes.AsSpan().Count((byte)'"') % 2 == 1;
            }
            else
            {
                isQuoted = false;
            }

            if (!isQuoted)
            {
                yield return new ByteLine(length <= limit ? row.ToArray() : null, length);
                row.SetLength(0);
                length = 0;
            }
        }

        if (length > 0)
        {
            yield return new ByteLine(length <= limit ? row.ToArray() : null, length);
        }
    }
}
