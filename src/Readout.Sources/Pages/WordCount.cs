namespace Readout.Sources.Pages;

/// <summary>Counts words of any script.</summary>
internal static class WordCount
{
    /// <summary>Words parted by white space; text of a script that writes none counts a word for every two characters, which is about their length.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 1;
        int unspaced = 0;
        foreach (char c in text)
        {
            words += c is ' ' or '\n' ? 1 : 0;
            unspaced += IsUnspaced(c) ? 1 : 0;
        }

        return words + (unspaced / 2);
    }

    /// <summary>Whether the character is Han or Kana, which are written without spaces.</summary>
    public static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');
}
