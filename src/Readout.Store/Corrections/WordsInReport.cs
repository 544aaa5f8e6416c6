using Readout.Text;

namespace Readout.Store.Corrections;

/// <summary>Finds words that a person copied in the text they were copied from, however white space was broken on the way.</summary>
public static class WordsInReport
{
    /// <summary>The occurrence nearest to a place, as code points; null where there is none.</summary>
    /// <param name="text">Text of the report.</param>
    /// <param name="words">What was copied.</param>
    /// <param name="near">Code point.</param>
    public static (int Start, int End)? Find(string text, string words, int near)
    {
        (int Start, int End)? best = null;
        foreach ((int Start, int End) found in All(text, words))
        {
            best = best is null || Math.Abs(found.Start - near) < Math.Abs(best.Value.Start - near) ? found : best;
        }

        return best;
    }

    /// <summary>Every occurrence in text order, as code points.</summary>
    /// <param name="text">Text of the report.</param>
    /// <param name="words">What was copied.</param>
    public static IReadOnlyList<(int Start, int End)> All(string text, string words)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = Parts(words);
        var all = new List<(int Start, int End)>();
        if (parts.Length == 0)
        {
            return all;
        }

        var map = new CodePointMap(text);
        for (int at = text.IndexOf(parts[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal))
        {
            if (EndOf(text, at, parts) is { } end)
            {
                all.Add((map.ToCodePoint(at), map.ToCodePoint(end)));
            }
        }

        return all;
    }

    /// <summary>Whether two texts differ in white space at most: a text field may break lines otherwise.</summary>
    public static bool Same(string left, string right) => Parts(left).AsSpan().SequenceEqual(Parts(right));

    private static string[] Parts(string words) => (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int? EndOf(string text, int at, string[] parts)
    {
        foreach (string part in parts)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (!text.AsSpan(at).StartsWith(part, StringComparison.Ordinal))
            {
                return null;
            }

            at += part.Length;
        }

        return at;
    }
}
