using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Tokenization;

/// <summary>The word lists under <c>data/tokenization</c>. Immutable, thread-safe; every lookup ignores case and allocates nothing.</summary>
internal sealed class WordLexicon
{
    private readonly FrozenDictionary<string, AbbreviationUse> _abbreviations;
    private readonly FrozenDictionary<string, int[]> _contractions;
    private readonly FrozenSet<string> _prefixes;
    private readonly FrozenSet<string> _suffixes;
    private readonly FrozenSet<string> _kept;
    private readonly FrozenSet<string> _emoticons;
    private readonly FrozenSet<string> _domains;
    private readonly FrozenSet<string> _extensions;
    private readonly FrozenSet<string> _units;

    private WordLexicon(string folder)
    {
        _abbreviations = TsvFile.Rows(Path.Combine(folder, "abbreviations.tsv"), 2)
            .ToFrozenDictionary(row => row[0], row => Enum.Parse<AbbreviationUse>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);
        _contractions = TsvFile.Rows(Path.Combine(folder, "contractions.tsv"), 1)
            .ToFrozenDictionary(row => row[0].Replace("|", "", StringComparison.Ordinal), Cuts, StringComparer.OrdinalIgnoreCase);
        _prefixes = Set(folder, "hyphen-prefixes.tsv");
        _suffixes = Set(folder, "hyphen-suffixes.tsv");
        _kept = Set(folder, "words-kept.tsv");
        _emoticons = Set(folder, "emoticons.tsv");
        _domains = Set(folder, "top-level-domains.tsv");
        _extensions = Set(folder, "file-extensions.tsv");
        _units = Set(folder, "units.tsv");
    }

    /// <exception cref="IOException">A list is missing.</exception>
    /// <exception cref="InvalidDataException">A list is malformed.</exception>
    public static WordLexicon Load(string dataDirectory) => new(Path.Combine(dataDirectory, "tokenization"));

    /// <summary>How a word with its closing full stop is used; <see cref="AbbreviationUse.None"/> where it is no abbreviation.</summary>
    public AbbreviationUse Abbreviation(ReadOnlySpan<char> wordWithStop) =>
        _abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(wordWithStop, out AbbreviationUse use) ? use : AbbreviationUse.None;

    /// <summary>Offsets inside the word where UD splits it; empty where it does not.</summary>
    public ReadOnlySpan<int> ContractionCuts(ReadOnlySpan<char> word) =>
        _contractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int[]? cuts) ? cuts : [];

    public bool IsHyphenPrefix(ReadOnlySpan<char> part) => Has(_prefixes, part);

    public bool IsHyphenSuffix(ReadOnlySpan<char> part) => Has(_suffixes, part);

    public bool IsKept(ReadOnlySpan<char> word) => Has(_kept, word);

    public bool IsEmoticon(ReadOnlySpan<char> signs) => Has(_emoticons, signs);

    public bool IsTopLevelDomain(ReadOnlySpan<char> label) => Has(_domains, label);

    public bool IsFileExtension(ReadOnlySpan<char> part) => Has(_extensions, part);

    public bool IsUnit(ReadOnlySpan<char> letters) => Has(_units, letters);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> key) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key);

    private static FrozenSet<string> Set(string folder, string file) =>
        TsvFile.Rows(Path.Combine(folder, file), 1).Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static int[] Cuts(string[] row)
    {
        var cuts = new List<int>();
        for (int i = 0; i < row[0].Length; i++)
        {
            if (row[0][i] == '|')
            {
                cuts.Add(i - cuts.Count);
            }
        }

        return cuts.ToArray();
    }
}
