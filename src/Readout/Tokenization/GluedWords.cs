using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Tokenization;

/// <summary>
/// Finds the place of a lost space in a lower-case word ("missilesdelivered"). It cuts only where the whole is unknown, exactly one cut leaves
/// two common words, and the first of them is inflected, because English compounds hardly ever open with an inflected word. Immutable.
/// </summary>
internal sealed class GluedWords
{
    private const int ShortestWhole = 9;
    private const int ShortestPart = 4;
    private const int LongestWhole = 28;

    private readonly FrozenSet<string> _known;
    private readonly FrozenSet<string> _common;

    private GluedWords(FrozenSet<string> known, FrozenSet<string> common)
    {
        _known = known;
        _common = common;
    }

    /// <summary>Reads <c>data/tokenization/words.tsv</c>.</summary>
    public static GluedWords Load(string dataDirectory)
    {
        var known = new List<string>();
        var common = new List<string>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(dataDirectory, "tokenization", "words.tsv"), 2))
        {
            known.Add(row[0]);
            if (row[1] == "common")
            {
                common.Add(row[0]);
            }
        }

        return new GluedWords(known.ToFrozenSet(StringComparer.Ordinal), common.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Offset of the lost space; 0 where none is certain.</summary>
    public int Cut(ReadOnlySpan<char> word)
    {
        if (word.Length is < ShortestWhole or > LongestWhole || !char.IsAsciiLetterLower(word[0]) || _known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
        {
            return 0;
        }

        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> common = _common.GetAlternateLookup<ReadOnlySpan<char>>();
        int found = 0;
        for (int cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            if (common.Contains(word[..cut]) && common.Contains(word[cut..]))
            {
                if (found > 0)
                {
                    return 0;
                }

                found = cut;
            }
        }

        return found > 0 && IsInflected(word[..found]) ? found : 0;
    }

    private static bool IsInflected(ReadOnlySpan<char> word) =>
        word.EndsWith("ed") || word.EndsWith("ing") || word.EndsWith("ly") || word.EndsWith("ies") || word.EndsWith("tions")
        || (word[^1] == 's' && word[^2] != 's' && word.Length > ShortestPart);
}
