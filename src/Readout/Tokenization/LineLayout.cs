namespace Readout.Tokenization;

/// <summary>Tells texts whose lines were broken to a width (mail, telex, old archives) from texts with a paragraph a line.</summary>
internal static class LineLayout
{
    private const int FewestBreaks = 4;
    private const int NarrowestLine = 45;
    private const int WidestLine = 110;

    /// <summary>
    /// Whether single line ends are no paragraph ends: at least four inner line ends, most of them after a line of 45 to 110 characters
    /// that ends without a final stop or before a lower-case letter.
    /// </summary>
    public static bool IsWrapped(ReadOnlySpan<char> text, CharKinds kinds)
    {
        int breaks = 0;
        int inner = 0;
        int lineStart = 0;
        while (lineStart < text.Length)
        {
            int length = text[lineStart..].IndexOf('\n');
            if (length < 0)
            {
                break;
            }

            int next = lineStart + length + 1;
            ReadOnlySpan<char> line = text.Slice(lineStart, length).TrimEnd();
            if (line.Length > 0 && next < text.Length && kinds[text[next]] is not (CharKind.Line or CharKind.Space))
            {
                breaks++;
                bool width = line.Length is >= NarrowestLine and <= WidestLine;
                inner += width && kinds[text[next]] == CharKind.Lower && kinds[line[^1]] != CharKind.Line && line[^1] is not ('.' or '!' or '?') ? 1 : 0;
            }

            lineStart = next;
        }

        // In running English about three of four lines of such a width open with a lower-case letter.
        return breaks >= FewestBreaks && inner * 2 > breaks;
    }
}
