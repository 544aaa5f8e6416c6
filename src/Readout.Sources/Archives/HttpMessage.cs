using System.Globalization;
using System.Text;

namespace Readout.Sources.Archives;

/// <summary>An HTTP/1.x response as archives keep it (RFC 9112): status, headers and the body as it went over the wire.</summary>
public sealed class HttpMessage
{
    private readonly Dictionary<string, string> _headers;
    private readonly ReadOnlyMemory<byte> _body;

    private HttpMessage(int status, Dictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        Status = status;
        _headers = headers;
        _body = body;
    }

    /// <summary>Status code.</summary>
    public int Status { get; }

    /// <summary>Media type in lower case; empty where none is given.</summary>
    public string MediaType => (Header("Content-Type") ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Charset parameter of the content type; null where there is none.</summary>
    public string? Charset => CharsetOf(Header("Content-Type"));

    /// <summary>The charset parameter of a content type; null where there is none.</summary>
    public static string? CharsetOf(string? contentType)
    {
        int at = contentType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : contentType![(at + 8)..].Split(';')[0].Trim(' ', '"', '\'') is { Length: > 0 } name ? name : null;
    }

    /// <summary>A header; null where it is missing.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>Reads a response; null where the bytes are none.</summary>
    public static HttpMessage? Parse(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (!span.StartsWith("HTTP/"u8))
        {
            return null;
        }

        int end = span.IndexOf("\r\n\r\n"u8);
        int skip = 4;
        if (end < 0)
        {
            end = span.IndexOf("\n\n"u8);
            skip = 2;
        }

        string[] lines = Encoding.Latin1.GetString(end < 0 ? span : span[..end]).Split('\n');
        string[] first = lines[0].Split(' ', 3);
        if (first.Length < 2 || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out int status))
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return new HttpMessage(status, headers, end < 0 ? default : bytes[(end + skip)..]);
    }

    /// <summary>The body without its transfer and content codings; null where it is broken or more than the limit.</summary>
    public byte[]? DecodedBody(int limit)
    {
        bool isChunked = Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;

        // Common Crawl keeps the header of a coding that it has undone.
        byte[]? body = isChunked && Unchunk(_body.Span) is { } whole ? whole : _body.ToArray();
        foreach (string coding in (Header("Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            body = ContentCoding.Decode(coding, body, limit);
            if (body is null)
            {
                return null;
            }
        }

        return body.Length > limit ? null : body;
    }

    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        while (true)
        {
            int line = body.IndexOf((byte)'\n');
            if (line < 0)
            {
                return null;
            }

            ReadOnlySpan<byte> digits = body[..line].TrimEnd((byte)'\r');
            int semicolon = digits.IndexOf((byte)';');
            digits = semicolon < 0 ? digits : digits[..semicolon];
            if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) || size < 0 || size > body.Length - line - 1)
            {
                return null;
            }

            if (size == 0)
            {
                return whole.ToArray();
            }

            whole.Write(body.Slice(line + 1, size));
            body = body[(line + 1 + size)..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) ? body[1..] : body;
        }
    }
}
