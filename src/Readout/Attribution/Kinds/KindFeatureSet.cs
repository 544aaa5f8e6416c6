namespace Readout.Attribution.Kinds;

/// <summary>Rows of the hashed table that the features of one statement at a time fall into, each once. Not thread-safe.</summary>
internal sealed class KindFeatureSet
{
    // Coarse and fine clusters of words are told apart by the bit above them.
    private const ulong Fine = 1 << 8;

    private readonly ulong[] _seen = new ulong[KindFeatures.TableSize / 64];
    private int[] _ids = new int[1024];
    private int _count;

    /// <summary>The rows in the order in which they came, until the next statement.</summary>
    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, _count);

    /// <summary>What the cue tells (see <see cref="KindFeatures"/>), which most features are told apart by.</summary>
    public ulong Context { get; set; }

    public void Clear()
    {
        foreach (int id in Ids)
        {
            _seen[id >> 6] = 0;
        }

        _count = 0;
    }

    /// <summary>Adds a feature whatever the cue tells.</summary>
    public void Add(KindTemplate template, ulong value) => Add(KindHash.Of((ulong)template, value));

    /// <summary>Adds a feature that counts for what the cue tells alone.</summary>
    public void AddTold(KindTemplate template, ulong value) => Add(KindHash.Of((ulong)template | (Context << 8), value));

    /// <summary>Adds the clusters of a word, for what the cue tells; nothing for a word without.</summary>
    /// <param name="template">What the word is.</param>
    /// <param name="context">What else it stands with.</param>
    /// <param name="clusters">Fine cluster in the low byte, coarse above it; 0 for none.</param>
    public void AddClusters(KindTemplate template, ulong context, uint clusters)
    {
        if (clusters != 0)
        {
            AddTold(template, KindHash.Of(context, clusters >> 8));
            AddTold(template, KindHash.Of(context, Fine | (clusters & 0xFF)));
        }
    }

    private void Add(ulong hash)
    {
        int id = (int)(hash & (KindFeatures.TableSize - 1));
        ref ulong seen = ref _seen[id >> 6];
        ulong bit = 1UL << id;
        if ((seen & bit) == 0)
        {
            seen |= bit;
            if (_count == _ids.Length)
            {
                Array.Resize(ref _ids, 2 * _count);
            }

            _ids[_count++] = id;
        }
    }
}
