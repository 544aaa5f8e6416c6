namespace Readout.Entities;

/// <summary>Space of the label search, reused from sentence to sentence. Not thread-safe.</summary>
internal sealed class NameScratch
{
    /// <summary>[words, labels].</summary>
    public int[] Scores { get; private set; } = [];

    /// <summary>[words, labels].</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>[words, labels].</summary>
    public byte[] From { get; private set; } = [];

    public void Reserve(int words)
    {
        int size = words * NameLabelSet.Count;
        if (Scores.Length < size)
        {
            Scores = new int[size * 2];
            Best = new int[size * 2];
            From = new byte[size * 2];
        }
    }
}
