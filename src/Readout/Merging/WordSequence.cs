using System.Globalization;
using Readout.Text;

namespace Readout.Merging;

/// <summary>
/// The words of a text with their hashes, as reports are compared: lower case, letters, digits and combining marks only, so that
/// marks, quotation styles and line breaks do not count. Immutable, thread-safe.
/// </summary>
public sealed class WordSequence
{
    private readonly ulong[] _hashes;
    private readonly TextSpan[] _spans;

    private WordSequence(string text, ulong[] hashes, TextSpan[] spans)
    {
        Text = text;
        _hashes = hashes;
        _spans = spans;
    }

    /// <summary>The text that the spans point into.</summary>
    public string Text { get; }

    /// <summary>Number of words.</summary>
    public int Count => _hashes.Length;

    /// <summary>64-bit hash of each word, [Count]; equal for words that differ in case or inner apostrophes alone.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Where a word stands.</summary>
    public TextSpan Span(int word) => _spans[word];

    /// <summary>The words of any text, in time linear in its length.</summary>
    public static WordSequence Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var hashes = new List<ulong>(text.Length / 5);
        var spans = new List<TextSpan>(text.Length / 5);
        int at = 0;
        while (at < text.Length)
        {
            if (!IsWordPart(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            ulong hash = Mixing.Seed;
            while (at < text.Length && (IsWordPart(text[at]) || IsInnerMark(text, at)))
            {
                hash = IsWordPart(text[at]) ? Mixing.Add(hash, char.ToLowerInvariant(text[at])) : hash;
                at++;
            }

            hashes.Add(Mixing.Finish(hash));
            spans.Add(new TextSpan(start, at));
        }

        return new WordSequence(text, [.. hashes], [.. spans]);
    }

    private static bool IsWordPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark));

    // Apostrophes inside a word, and the separators of a number ("60,000", "3.5").
    private static bool IsInnerMark(string text, int at)
    {
        if (at + 1 >= text.Length || !IsWordPart(text[at + 1]))
        {
            return false;
        }

        return text[at] is '\'' or '\u2019' || (text[at] is ',' or '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
    }
}
