using System.Globalization;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Folds names so that spellings of one name are equal: small letters, no accents, hyphens or apostrophes, no Arabic article.</summary>
internal static class NameFolding
{
    // A longer name is folded all the same, its buffer on the heap.
    private const int OnStack = 128;

    /// <summary>The folded words of a name in order; empty for a name without letters.</summary>
    public static string[] Words(ReadOnlySpan<char> name)
    {
        Span<char> folded = name.Length <= OnStack ? stackalloc char[name.Length] : new char[name.Length];
        int length = 0;
        int words = 0;
        foreach (char c in name)
        {
            if (char.IsLetter(c) || (c > '\u007f' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber) || char.IsAsciiDigit(c))
            {
                words += length == 0 || folded[length - 1] == ' ' ? 1 : 0;
                folded[length++] = char.IsLetter(c) ? char.ToLowerInvariant(LatinLetters.Fold(c)) : c;
            }
            else if ((char.IsWhiteSpace(c) || c is '-' or '‐' or '–' or '.') && length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return Split(folded[..length], words);
    }

    // Arabic articles count only where nothing else stands.
    private static string[] Split(ReadOnlySpan<char> folded, int words)
    {
        var kept = new string[words];
        int count = 0;
        foreach (Range range in folded.Split(' '))
        {
            ReadOnlySpan<char> word = folded[range];
            if (word.Length > 0 && word is not ("al" or "el" or "ul"))
            {
                kept[count++] = word.ToString();
            }
        }

        if (count == words)
        {
            return kept;
        }

        return count > 0 ? kept[..count] : folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether two folded names can be one person's: the shorter one's words stand in the longer in order, initials for words.</summary>
    public static bool Agree(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        if (a.Length > b.Length)
        {
            return Agree(b, a);
        }

        int at = 0;
        foreach (string word in b)
        {
            if (at < a.Length && (word == a[at] || (a[at].Length == 1 && word[0] == a[at][0]) || (word.Length == 1 && a[at][0] == word[0])))
            {
                at++;
            }
        }

        return at == a.Length;
    }
}
