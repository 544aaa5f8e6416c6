using System.Text;

namespace Readout.Export;

/// <summary>Writes iCalendar content lines: escaped, folded at 75 octets, ended by CR LF (RFC 5545, sections 3.1 and 3.3.11).</summary>
internal static class ContentLine
{
    private const int MaximumOctets = 75;

    public static void Append(StringBuilder calendar, string name, string value)
    {
        string line = $"{name}:{value}";
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            // A fold stands between characters, never inside the octets of one; the blank that opens the next line counts.
            if (octets + rune.Utf8SequenceLength > MaximumOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }

    /// <summary>Escapes a TEXT value; control characters that RFC 5545 forbids become blanks.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(c);
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                default:
                    escaped.Append(char.IsControl(c) && c != '\t' ? ' ' : c);
                    break;
            }
        }

        return escaped.ToString();
    }
}
