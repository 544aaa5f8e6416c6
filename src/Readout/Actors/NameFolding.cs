using System.Globalization;
using System.Text;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Folds names so that spellings of one name are equal: small letters, no accents, hyphens or apostrophes, no Arabic article.</summary>
internal static class NameFolding
{
    /// <summary>The folded words of a name in order; empty for a name without letters.</summary>
    public static string[] Words(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsLetter(c))
            {
                folded.Append(char.ToLowerInvariant(LatinLetters.Fold(c)));
            }
            else if (char.IsWhiteSpace(c) || c is '-' or '‐' or '–' or '.')
            {
                folded.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            {
                folded.Append(c);
            }
        }

        string[] words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] kept = [.. words.Where(w => w is not ("al" or "el" or "ul"))];
        return kept.Length == 0 ? words : kept;
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
