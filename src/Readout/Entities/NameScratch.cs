using System.Buffers;

namespace Readout.Entities;

/// <summary>Space of the label search, rented for one document and reused from sentence to sentence. Not thread-safe.</summary>
internal sealed class NameScratch : IDisposable
{
    /// <summary>[words, labels].</summary>
    public int[] Scores { get; private set; } = ArrayPool<int>.Shared.Rent(64 * NameLabelSet.Count);

    /// <summary>[words, labels].</summary>
    public int[] Best { get; private set; } = ArrayPool<int>.Shared.Rent(64 * NameLabelSet.Count);

    /// <summary>Label of each word.</summary>
    public int[] Labels { get; private set; } = ArrayPool<int>.Shared.Rent(64);

    public void Reserve(int words)
    {
        if (Math.Min(Scores.Length, Best.Length) < words * NameLabelSet.Count || Labels.Length < words)
        {
            Dispose();
            Scores = ArrayPool<int>.Shared.Rent(words * NameLabelSet.Count);
            Best = ArrayPool<int>.Shared.Rent(words * NameLabelSet.Count);
            Labels = ArrayPool<int>.Shared.Rent(words);
        }
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(Scores);
        ArrayPool<int>.Shared.Return(Best);
        ArrayPool<int>.Shared.Return(Labels);
    }
}
