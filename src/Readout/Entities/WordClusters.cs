using Readout.Models;

namespace Readout.Entities;

/// <summary>
/// Two partitions of the vocabulary by the vectors of its words: words that occur alike share a cluster (Turian, Ratinov and Bengio 2010). Immutable, thread-safe.
/// </summary>
internal sealed class WordClusters
{
    private readonly WordIndex _index;
    private readonly ulong[] _hashes;
    private readonly byte[] _fine;
    private readonly byte[] _coarse;

    /// <param name="hashes">Hashes of the words' normalized forms (<see cref="LexicalFeatures.WordHash"/>).</param>
    /// <param name="fine">Fine cluster of each word, from 1.</param>
    /// <param name="coarse">Coarse cluster of each word, from 1.</param>
    public WordClusters(ulong[] hashes, byte[] fine, byte[] coarse)
    {
        (_hashes, _fine, _coarse) = (hashes, fine, coarse);
        _index = new WordIndex(hashes);
    }

    public static WordClusters Load(ModelFile file) =>
        new(file.UInt64s("cluster.words"), file.Bytes("cluster.fine"), file.Bytes("cluster.coarse"));

    public void Save(ModelFileBuilder file)
    {
        file.Add("cluster.words", _hashes);
        file.Add("cluster.fine", _fine);
        file.Add("cluster.coarse", _coarse);
    }

    /// <summary>Fine cluster in the low byte, coarse above it; 0 where the word is unknown.</summary>
    public uint Of(ReadOnlySpan<char> form)
    {
        int row = _index.Find(LexicalFeatures.WordHash(form));
        return row < 0 ? 0 : _fine[row] | ((uint)_coarse[row] << 8);
    }
}
