using System.Text;

namespace Readout.Sources.Files;

/// <summary>
/// Bytes to text by byte-order mark and content: UTF-8, UTF-16, UTF-32, else Windows-1252, else UTF-8 with replacements.
/// </summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes <paramref name="bytes"/>; the byte-order mark is no part of the text.</summary>
    /// <param name="bytes">Any bytes.</param>
    /// <param name="note">A sentence where something was guessed or replaced; null where the text is exactly what the bytes say.</param>
    /// <returns>The text; null where the bytes are no text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string? note)
    {
        note = null;
        if (ByByteOrderMark(bytes, out int mark) is { } marked)
        {
            return Replacing(marked, bytes[mark..], ref note);
        }

        if (WideByZeros(bytes) is { } wide)
        {
            note = $"no byte-order mark, read as {wide.WebName} by its zero bytes";
            return Replacing(wide, bytes, ref note);
        }

        if (IsBinary(bytes))
        {
            return null;
        }

        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return StrictUtf8.GetString(bytes);
        }

        if (LooksLikeWindows1252(bytes))
        {
            note = "not valid UTF-8, read as Windows-1252";
            return Windows1252.GetString(bytes);
        }

        return Replacing(Encoding.UTF8, bytes, ref note);
    }

    private static Encoding? ByByteOrderMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (Encoding? encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    // Western text in UTF-16 without a mark has a zero in every other byte.
    private static Encoding? WideByZeros(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..(Math.Min(bytes.Length, 1024) & ~1)];
        if (head.Length < 4)
        {
            return null;
        }

        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        int most = head.Length / 2 * 7 / 10;
        return odd > most && even == 0 ? Encoding.Unicode : even > most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 65536)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b == 0)
            {
                return true;
            }

            controls += b < 32 && b is not (9 or 10 or 12 or 13 or 27) ? 1 : 0;
        }

        return controls > head.Length / 20;
    }

    // The five bytes that Windows-1252 leaves undefined, and mostly letters and punctuation otherwise. UTF-8 text with a few
    // broken sequences has many bytes C2-F4 followed by a continuation byte, which in Windows-1252 would be mojibake.
    private static bool LooksLikeWindows1252(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAny<byte>([0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0)
        {
            return false;
        }

        int high = 0;
        int sequences = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] >= 0x80)
            {
                high++;
                sequences += bytes[i] is >= 0xC2 and <= 0xF4 && i + 1 < bytes.Length && bytes[i + 1] is >= 0x80 and < 0xC0 ? 1 : 0;
            }
        }

        return sequences * 4 < high;
    }

    private static string Replacing(Encoding encoding, ReadOnlySpan<byte> bytes, ref string? note)
    {
        string text = encoding.GetString(bytes);
        int replaced = text.AsSpan().Count('\uFFFD');
        if (replaced > 0)
        {
            string what = string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"{replaced} invalid {encoding.WebName} sequences replaced by U+FFFD");
            note = note is null ? what : $"{note}; {what}";
        }

        return text;
    }
}
