using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Models;

/// <summary>
/// Runs an encoder over batches of sequences with storage that only grows. One workspace serves one call at a time; results do not
/// depend on what it encoded before or on how sequences are batched.
/// </summary>
internal sealed class EncoderWorkspace
{
    /// <summary>Tokens of a batch, unless a single sequence has more.</summary>
    public const int BatchRows = 384;

    /// <summary>Longest sequence that one batch takes: half of the slots of the type cache.</summary>
    public const int MaximumRows = 2048;

    private readonly EncoderModel _model;
    private readonly EncoderScratch _scratch;
    private readonly TypeCache _cache;
    private readonly EncoderScratch.EntrySink _fill;
    private int[] _slots = [];
    private ulong[] _keys = [];
    private float[] _states = [];
    private float[] _products = [];
    private readonly short[] _none;
    private readonly short[] _sums;

    public EncoderWorkspace(EncoderModel model, Int8Kernel kernel)
    {
        (_model, Kernel) = (model, kernel);
        _scratch = new EncoderScratch(model, kernel);
        _cache = new TypeCache(model.EntrySize);
        _fill = (slot, entry) => entry.CopyTo(_cache.Entry(slot));
        _none = new short[model.EntrySize];
        _sums = new short[model.ExtraCount == 0 ? 0 : 4 * model.EntrySize];
    }

    public Int8Kernel Kernel { get; }

    /// <summary>The last layer's states [rows, width] in fp32.</summary>
    public ReadOnlySpan<float> States => _states;

    /// <summary>The last layer's states in 8 bits.</summary>
    public Int8Activations Activations { get; } = new();

    public int Rows { get; private set; }

    /// <summary>Opens a batch; then come <see cref="SetWord"/> for every row and <see cref="Encode"/>.</summary>
    /// <exception cref="ArgumentException">More than <see cref="MaximumRows"/> rows.</exception>
    public void Begin(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MaximumRows);
        Rows = rows;
        int padded = (rows + Int8Gemm.TileRows - 1) / Int8Gemm.TileRows * Int8Gemm.TileRows;
        Grow(ref _slots, padded);
        Grow(ref _keys, padded);
        Grow(ref _states, padded * _model.Width);
        Grow(ref _products, padded * Math.Max(3 * _model.Width, _model.Recurrent.Max(m => m.PaddedOutputs)));
        Activations.Resize(rows, _model.Width);
        _cache.BeginBatch();
    }

    public void SetWord(int row, ReadOnlySpan<char> form)
    {
        ulong key = TypeCache.KeyOf(form);
        int slot = _cache.Find(key, out bool found);
        if (!found)
        {
            _model.Embed(form, _scratch.AddRow(slot));
        }

        (_slots[row], _keys[row]) = (slot, key);
    }

    /// <summary>A hash of the form of a row, case included.</summary>
    public ulong WordKey(int row) => _keys[row];

    /// <summary>Computes the states.</summary>
    /// <param name="starts">First row of each sequence, then the number of rows.</param>
    /// <param name="extras">[rows, extra inputs]; empty if the model has none.</param>
    public void Encode(ReadOnlySpan<int> starts, ReadOnlySpan<int> extras)
    {
        int width = _model.Width;
        _scratch.Flush(_fill);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            for (int t = starts[s]; t < starts[s + 1]; t++)
            {
                Convolve(t, (starts[s], starts[s + 1]), extras);
            }

            if (_model.FirstParts == 3)
            {
                SruKernel.Run(_states, _products, (width, 3 * width), (starts[s], starts[s + 1]));
            }
        }

        QuantizeStates();

        foreach (Int8Matrix weights in _model.Recurrent)
        {
            Int8Gemm.Multiply(Activations, weights, _products, Kernel);
            for (int s = 0; s + 1 < starts.Length; s++)
            {
                SruKernel.Run(_states, _products, (width, weights.PaddedOutputs), (starts[s], starts[s + 1]));
            }

            QuantizeStates();
        }
    }

    private void QuantizeStates()
    {
        int width = _model.Width;
        for (int t = 0; t < Rows; t++)
        {
            Activations.SetRow(t, _states.AsSpan(t * width, width));
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 4)];
        }
    }

    /// <summary>Fills the state of row <paramref name="t"/> with what the first layer makes of it, or with x and its products if that layer is recurrent.</summary>
    private void Convolve(int t, (int Start, int End) sequence, ReadOnlySpan<int> extras)
    {
        int width = _model.Width, size = _model.FirstParts * width;
        ReadOnlySpan<short> none = _none.AsSpan(0, size);
        ReadOnlySpan<short> left = t > sequence.Start ? Entry(t - 1, (0, width, size), extras) : none;
        ReadOnlySpan<short> own = Entry(t, (1, width + size, size), extras);
        ReadOnlySpan<short> right = t + 1 < sequence.End ? Entry(t + 1, (2, width + (2 * size), size), extras) : none;
        ReadOnlySpan<short> x = Entry(t, (3, 0, width), extras);
        var sums = new NeighbourSums(left, own, right);
        Span<float> state = _states.AsSpan(t * width, width);
        if (_model.FirstParts == 2)
        {
            sums.Gate(x, _model.ConvolutionBias, state);
            return;
        }

        NeighbourSums.Widen(x, state);
        sums.AddBias(_model.ConvolutionBias, _products.AsSpan(t * size, size));
    }

    /// <summary>A part of a row's entry, with its extra inputs' added in a place of its own if there are any.</summary>
    private ReadOnlySpan<short> Entry(int row, (int Place, int Offset, int Length) part, ReadOnlySpan<int> extras)
    {
        ReadOnlySpan<short> entry = _cache.Entry(_slots[row]).Slice(part.Offset, part.Length);
        if (_model.ExtraCount == 0)
        {
            return entry;
        }

        Span<short> sums = _sums.AsSpan(part.Place * _model.EntrySize, part.Length);
        entry.CopyTo(sums);
        for (int f = 0; f < _model.ExtraCount; f++)
        {
            Add(sums, _model.Extra(f, extras[(row * _model.ExtraCount) + f]).Slice(part.Offset, part.Length));
        }

        return sums;
    }

    /// <summary>Sums of entries stay within 16 bits; an absurd one stops at their limit.</summary>
    private static void Add(Span<short> sums, ReadOnlySpan<short> values)
    {
        Span<Vector<short>> targets = MemoryMarshal.Cast<short, Vector<short>>(sums);
        ReadOnlySpan<Vector<short>> sources = MemoryMarshal.Cast<short, Vector<short>>(values);
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = Vector.AddSaturate(targets[i], sources[i]);
        }
    }
}
