using System.IO.Compression;
using System.Text;

namespace Readout.Cli.Running;

/// <summary>Reads a public dump line by line, packed (.gz) or not, in bounded memory.</summary>
internal static class DumpFile
{
    // The longest items of Wikidata have some ten million characters; a longer line is no item and no place.
    private const int LongestLine = 32 * 1024 * 1024;

    /// <summary>The lines of a file in order; a line that is too long is left out and counted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tooLong">Called for each line left out.</param>
    public static IEnumerable<string> Lines(string path, Action tooLong)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".bz2", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"{path}: expected a plain or gzip file; unpack it first");
        }

        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        var line = new StringBuilder();
        var buffer = new char[1 << 14];
        bool isTooLong = false;
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            int start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\n', start, read - start)) >= 0; start = end + 1)
            {
                if (!isTooLong)
                {
                    yield return line.Append(buffer, start, end - start).ToString().TrimEnd('\r');
                }

                isTooLong = false;
                line.Clear();
            }

            if (!isTooLong)
            {
                line.Append(buffer, start, read - start);
            }

            if (line.Length > LongestLine)
            {
                tooLong();
                isTooLong = true;
                line = new StringBuilder();
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString().TrimEnd('\r');
        }
    }
}
