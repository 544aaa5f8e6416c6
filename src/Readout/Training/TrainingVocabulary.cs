using Readout.Models;

namespace Readout.Training;

/// <summary>The words that get a row of their own, by the hash of their normalized form; row 0 stands for all others. Immutable.</summary>
internal sealed class TrainingVocabulary
{
    /// <summary>The row of words not in the vocabulary.</summary>
    public const int Unknown = 0;

    private readonly Dictionary<ulong, int> _rows = [];
    private readonly int[] _counts;
    private readonly ulong[] _hashes;

    /// <summary>Keeps the forms seen at least <paramref name="minimumCount"/> times, the most frequent first.</summary>
    public TrainingVocabulary(IEnumerable<string> forms, int minimumCount)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (string form in forms)
        {
            ulong hash = LexicalFeatures.WordHash(form);
            counts[hash] = counts.GetValueOrDefault(hash) + 1;
        }

        (ulong Hash, int Count)[] kept =
            [.. counts.Where(p => p.Value >= minimumCount).OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => (p.Key, p.Value))];
        _counts = new int[kept.Length + 1];
        _hashes = new ulong[kept.Length + 1];
        for (int i = 0; i < kept.Length; i++)
        {
            (_hashes[i + 1], _counts[i + 1]) = kept[i];
            _rows[kept[i].Hash] = i + 1;
        }
    }

    /// <summary>Number of rows, that of unknown words included.</summary>
    public int Count => _counts.Length;

    /// <summary>[Count] hash of each row; 0 for row 0.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    public int Row(ulong hash) => _rows.GetValueOrDefault(hash);

    /// <summary>How often the word of a row was seen; 0 for row 0.</summary>
    public int CountOf(int row) => _counts[row];
}
