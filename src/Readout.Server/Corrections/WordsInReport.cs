using Readout.Text;

namespace Readout.Server.Corrections;

/// <summary>Finds words that a person copied in the text they were copied from, however white space was broken on the way.</summary>
internal static class WordsInReport
{
    /// <summary>The occurrence nearest to a place, as code points; null where there is none.</summary>
    /// <param name="text">Text of the report.</param>
    /// <param name="words">What was copied.</param>
    /// <param name="near">Code point.</param>
    public static (int Start, int End)? Find(string text, string words, int near)
    {
        string[] parts = Parts(words);
        if (parts.Length == 0)
        {
            return null;
        }

        var map = new CodePointMap(text);
        (int Start, int End)? best = null;
        for (int at = text.IndexOf(parts[0], StringComparison.Ordinal); at >= 0; at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal))
        {
            if (EndOf(text, at, parts) is { } end)
            {
                (int Start, int End) found = (map.ToCodePoint(at), map.ToCodePoint(end));
                best = best is null || Math.Abs(found.Start - near) < Math.Abs(best.Value.Start - near) ? found : best;
            }
        }

        return best;
    }

    /// <summary>Whether two texts differ in white space at most: a text field may break lines otherwise.</summary>
    public static bool Same(string left, string right) => Parts(left).AsSpan().SequenceEqual(Parts(right));

    private static string[] Parts(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

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
