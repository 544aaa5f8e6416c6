using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>Stock phrases of page furniture (<c>data/sources/page-phrases.tsv</c>). Immutable, thread-safe.</summary>
internal sealed class PhraseTable
{
    private readonly string[] _classes;
    private readonly ILookup<string, (string Phrase, int Class, bool IsWhole)> _byFirstWord;

    private PhraseTable(string[] classes, ILookup<string, (string Phrase, int Class, bool IsWhole)> byFirstWord)
    {
        _classes = classes;
        _byFirstWord = byFirstWord;
    }

    /// <summary>Name of a class; empty for 0.</summary>
    public string NameOf(int phraseClass) => phraseClass == 0 ? "" : _classes[phraseClass - 1];

    /// <summary>Loads the table from the data folder.</summary>
    public static PhraseTable Load(string dataDirectory)
    {
        var rows = TsvFile.Rows(Path.Combine(dataDirectory, "sources", "page-phrases.tsv"), 3).ToList();
        string[] classes = [.. rows.Select(r => r[0]).Distinct()];
        var phrases = rows.Select(r => (Phrase: r[2], Class: Array.IndexOf(classes, r[0]) + 1, IsWhole: r[1] == "whole"));
        return new PhraseTable(classes, phrases.ToLookup(p => FirstWord(p.Phrase).ToString(), StringComparer.Ordinal));
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
