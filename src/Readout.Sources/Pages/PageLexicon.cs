using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>The words by which pages name their parts (<c>data/sources/page-terms.tsv</c>). Immutable, thread-safe.</summary>
internal sealed class PageLexicon
{
    private const int LongestWholeWord = 4;

    private readonly FrozenDictionary<string, PageTerms> _wholes;
    private readonly (string Word, PageTerms Term)[] _insides;

    private PageLexicon(FrozenDictionary<string, PageTerms> wholes, (string Word, PageTerms Term)[] insides)
    {
        _wholes = wholes;
        _insides = insides;
    }

    /// <summary>Loads the table from the data folder.</summary>
    /// <exception cref="InvalidDataException">A row names an unknown category.</exception>
    public static PageLexicon Load(string dataDirectory)
    {
        var wholes = new Dictionary<string, PageTerms>(StringComparer.Ordinal);
        var insides = new List<(string, PageTerms)>();
        string path = Path.Combine(dataDirectory, "sources", "page-terms.tsv");
        foreach (string[] row in TsvFile.Rows(path, 2))
        {
            if (!Enum.TryParse(row[0], out PageTerms term))
            {
                throw new InvalidDataException($"{path}: expected a category of page terms, found '{row[0]}'");
            }

            if (row[1].Length <= LongestWholeWord)
            {
                wholes[row[1]] = wholes.GetValueOrDefault(row[1]) | term;
            }
            else
            {
                insides.Add((row[1], term));
            }
        }

        return new PageLexicon(wholes.ToFrozenDictionary(StringComparer.Ordinal), [.. insides]);
    }

    /// <summary>The categories of all words in a class, id or role attribute; letter case and camel case are seen through.</summary>
    public PageTerms Terms(string attribute)
    {
        ReadOnlySpan<char> text = attribute.AsSpan(0, Math.Min(attribute.Length, 300));
        Span<char> lower = stackalloc char[text.Length];
        text.ToLowerInvariant(lower);
        PageTerms found = PageTerms.None;
        foreach ((string word, PageTerms term) in _insides)
        {
            if ((found & term) == 0 && lower.IndexOf(word, StringComparison.Ordinal) >= 0)
            {
                found |= term;
            }
        }

        return found | WholeWords(text, lower);
    }

    private PageTerms WholeWords(ReadOnlySpan<char> text, ReadOnlySpan<char> lower)
    {
        PageTerms found = PageTerms.None;
        var lookup = _wholes.GetAlternateLookup<ReadOnlySpan<char>>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isEdge = i == text.Length || !char.IsLetter(text[i]);
            bool isHump = !isEdge && i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (!isEdge && !isHump)
            {
                continue;
            }

            if (i > start && i - start <= LongestWholeWord && lookup.TryGetValue(lower[start..i], out PageTerms term))
            {
                found |= term;
            }

            start = isHump ? i : i + 1;
        }

        return found;
    }
}
