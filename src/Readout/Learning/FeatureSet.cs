namespace Readout.Learning;

/// <summary>What a <see cref="SparseClassifier"/> decides by: hashed features, and the words of which it reads the parser's states. Reused from one decision to the next.</summary>
/// <param name="states">States of the report's words, row by row, one byte a number; empty where there are none.</param>
/// <param name="width">Numbers of a state.</param>
internal sealed class FeatureSet(ReadOnlyMemory<byte> states, int width)
{
    /// <summary>Features alone.</summary>
    public FeatureSet()
        : this(default, 0)
    {
    }

    /// <summary>Byte of a state that stands for 0.</summary>
    public const int Zero = 128;

    /// <summary>Step of a state that counts as 1.</summary>
    public const int One = 128;

    /// <summary>The features that hold.</summary>
    public List<ulong> Hashes { get; } = new(96);

    /// <summary>Row of the word in each slot; -1 where the slot is empty.</summary>
    public List<int> Rows { get; } = new(4);

    /// <summary>Numbers of a state.</summary>
    public int Width => width;

    /// <summary>State of the word in a slot, one byte a number.</summary>
    public ReadOnlySpan<byte> State(int slot) => states.Span.Slice(Rows[slot] * width, width);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Hashes.Clear();
        Rows.Clear();
    }

    /// <summary>Adds a feature.</summary>
    public void Add(ulong feature) => Hashes.Add(feature);

    /// <summary>Fills the next slot with a word; -1 leaves it empty.</summary>
    public void AddState(int row) => Rows.Add(width == 0 ? -1 : row);
}
