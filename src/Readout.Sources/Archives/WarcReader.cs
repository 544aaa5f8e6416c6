using System.Globalization;
using System.Text;

namespace Readout.Sources.Archives;

/// <summary>Reads the records of a WARC file as a stream (ISO 28500:2017, section 4). Memory holds one record at a time, and none over the bound.</summary>
public static class WarcReader
{
    private const int MaxHeaderBytes = 64 * 1024;

    /// <summary>The records in file order. Where the file breaks off or loses its form, a record that says so is the last.</summary>
    /// <param name="stream">Uncompressed.</param>
    /// <param name="limit">Largest block in bytes; a larger one is passed over with its reason.</param>
    public static IEnumerable<WarcRecord> Read(Stream stream, int limit)
    {
        using var input = new BufferedStream(stream, 1 << 16);
        for (int number = 1; ; number++)
        {
            (Dictionary<string, string>? headers, string? problem) = Headers(input);
            if (headers is null)
            {
                if (problem is not null)
                {
                    yield return new WarcRecord { Number = number, Problem = problem };
                }

                yield break;
            }

            WarcRecord record = Record(input, headers, limit) with { Number = number };
            yield return record;
            if (record.Type.Length == 0)
            {
                yield break;
            }
        }
    }

    private static WarcRecord Record(Stream input, Dictionary<string, string> headers, int limit)
    {
        string type = headers.GetValueOrDefault("WARC-Type") ?? "";
        if (!long.TryParse(headers.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            return new WarcRecord { Number = 0, Problem = "a record without Content-Length: the rest of the file cannot be read" };
        }

        var record = new WarcRecord
        {
            Number = 0,
            Type = type,
            Address = headers.GetValueOrDefault("WARC-Target-URI")?.Trim('<', '>'),
            Captured = DateTimeOffset.TryParse(headers.GetValueOrDefault("WARC-Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null,
        };
        bool isWanted = type is "response" or "resource";
        if (!isWanted || length > limit)
        {
            bool isWhole = Skip(input, length);
            string? problem = !isWhole ? "the file breaks off inside this record" : isWanted ? $"the response to {record.Address} has {length} bytes, more than the {limit} allowed" : null;
            return record with { Type = isWhole ? type : "", Problem = problem };
        }

        var content = new byte[length];
        int read = input.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read < length ? record with { Type = "", Problem = "the file breaks off inside this record" } : record with { Content = content };
    }

    private static bool Skip(Stream input, long length)
    {
        var chunk = new byte[65536];
        while (length > 0)
        {
            int read = input.Read(chunk, 0, (int)Math.Min(chunk.Length, length));
            if (read == 0)
            {
                return false;
            }

            length -= read;
        }

        return true;
    }

    private static (Dictionary<string, string>? Headers, string? Problem) Headers(Stream input)
    {
        string? line = Line(input);
        while (line is { Length: 0 })
        {
            line = Line(input);
        }

        if (line is null)
        {
            return (null, null);
        }

        if (!line.StartsWith("WARC/", StringComparison.Ordinal))
        {
            return (null, $"expected a line such as WARC/1.1, found '{line[..Math.Min(40, line.Length)]}'; the rest of the file cannot be read");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Line(input) is { Length: > 0 } header)
        {
            int colon = header.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(header[..colon].Trim(), header[(colon + 1)..].Trim());
            }

            if (headers.Count > 500)
            {
                return (null, "a record with more than 500 header lines");
            }
        }

        return (headers, null);
    }

    private static string? Line(Stream input)
    {
        var line = new List<byte>(120);
        int b;
        while ((b = input.ReadByte()) >= 0 && b != '\n' && line.Count < MaxHeaderBytes)
        {
            line.Add((byte)b);
        }

        return b < 0 && line.Count == 0 ? null : Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }
}
