using System.Buffers;
using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Stock phrases of page furniture (<c>data/sources/page-phrases.tsv</c>). Immutable, thread-safe.</summary>
internal sealed class PhraseTable
{
    /// <summary>Longer texts are not searched for phrases inside: they are the report.</summary>
    private const int LongestSearched = 600;

    private readonly string[] _classes;
    private readonly ILookup<string, (string Phrase, int Class, bool IsWhole)> _byFirstWord;
    private readonly (string Phrase, int Class)[] _anywhere;
    private readonly SearchValues<string> _anyOfThem;

    private PhraseTable(string[] classes, ILookup<string, (string Phrase, int Class, bool IsWhole)> byFirstWord, (string Phrase, int Class)[] anywhere)
    {
        _classes = classes;
        _byFirstWord = byFirstWord;
        _anywhere = anywhere;
        _anyOfThem = SearchValues.Create([.. anywhere.Select(p => p.Phrase)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Name of a class; empty for 0.</summary>
    public string NameOf(int phraseClass) => phraseClass == 0 ? "" : _classes[phraseClass - 1];

    /// <summary>Loads the table from the data folder.</summary>
    public static PhraseTable Load(string dataDirectory)
    {
        var rows = TsvFile.Rows(Path.Combine(dataDirectory, "sources", "page-phrases.tsv"), 3).ToList();
        string[] classes = [.. rows.Select(r => r[0]).Distinct()];
        var phrases = rows.Select(r => (Phrase: r[2], Class: Array.IndexOf(classes, r[0]) + 1, IsWhole: r[1] == "whole", IsPart: r[1] == "part"));
        return new PhraseTable(
            classes,
            phrases.Where(p => !p.IsPart).Select(p => (p.Phrase, p.Class, p.IsWhole)).ToLookup(p => FirstWord(p.Phrase).ToString(), StringComparer.Ordinal),
            [.. phrases.Where(p => p.IsPart).Select(p => (p.Phrase, p.Class))]);
    }

    /// <summary>Class of the longest phrase that the text is or opens with, counted from 1; 0 for none. Letter case is ignored.</summary>
    public int ClassOf(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan(0, Math.Min(text.Length, 100)).TrimStart("\"'([»>→►▶•-–— ");
        Span<char> lower = stackalloc char[start.Length];
        start.ToLowerInvariant(lower);
        int found = 0;
        int length = 0;
        foreach ((string phrase, int kind, bool isWhole) in _byFirstWord[FirstWord(lower).ToString()])
        {
            if (phrase.Length <= length || !lower.StartsWith(phrase, StringComparison.Ordinal))
            {
                continue;
            }

            ReadOnlySpan<char> rest = lower[phrase.Length..];
            bool endsWord = rest.IsEmpty || !char.IsLetterOrDigit(rest[0]);
            if (isWhole ? rest.Trim(" .:!?…>»").IsEmpty : endsWord)
            {
                (found, length) = (kind, phrase.Length);
            }
        }

        return found;
    }

    /// <summary>Class of the first of the phrases marked <c>part</c> that stands anywhere in a text of up to 600 characters, counted from 1; 0 for none.</summary>
    public int ClassWithin(string text)
    {
        if (text.Length > LongestSearched || !text.AsSpan().ContainsAny(_anyOfThem))
        {
            return 0;
        }

        foreach ((string phrase, int kind) in _anywhere)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[..end];
    }
}
