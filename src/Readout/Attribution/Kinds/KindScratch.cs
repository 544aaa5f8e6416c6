using Readout.Entities;
using Readout.Models;

namespace Readout.Attribution.Kinds;

/// <summary>
/// Storage for the features of one text at a time, kept from text to text: words already looked up, and the features of a statement. What comes
/// out does not depend on earlier texts. Not thread-safe.
/// </summary>
internal sealed class KindScratch(KindHints hints, WordClusters clusters)
{
    // Of a day's newswire one word in thirty is not among so many.
    private const int Capacity = 1 << 13;

    private readonly ulong[] _keys = new ulong[Capacity];
    private readonly KindWord?[] _words = new KindWord?[Capacity];

    /// <summary>The features of the statement that is read.</summary>
    public KindFeatureSet Features { get; } = new();

    /// <summary>What is known of a word.</summary>
    /// <param name="form">As written.</param>
    /// <param name="lemma">Its lemma.</param>
    public KindWord Find(ReadOnlySpan<char> form, string lemma)
    {
        ulong key = TypeCache.KeyOf(form);
        int slot = (int)(key >> 20) & (Capacity - 1);
        KindWord? kept = _words[slot];
        if (kept is null || _keys[slot] != key || kept.Written != lemma)
        {
            string lower = Lower(lemma);
            kept = new KindWord(lemma, lower, KindHash.Of(lower), hints.Of(lower), clusters.Of(form));
            (_keys[slot], _words[slot]) = (key, kept);
        }

        return kept;
    }

    private static string Lower(string lemma) =>
        lemma.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') || lemma.AsSpan().ContainsAnyInRange('A', 'Z') ? lemma.ToLowerInvariant() : lemma;
}
