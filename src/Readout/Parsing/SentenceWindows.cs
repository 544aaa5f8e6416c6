using Readout.Tokenization;

namespace Readout.Parsing;

/// <summary>
/// Cuts the rows of a table into windows of bounded length: a sentence each, an overlong sentence in several, cut after a comma or the like
/// where one stands in the last half of the window. Keeps parsing linear in the length of the text.
/// </summary>
internal static class SentenceWindows
{
    /// <summary>Longest window in words; fewer than one sentence in ten thousand of the treebanks is longer.</summary>
    public const int Longest = 160;

    /// <summary>Appends the start of every window of the table, then the number of rows.</summary>
    public static void Find(TokenTable tokens, List<int> starts)
    {
        starts.Clear();
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            int start = tokens.SentenceStarts[s], end = tokens.SentenceStarts[s + 1];
            while (start < end)
            {
                starts.Add(start);
                start = end - start <= Longest ? end : Cut(tokens, start);
            }
        }

        starts.Add(tokens.Count);
    }

    private static int Cut(TokenTable tokens, int start)
    {
        for (int row = start + Longest - 1; row > start + (Longest / 2); row--)
        {
            if (tokens.Form(row) is "," or ";" or ":" or "." or "?" or "!")
            {
                return row + 1;
            }
        }

        return start + Longest;
    }
}
