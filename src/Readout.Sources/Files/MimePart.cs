using System.Globalization;
using System.Text;
using Readout.Sources.Pages;

namespace Readout.Sources.Files;

/// <summary>A part of an e-mail (RFC 5322, RFC 2045 to 2047): its headers and its undecoded body.</summary>
internal sealed class MimePart
{
    private const int MaxDepth = 20;
    private const int MaxParts = 1_000;
    private const int MaxHeaders = 1_000;

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadOnlyMemory<byte> _body;

    private MimePart(ReadOnlyMemory<byte> bytes) => _body = bytes[ReadHeaders(bytes.Span)..];

    /// <summary>Media type in lower case, <c>text/plain</c> where none is given.</summary>
    public string MediaType => (_headers.GetValueOrDefault("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether the part is meant to be saved, not read.</summary>
    public bool IsAttachment => _headers.GetValueOrDefault("Content-Disposition")?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads the outermost part.</summary>
    public static MimePart Read(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>A header with its encoded words decoded; null where it is missing.</summary>
    public string? Header(string name) => _headers.TryGetValue(name, out string? value) ? DecodeWords(value) : null;

    /// <summary>The leaves of the tree of parts, in order.</summary>
    public IReadOnlyList<MimePart> Leaves()
    {
        var leaves = new List<MimePart>();
        var open = new Stack<(MimePart Part, int Depth)>();
        open.Push((this, 0));
        while (open.TryPop(out var item) && leaves.Count < MaxParts)
        {
            if (!item.Part.MediaType.StartsWith("multipart/", StringComparison.Ordinal) || item.Depth >= MaxDepth || item.Part.Parameter("boundary") is not { Length: > 0 } boundary)
            {
                leaves.Add(item.Part);
                continue;
            }

            foreach (MimePart inner in Enumerable.Reverse(item.Part.Inner(boundary)))
            {
                open.Push((inner, item.Depth + 1));
            }
        }

        return leaves;
    }

    /// <summary>The part's text in its transfer encoding and charset; null where it is no text.</summary>
    public string? Text()
    {
        byte[] bytes = (_headers.GetValueOrDefault("Content-Transfer-Encoding") ?? "").Trim().ToLowerInvariant() switch
        {
            "base64" => FromBase64(_body.Span),
            "quoted-printable" => FromQuotedPrintable(_body.Span, false),
            _ => _body.ToArray(),
        };
        return MarkupDecoder.Decode(bytes, Parameter("charset"));
    }

    private int ReadHeaders(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        string? last = null;
        while (at < bytes.Length && _headers.Count < MaxHeaders)
        {
            int end = bytes[at..].IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? bytes[at..] : bytes.Slice(at, end)).TrimEnd((byte)'\r');
            at = end < 0 ? bytes.Length : at + end + 1;
            if (line.IsEmpty)
            {
                return at;
            }

            string text = System.Text.Unicode.Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line);
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            if (text[0] is ' ' or '\t' && last is not null && _headers[last].Length < 10_000)
            {
                _headers[last] += " " + text.Trim();
            }
            else if (colon > 0)
            {
                last = text[..colon].Trim();
                _headers.TryAdd(last, text[(colon + 1)..].Trim());
            }
        }

        return at;
    }

    private string? Parameter(string name)
    {
        foreach (string part in (_headers.GetValueOrDefault("Content-Type") ?? "").Split(';').Skip(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    private List<MimePart> Inner(string boundary)
    {
        var parts = new List<MimePart>();
        byte[] mark = Encoding.Latin1.GetBytes("--" + boundary);
        ReadOnlySpan<byte> bytes = _body.Span;
        int start = -1;
        int at = 0;
        while (parts.Count < MaxParts && at <= bytes.Length)
        {
            int found = bytes[at..].IndexOf(mark);
            int edge = found < 0 ? bytes.Length : at + found;
            if (found >= 0 && edge > 0 && bytes[edge - 1] != '\n')
            {
                at = edge + mark.Length;
                continue;
            }

            if (start >= 0 && edge > start)
            {
                parts.Add(new MimePart(_body[start..edge]));
            }

            if (found < 0 || bytes[(edge + mark.Length)..].StartsWith("--"u8))
            {
                break;
            }

            int line = bytes[edge..].IndexOf((byte)'\n');
            start = line < 0 ? bytes.Length : edge + line + 1;
            at = start;
        }

        return parts;
    }

    private static byte[] FromBase64(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder(bytes.Length);
        foreach (byte b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
            {
                letters.Append((char)b);
            }
        }

        letters.Length -= letters.Length % 4 == 1 ? 1 : 0;
        letters.Append('=', (4 - (letters.Length % 4)) % 4);
        return Convert.FromBase64String(letters.ToString());
    }

    private static byte[] FromQuotedPrintable(ReadOnlySpan<byte> bytes, bool isHeader)
    {
        using var output = new MemoryStream(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '=' && i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte value))
            {
                output.WriteByte(value);
                i += 2;
            }
            else if (bytes[i] == '=' && i + 1 < bytes.Length && bytes[i + 1] is (byte)'\n' or (byte)'\r')
            {
                i += bytes[i + 1] == '\r' && i + 2 < bytes.Length && bytes[i + 2] == '\n' ? 2 : 1;
            }
            else
            {
                output.WriteByte(isHeader && bytes[i] == '_' ? (byte)' ' : bytes[i]);
            }
        }

        return output.ToArray();
    }

    // =?charset?B?...?= and =?charset?Q?...?= of RFC 2047; white space between two of them is no part of the text.
    private static string DecodeWords(string value)
    {
        var text = new StringBuilder();
        int at = 0;
        bool afterWord = false;
        while (at < value.Length)
        {
            int open = value.IndexOf("=?", at, StringComparison.Ordinal);
            string[] cells = open < 0 ? [] : value[(open + 2)..].Split('?', 4);
            if (cells.Length < 4 || cells[1].Length != 1 || !cells[3].StartsWith('='))
            {
                text.Append(value.AsSpan(at, open < 0 ? value.Length - at : open + 2 - at));
                at = open < 0 ? value.Length : open + 2;
                afterWord = false;
                continue;
            }

            string between = value[at..open];
            text.Append(afterWord && string.IsNullOrWhiteSpace(between) ? "" : between);
            byte[] raw = Encoding.Latin1.GetBytes(cells[2]);
            byte[] bytes = cells[1] is "B" or "b" ? FromBase64(raw) : FromQuotedPrintable(raw, true);
            text.Append(MarkupDecoder.Decode(bytes, cells[0].Split('*')[0]) ?? "");
            at = open + 2 + cells[0].Length + cells[1].Length + cells[2].Length + 4;
            afterWord = true;
        }

        return text.ToString();
    }
}
