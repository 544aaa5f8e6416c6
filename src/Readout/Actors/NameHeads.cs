using Readout.Text;

namespace Readout.Actors;

/// <summary>What the words of an organisation's own name tell of its sector: "Ministry of Ports", "Quendrian Supreme Court"; <c>name-heads.tsv</c>. Immutable, thread-safe.</summary>
internal sealed class NameHeads
{
    private const int LongestHead = 3;

    private const string OfSeveralStates = "IGO";

    private readonly Dictionary<string, NameHead> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _several = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <exception cref="InvalidDataException">The file is malformed; the message names it.</exception>
    public static NameHeads Load(string folder)
    {
        var heads = new NameHeads();
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "name-heads.tsv"), 3))
        {
            if (row[2] == "first")
            {
                heads._several.Add(row[0]);
            }
            else
            {
                heads._heads.Add(row[0], new NameHead(row[1], row[2] == "organ"));
            }
        }

        return heads;
    }

    /// <summary>What the longest known words before "of" or "for", else those at the end, tell; null where none is known.</summary>
    /// <param name="name">The name as it stands.</param>
    /// <param name="isWhole">Whether these words are the whole name, "of" and what follows included: such a name is that of an organ of any state.</param>
    public NameHead? Find(string name, out bool isWhole)
    {
        string[] words = name.ToLowerInvariant().Replace('\u2019', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        words = words is ["the", ..] ? words[1..] : words;
        int of = Array.FindIndex(words, word => word is "of" or "for");
        NameHead? head = of > 0 ? Ending(words.AsSpan(0, of), out isWhole) : Ending(words, out isWhole);
        head ??= of > 0 ? Ending(words, out isWhole) : null;
        bool isOfSeveral = head?.Sector is "GOV" or "JUD" or "LEG" or "MIL" && words.Length > 1 && _several.Contains(words[0]);
        return isOfSeveral ? new NameHead(OfSeveralStates, IsOrgan: false) : head;
    }

    private NameHead? Ending(ReadOnlySpan<string> words, out bool isWhole)
    {
        for (int length = Math.Min(LongestHead, words.Length); length > 0; length--)
        {
            string ending = string.Join(' ', words[^length..]!).TrimEnd('.');
            if (_heads.TryGetValue(ending, out NameHead? head))
            {
                isWhole = length == words.Length;
                return head;
            }
        }

        isWhole = false;
        return null;
    }
}
