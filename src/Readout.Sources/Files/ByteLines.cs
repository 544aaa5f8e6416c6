namespace Readout.Sources.Files;

/// <summary>One line of a stream.</summary>
/// <param name="Bytes">The line without its end; null where it is longer than the bound.</param>
/// <param name="Length">Bytes of the line with its end.</param>
internal sealed record ByteLine(byte[]? Bytes, long Length);

/// <summary>Reads lines as bytes in bounded memory.</summary>
internal static class ByteLines
{
    /// <summary>Lines in order; one over <paramref name="limit"/> bytes is skipped and comes without its bytes.</summary>
    public static IEnumerable<ByteLine> Read(Stream stream, int limit)
    {
        var chunk = new byte[65536];
        using var line = new MemoryStream();
        long length = 0;
        int read;
        while ((read = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            int at = 0;
            while (at < read)
            {
                int end = chunk.AsSpan(at, read - at).IndexOf((byte)'\n');
                int take = end < 0 ? read - at : end;
                if (length + take <= limit)
                {
                    line.Write(chunk, at, take);
                }

                length += take;
                at += take;
                if (end >= 0)
                {
                    at++;
                    yield return Take(line, length, limit);
                    length = 0;
                }
            }
        }

        if (length > 0)
        {
            yield return Take(line, length, limit);
        }
    }

    private static ByteLine Take(MemoryStream line, long length, int limit)
    {
        byte[]? bytes = length <= limit ? line.ToArray() : null;
        line.SetLength(0);
        return new ByteLine(bytes, length + 1);
    }
}
