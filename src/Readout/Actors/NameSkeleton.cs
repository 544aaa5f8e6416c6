using System.Text;
using Readout.Text;

namespace Readout.Actors;

/// <summary>
/// Folds what romanisations write differently, so that the spellings of one name in several languages are equal: "Lukashenko", "Lukashenka",
/// "Loekasjenko". Letters are data (<c>data/actors/spellings.tsv</c>). Immutable, thread-safe.
/// </summary>
internal sealed class NameSkeleton
{
    /// <summary>Opens every word of a skeleton, so that none is taken for a word as written.</summary>
    public const char Mark = '~';

    // A shorter surname has too many namesakes of the same sound.
    private const int ShortestSurname = 6;
    private const int LongestSurname = 40;

    private readonly (string Letters, string Folded)[] _foldings;

    private NameSkeleton((string Letters, string Folded)[] foldings) => _foldings = foldings;

    /// <summary>Reads the letters.</summary>
    public static NameSkeleton Load(string path) => new([.. TsvFile.Rows(path, 2).Select(row => (row[0], row[1]))]);

    /// <summary>The skeletons of the folded words of a name; null where its last word is too short to tell anybody by.</summary>
    public string[]? Of(string[] words)
    {
        if (words.Length == 0 || words[^1].Length is < ShortestSurname or > LongestSurname)
        {
            return null;
        }

        var skeletons = new string[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            skeletons[i] = Fold(words[i], isGivenName: i < words.Length - 1);

            // An initial would agree with any name.
            if (words[i].Length == 1 || skeletons[i].Length == 1)
            {
                return null;
            }
        }

        return skeletons;
    }

    // Of given names the consonants tell enough: Alexander, Aleksandr, Aliaksandr.
    private string Fold(string word, bool isGivenName)
    {
        var folded = new StringBuilder(word.Length + 1).Append(Mark);
        for (int at = 0; at < word.Length;)
        {
            int length = 1;
            string next = word[at].ToString();
            foreach ((string letters, string to) in _foldings)
            {
                if (word.AsSpan(at).StartsWith(letters, StringComparison.Ordinal))
                {
                    (next, length) = (to, letters.Length);
                    break;
                }
            }

            at += length;
            foreach (char c in next)
            {
                if (folded[^1] != c && !(isGivenName && (c is 'a' or 'e' or 'i' or 'o' or 'u')))
                {
                    folded.Append(c);
                }
            }
        }

        // "-ko" and "-ka", "-y" and "-i": the last vowel is the grammar's, not the name's.
        if (!isGivenName && folded.Length > 4 && folded[^1] is 'a' or 'o' or 'e' or 'i' or 'u')
        {
            folded.Length--;
        }

        return folded.ToString();
    }
}
