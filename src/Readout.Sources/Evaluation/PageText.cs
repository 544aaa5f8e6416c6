using Readout.Sources.Pages;

namespace Readout.Sources.Evaluation;

/// <summary>Text comparison as the published evaluations do it.</summary>
internal static class PageText
{
    /// <summary>The text in normal form C without soft hyphens, with every run of white space as one space, none at the ends.</summary>
    public static string Collapse(string text) =>
        string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Runs of letters and digits in lower case; Han and Kana, written without spaces, one by one.</summary>
    public static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isUnspaced = i < text.Length && WordCount.IsUnspaced(text[i]);
            bool isInside = i < text.Length && char.IsLetterOrDigit(text[i]) && !isUnspaced;
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                tokens.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }

            if (isUnspaced)
            {
                tokens.Add(text[i].ToString());
            }
        }

        return tokens;
    }

    /// <summary>F1 of two bags of tokens, 0 to 1; 1 where both are empty.</summary>
    public static double TokenF1(List<string> expected, List<string> found)
    {
        if (expected.Count + found.Count == 0)
        {
            return 1;
        }

        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string token in expected)
        {
            left[token] = left.GetValueOrDefault(token) + 1;
        }

        int common = 0;
        foreach (string token in found)
        {
            int count = left.GetValueOrDefault(token);
            left[token] = count - 1;
            common += count > 0 ? 1 : 0;
        }

        return 2.0 * common / (expected.Count + found.Count);
    }
}
