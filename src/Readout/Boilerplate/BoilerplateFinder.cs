using System.Collections.Frozen;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Boilerplate;

/// <summary>
/// Finds lines of the page that are no part of the report: calls to subscribe, follow, share or read more, consent notices, credits, copyright lines and
/// agency marks, by the patterns of <c>data/boilerplate.tsv</c> and the line's form. Immutable, thread-safe.
/// </summary>
public sealed class BoilerplateFinder
{
    /// <summary>Longer lines are prose, whatever they open with.</summary>
    private const int LongestLine = 600;

    private static readonly char[] ClosingSigns = ['.', ':', '!', '?', '\u2026', '\u00BB', '\u203A', '>', '|', '-', '\u2013', '*', ' '];
    private static readonly char[] OpeningSigns = ['\u00BB', '\u203A', '>', '|', '*', '\u2022', '\u25BA', '[', ' '];

    private readonly FrozenDictionary<string, BoilerplatePattern> _lines;
    private readonly FrozenDictionary<string, BoilerplatePattern[]> _starts;
    private readonly BoilerplatePattern[] _anywhere;

    private BoilerplateFinder(ILookup<string, BoilerplatePattern> patterns)
    {
        _lines = patterns["line"].ToFrozenDictionary(pattern => pattern.Text, StringComparer.Ordinal);
        _starts = patterns["start"].GroupBy(pattern => FirstWord(pattern.Text)).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _anywhere = [.. patterns["any"]];
    }

    /// <summary>Loads its patterns from the data folder.</summary>
    /// <exception cref="IOException">The file is missing.</exception>
    /// <exception cref="InvalidDataException">A row has too few cells or no number; the message names it.</exception>
    public static BoilerplateFinder Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "boilerplate.tsv");
        return new BoilerplateFinder(TsvFile.Rows(path, 4).ToLookup(row => row[1], row => Parse(row, path)));
    }

    /// <summary>Boilerplate lines in text order, white space around them left out.</summary>
    public IReadOnlyList<TextSpan> Find(TokenTable tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var found = new List<TextSpan>();
        for (int p = 0; p < tokens.ParagraphCount; p++)
        {
            TextSpan line = tokens.Span(tokens.ParagraphStarts[p], tokens.ParagraphStarts[p + 1]);
            if (Match(line.In(tokens.Text)) is not null)
            {
                found.Add(line);
            }
        }

        return found;
    }

    /// <summary>The class of the pattern that marks a line; null where it may be prose.</summary>
    internal string? Match(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestLine)
        {
            return null;
        }

        Span<char> buffer = stackalloc char[LongestLine];
        ReadOnlySpan<char> text = Normalize(line, buffer, out int words).TrimStart(OpeningSigns);
        if (_lines.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.TrimEnd(ClosingSigns), out BoilerplatePattern? whole))
        {
            return whole.Class;
        }

        if (_starts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(FirstWord(text), out BoilerplatePattern[]? starts))
        {
            foreach (BoilerplatePattern pattern in starts)
            {
                if (words <= pattern.Words && Opens(text, pattern.Text) && HasForm(text, pattern))
                {
                    return pattern.Class;
                }
            }
        }

        foreach (BoilerplatePattern pattern in _anywhere)
        {
            if (words <= pattern.Words && text.Contains(pattern.Text, StringComparison.Ordinal) && !HoldsSpeech(text))
            {
                return pattern.Class;
            }
        }

        return null;
    }

    private static bool Opens(ReadOnlySpan<char> text, string pattern) =>
        text.StartsWith(pattern, StringComparison.Ordinal)
        && (text.Length == pattern.Length || !char.IsLetterOrDigit(pattern[^1]) || !char.IsLetterOrDigit(text[pattern.Length]));

    // Agency notes close the bracket that they open; calls to the reader hold no reported speech and, but for notices, one sentence or two.
    private static bool HasForm(ReadOnlySpan<char> text, BoilerplatePattern pattern) =>
        pattern.Text[0] == '(' && pattern.Class is "agency" ? text[^1] == ')' : pattern.Class is "credit" or "navigation" || !HoldsSpeech(text);

    private static bool HoldsSpeech(ReadOnlySpan<char> text) =>
        text.Contains(" said", StringComparison.Ordinal) || text.Contains(" told ", StringComparison.Ordinal) || text.Contains(" says ", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> line, Span<char> buffer, out int words)
    {
        int length = 0;
        words = 1;
        foreach (char c in line)
        {
            if (!char.IsWhiteSpace(c))
            {
                buffer[length++] = c is '\u2019' or '\u2018' ? '\'' : c is '\u2013' or '\u2014' ? '-' : char.ToLowerInvariant(c);
            }
            else if (length > 0 && buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
                words++;
            }
        }

        return buffer[..length];
    }

    private static string FirstWord(string text) => FirstWord(text.AsSpan()).ToString();

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '\''))
        {
            end++;
        }

        return end == 0 && text.Length > 0 ? text[..1] : text[..end];
    }

    private static BoilerplatePattern Parse(string[] row, string path) =>
        int.TryParse(row[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int words)
            ? new BoilerplatePattern(row[0], words, row[3])
            : throw new InvalidDataException($"{path}: '{row[0]}' has '{row[2]}' where a number of words is expected");
}
