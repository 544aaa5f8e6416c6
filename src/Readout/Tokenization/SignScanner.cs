namespace Readout.Tokenization;

/// <summary>Ends of tokens that open with a sign. Every method looks only inside the chunk it is given.</summary>
internal static class SignScanner
{
    private const char VariationSelector = '\uFE0F';
    private const char Joiner = '\u200D';

    /// <summary>Runs of dots, dashes, question and exclamation marks, stars and rules are one token; any other sign stands alone.</summary>
    public static int RunEnd(ReadOnlySpan<char> chunk, int start)
    {
        char c = chunk[start];
        int end = start + 1;
        switch (c)
        {
            case '!' or '?':
                while (end < chunk.Length && chunk[end] is '!' or '?')
                {
                    end++;
                }

                return end;
            case '.' when end < chunk.Length && chunk[end] is '!' or '?':
                return RunEnd(chunk, end);
            case '.' or '-' or '*' or '=' or '_' or '~' or '+' or '<' or '>' or '\u2026' or '#' or '$' or '|' or '^' or '\u2014' or '\u2013':
                while (end < chunk.Length && chunk[end] == c)
                {
                    end++;
                }

                return end;
            default:
                return end;
        }
    }

    /// <summary>A hashtag or handle with its letters, digits and underscores.</summary>
    public static int TagEnd(ReadOnlySpan<char> chunk, int start, CharKinds kinds)
    {
        int end = start + 1;
        while (end < chunk.Length && (chunk[end] == '_' || kinds[chunk[end]] is CharKind.Lower or CharKind.Upper or CharKind.Digit))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// An emoji with its modifiers and joined parts, or one character outside the basic plane; a lone surrogate stands alone.
    /// </summary>
    public static int SurrogateEnd(ReadOnlySpan<char> chunk, int start)
    {
        int end = PairEnd(chunk, start);
        while (end < chunk.Length && end > start + 1)
        {
            if (chunk[end] is VariationSelector)
            {
                end++;
            }
            else if (chunk[end] == Joiner && end + 1 < chunk.Length && char.IsSurrogate(chunk[end + 1]))
            {
                end = PairEnd(chunk, end + 1);
            }
            else if (IsSkinTone(chunk, end))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static int PairEnd(ReadOnlySpan<char> chunk, int start) =>
        start + 1 < chunk.Length && char.IsSurrogatePair(chunk[start], chunk[start + 1]) ? start + 2 : start + 1;

    // U+1F3FB to U+1F3FF, the Fitzpatrick modifiers.
    private static bool IsSkinTone(ReadOnlySpan<char> chunk, int at) =>
        at + 1 < chunk.Length && chunk[at] == '\uD83C' && chunk[at + 1] is >= '\uDFFB' and <= '\uDFFF';
}
