using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Readout.Sources.Files;

namespace Readout.Sources.Pages;

/// <summary>
/// Bytes of HTML or XML to text: byte-order mark, then the charset that the server named, then what the markup declares, each believed only where
/// the bytes bear it out, then the content itself (<see cref="TextDecoder"/>). Thread-safe.
/// </summary>
public static class MarkupDecoder
{
    private const int DeclarationBytes = 4096;

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" \"';/>?\r\n\t");

    /// <summary>Decodes a page or feed.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="namedCharset">Charset of the Content-Type header; null where it names none.</param>
    /// <returns>The text; null where the bytes are no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? namedCharset = null)
    {
        bool hasMark = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
        if (!hasMark && bytes[..Math.Min(bytes.Length, DeclarationBytes)].IndexOf((byte)0) < 0)
        {
            string? declared = namedCharset ?? Declared(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
            if (Utf8.IsValid(bytes) || IsUtf8(declared) || declared is null)
            {
                // Text that is valid UTF-8 beyond ASCII is hardly ever anything else, whatever it declares.
                return declared is not null && HasStrayZeros(bytes) ? Encoding.UTF8.GetString(bytes).Replace("\0", "", StringComparison.Ordinal) : TextDecoder.Decode(bytes, out _);
            }

            if (EncodingOf(declared) is { } encoding)
            {
                return encoding.GetString(bytes);
            }
        }

        return TextDecoder.Decode(bytes, out _);
    }

    /// <summary>The encoding of a charset label as the WHATWG Encoding Standard reads it; null for an unknown one.</summary>
    internal static Encoding? EncodingOf(string label)
    {
        string name = label.Trim().Trim('"', '\'').ToLowerInvariant();
        try
        {
            return name switch
            {
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso8859-1" or "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
                "gb2312" or "gbk" or "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("gb18030"),
                // A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
                "utf-16" or "utf-16le" or "utf-16be" or "utf-7" or "unicode" => null,
                _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // A few zero bytes in a page that names its charset are a slip of its maker, not a sign of binary content; HTML parsers drop them too.
    private static bool HasStrayZeros(ReadOnlySpan<byte> bytes) => bytes.Count((byte)0) is > 0 and var zeros && zeros * 1000L < bytes.Length;

    private static bool IsUtf8(string? label) => label is not null && label.Trim(' ', '"', '\'') is { } name
        && (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase));

    // The label that a meta element or an XML declaration names; a script's own charset says nothing of the page (HTML Living Standard, 13.2.3.2).
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        foreach ((string tag, string key) in (ReadOnlySpan<(string, string)>)[("<meta", "charset"), ("<?xml", "encoding")])
        {
            for (int at = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(tag, at + tag.Length, StringComparison.OrdinalIgnoreCase))
            {
                int end = text.IndexOf('>', at);
                if (LabelIn(text.AsSpan(at, (end < 0 ? text.Length : end) - at), key) is { } label)
                {
                    return label;
                }
            }
        }

        return null;
    }

    private static string? LabelIn(ReadOnlySpan<char> tag, string key)
    {
        for (int at = tag.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = tag.IndexOf(key, StringComparison.OrdinalIgnoreCase))
        {
            tag = tag[(at + key.Length)..];
            ReadOnlySpan<char> rest = tag.TrimStart();
            if (rest.StartsWith("=", StringComparison.Ordinal))
            {
                ReadOnlySpan<char> value = rest[1..].TrimStart(" \"'");
                int end = value.IndexOfAny(LabelEnds);
                return end > 0 ? value[..end].ToString() : end < 0 && value.Length > 0 ? value.ToString() : null;
            }
        }

        return null;
    }
}
