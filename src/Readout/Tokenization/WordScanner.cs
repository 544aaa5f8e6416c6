namespace Readout.Tokenization;

/// <summary>Finds where a word that opens with a letter or digit ends: which inner signs belong to it.</summary>
internal static class WordScanner
{
    /// <summary>End of the word at <paramref name="start"/>; one pass, with a bounded look around each sign.</summary>
    public static int End(ReadOnlySpan<char> chunk, int start, CharKinds kinds, WordLexicon lexicon)
    {
        int end = start;
        while (end < chunk.Length)
        {
            CharKind kind = kinds[chunk[end]];
            if (kind != CharKind.Sign)
            {
                end++;
            }
            else if (IsInner(chunk, start, end, kinds, lexicon))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        // US$, A$
        return end < chunk.Length && chunk[end] == '$' && end - start <= 3 && kinds[chunk[start]] == CharKind.Upper ? end + 1 : end;
    }

    /// <summary>Whether single letters are parted by full stops: "U.S", "p.m".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word, CharKinds kinds)
    {
        if (word.Length < 3 || word.Length > 24 || word.Length % 2 == 0)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            bool fits = i % 2 == 1 ? word[i] == '.' : kinds[word[i]] is CharKind.Lower or CharKind.Upper;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInner(ReadOnlySpan<char> chunk, int start, int at, CharKinds kinds, WordLexicon lexicon)
    {
        if (at + 1 >= chunk.Length)
        {
            return false;
        }

        CharKind before = kinds[chunk[at - 1]];
        CharKind after = kinds[chunk[at + 1]];
        bool digits = before == CharKind.Digit && after == CharKind.Digit;
        switch (chunk[at])
        {
            case '.':
                return digits || IsInnerStop(chunk, start, at, kinds, lexicon);
            case ',':
                return digits && DigitsFrom(chunk, at + 1, kinds) == 3;
            case ':' or '/' or '\u2044':
                return digits;
            case '_':
                return true;
            case '&':
                return before == CharKind.Upper && after == CharKind.Upper && at - start <= 4;
            case '-' or '\u2010' or '\u2011':
                return IsInnerHyphen(chunk, start, at, kinds, lexicon);
            default:
                return CharKinds.IsApostrophe(chunk[at]) && after is CharKind.Lower or CharKind.Upper && before != CharKind.Sign
                    && (before != CharKind.Digit || chunk[at + 1] is 's' or 'S');
        }
    }

    // Inside acronyms ("U.S", "Ph.D") and before file extensions.
    private static bool IsInnerStop(ReadOnlySpan<char> chunk, int start, int at, CharKinds kinds, WordLexicon lexicon)
    {
        int from = at;
        while (from > start && from > at - 12 && chunk[from - 1] != '.')
        {
            from--;
        }

        int to = at + 1;
        while (to < chunk.Length && to < at + 12 && kinds[chunk[to]] is CharKind.Lower or CharKind.Upper or CharKind.Digit)
        {
            to++;
        }

        bool letters = kinds[chunk[at - 1]] is CharKind.Lower or CharKind.Upper && kinds[chunk[at + 1]] is CharKind.Lower or CharKind.Upper;
        if (letters && at - from == 1 && to - at == 2)
        {
            return true;
        }

        if (to < chunk.Length && chunk[to] == '.' && lexicon.Abbreviation(chunk[from..(to + 1)]) == AbbreviationUse.Always)
        {
            return true;
        }

        return lexicon.IsFileExtension(chunk[(at + 1)..to]) && (to == chunk.Length || kinds[chunk[to]] == CharKind.Sign);
    }

    // Prefixes and suffixes stay with their word; telephone numbers, dates and codes stay whole; everything else is split.
    private static bool IsInnerHyphen(ReadOnlySpan<char> chunk, int start, int at, CharKinds kinds, WordLexicon lexicon)
    {
        if (kinds[chunk[at + 1]] == CharKind.Sign)
        {
            return false;
        }

        if (kinds[chunk[at - 1]] == CharKind.Digit && kinds[chunk[at + 1]] == CharKind.Digit)
        {
            return IsNumberCode(chunk, start, at, kinds);
        }

        int from = at;
        while (from > start && from > at - 12 && chunk[from - 1] is not ('-' or '\u2010' or '\u2011'))
        {
            from--;
        }

        if (lexicon.IsHyphenPrefix(chunk[from..at]))
        {
            return from == start || chunk[from - 1] is '-' or '\u2010' or '\u2011';
        }

        int to = at + 1;
        while (to < chunk.Length && to < at + 12 && kinds[chunk[to]] is CharKind.Lower or CharKind.Upper)
        {
            to++;
        }

        return lexicon.IsHyphenSuffix(chunk[(at + 1)..to]);
    }

    // 345-9945, 713-853-3989, 1-800-991-9019, 11-20-2000, 2006-12-19; but 1971-1972 and 1-2 are ranges.
    private static bool IsNumberCode(ReadOnlySpan<char> chunk, int start, int at, CharKinds kinds)
    {
        Span<int> groups = stackalloc int[6];
        int count = 0;
        int i = start;
        int limit = Math.Min(chunk.Length, start + 24);
        while (i < limit && count < groups.Length)
        {
            int digits = DigitsFrom(chunk, i, kinds);
            if (digits == 0)
            {
                return false;
            }

            groups[count++] = digits;
            i += digits;
            if (i >= limit || chunk[i] != '-' || i + 1 >= chunk.Length || kinds[chunk[i + 1]] != CharKind.Digit)
            {
                break;
            }

            i++;
        }

        return count switch
        {
            2 => groups[0] == 3 && groups[1] == 4,
            3 => groups[2] == 4 || (groups[0] is 2 or 4 && groups[1] == 2 && groups[2] == 2) || (groups[0] == 1 && groups[1] == 3),
            4 => groups[3] == 4,
            _ => false,
        } && at > start;
    }

    private static int DigitsFrom(ReadOnlySpan<char> chunk, int at, CharKinds kinds)
    {
        int end = at;
        while (end < chunk.Length && end < at + 12 && kinds[chunk[end]] == CharKind.Digit)
        {
            end++;
        }

        return end - at;
    }
}
