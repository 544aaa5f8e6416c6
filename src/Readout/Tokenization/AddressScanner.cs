namespace Readout.Tokenization;

/// <summary>Recognises web addresses, e-mail addresses, bare domain names and handles. Each call looks at a bounded stretch once.</summary>
internal static class AddressScanner
{
    private const int LongestAddress = 2048;
    private const int LongestLocalPart = 64;

    private static readonly string[] Schemes = ["http://", "https://", "ftp://", "mailto:", "www."];

    /// <summary>End of the web address that opens the chunk; 0 where none does.</summary>
    public static int WebEnd(ReadOnlySpan<char> chunk)
    {
        foreach (string scheme in Schemes)
        {
            if (chunk.Length > scheme.Length + 2 && chunk.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return TrimEnd(chunk[..Math.Min(chunk.Length, LongestAddress)]);
            }
        }

        return 0;
    }

    /// <summary>End of the e-mail address that opens the chunk; 0 where none does.</summary>
    public static int MailEnd(ReadOnlySpan<char> chunk)
    {
        int at = 0;
        int limit = Math.Min(chunk.Length, LongestLocalPart);
        while (at < limit && (char.IsAsciiLetterOrDigit(chunk[at]) || chunk[at] is '.' or '_' or '-' or '+' or '%'))
        {
            at++;
        }

        if (at == 0 || at >= chunk.Length || chunk[at] != '@')
        {
            return 0;
        }

        int end = at + 1;
        limit = Math.Min(chunk.Length, LongestAddress);
        while (end < limit && (char.IsAsciiLetterOrDigit(chunk[end]) || chunk[end] is '.' or '-'))
        {
            end++;
        }

        end = TrimEnd(chunk[..end]);
        return end > at + 2 ? end : 0;
    }

    /// <summary>End of the domain name with its path that opens the chunk ("kremlin.ru", "gov.uk/news"); 0 where none does.</summary>
    public static int DomainEnd(ReadOnlySpan<char> chunk, WordLexicon lexicon)
    {
        int end = 0;
        int label = 0;
        int limit = Math.Min(chunk.Length, 256);
        while (end < limit && (char.IsAsciiLetterOrDigit(chunk[end]) || chunk[end] is '.' or '-'))
        {
            if (chunk[end] == '.')
            {
                if (end == label)
                {
                    return 0;
                }

                label = end + 1;
            }

            end++;
        }

        if (end > 0 && chunk[end - 1] == '.')
        {
            return DomainEnd(chunk[..(end - 1)], lexicon);
        }

        // One dot between a lower-case first label and a known last label: "world.It" lost a space, "kremlin.ru" did not.
        bool known = IsGroupName(chunk[..end])
            || (label > 2 && end - label >= 2 && lexicon.IsTopLevelDomain(chunk[label..end]) && !char.IsAsciiLetterUpper(chunk[label]));
        if (!known)
        {
            return 0;
        }

        return end < chunk.Length && chunk[end] == '/' ? TrimEnd(chunk[..Math.Min(chunk.Length, LongestAddress)]) : end;
    }

    // Three labels and more, all in lower case: "alt.religion.music".
    private static bool IsGroupName(ReadOnlySpan<char> name)
    {
        int dots = 0;
        int label = 0;
        foreach (char c in name)
        {
            if (c == '.')
            {
                dots++;
                label = 0;
            }
            else if (!char.IsAsciiLetterLower(c) && c != '-')
            {
                return false;
            }
            else
            {
                label++;
            }
        }

        return dots >= 2 && label >= 3 && name.IndexOf('.') >= 3;
    }

    private static int TrimEnd(ReadOnlySpan<char> address)
    {
        int end = address.Length;
        while (end > 0 && IsTrailing(address, end))
        {
            end--;
        }

        return end;
    }

    private static bool IsTrailing(ReadOnlySpan<char> address, int end)
    {
        char last = address[end - 1];
        return last switch
        {
            '.' or ',' or ';' or ':' or '!' or '?' or '"' or '\'' or '>' or ']' or '*' or '\u201D' or '\u2019' or '\u2026' or '\u00BB' => true,
            ')' => address[..(end - 1)].IndexOf('(') < 0,
            _ => false,
        };
    }
}
