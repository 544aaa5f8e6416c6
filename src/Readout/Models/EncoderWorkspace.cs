using System.Numerics;
using System.Runtime.InteropServices;
using Readout.Learning;

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
    private readonly float[] _carried;
    private readonly short[] _sums;

    public EncoderWorkspace(EncoderModel model, Int8Kernel kernel)
    {
        (_model, Kernel) = (model, kernel);
        _scratch = new EncoderScratch(model, kernel);
        _cache = new TypeCache(model.EntrySize);
        _fill = (slot, entry) => entry.CopyTo(_cache.Entry(slot));
        _carried = new float[model.Width];
        _sums = new short[3 * model.Width];
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
        Grow(ref _products, padded * _model.Recurrent.Max(m => m.PaddedOutputs));
        Activations.Resize(rows, _model.Width);
        _cache.BeginBatch();
    }

    public void SetWord(int row, ReadOnlySpan<char> form)
    {
        ulong key = TypeKey(form);
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
                Activations.SetRow(t, _states.AsSpan(t * width, width));
            }
        }

        foreach (Int8Matrix weights in _model.Recurrent)
        {
            Int8Gemm.Multiply(Activations, weights, _products, Kernel);
            for (int s = 0; s + 1 < starts.Length; s++)
            {
                RunSequence(weights.PaddedOutputs, starts[s], starts[s + 1]);
            }

            for (int t = 0; t < Rows; t++)
            {
                Activations.SetRow(t, _states.AsSpan(t * width, width));
            }
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 4)];
        }
    }

    /// <summary>A hash of the exact form: case counts.</summary>
    private static ulong TypeKey(ReadOnlySpan<char> form)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)form.Length;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        return SeededRandom.Mix(hash);
    }

    /// <summary>Fills the state of row <paramref name="t"/> with x + value * gate.</summary>
    private void Convolve(int t, (int Start, int End) sequence, ReadOnlySpan<int> extras)
    {
        int width = _model.Width;
        Span<short> sums = _sums;
        _cache.Entry(_slots[t])[..width].CopyTo(sums);
        Span<short> products = sums[width..];
        _cache.Entry(_slots[t]).Slice(3 * width, 2 * width).CopyTo(products);
        AddExtras(sums[..width], t, 0, extras);
        AddExtras(products, t, 3 * width, extras);
        if (t > sequence.Start)
        {
            AddEntry(products, t - 1, width, extras);
        }

        if (t + 1 < sequence.End)
        {
            AddEntry(products, t + 1, 5 * width, extras);
        }

        Gate(_states.AsSpan(t * width, width), sums, _model.ConvolutionBias);
    }

    /// <summary>state = x + value * gate, from whole-number sums of x, values and gates.</summary>
    private static void Gate(Span<float> state, ReadOnlySpan<short> sums, ReadOnlySpan<float> bias)
    {
        int width = state.Length;
        Span<Vector<float>> y = MemoryMarshal.Cast<float, Vector<float>>(state);
        ReadOnlySpan<Vector<short>> x = MemoryMarshal.Cast<short, Vector<short>>(sums[..width]);
        ReadOnlySpan<Vector<short>> values = MemoryMarshal.Cast<short, Vector<short>>(sums.Slice(width, width));
        ReadOnlySpan<Vector<short>> gates = MemoryMarshal.Cast<short, Vector<short>>(sums.Slice(2 * width, width));
        ReadOnlySpan<Vector<float>> valueBias = MemoryMarshal.Cast<float, Vector<float>>(bias[..width]);
        ReadOnlySpan<Vector<float>> gateBias = MemoryMarshal.Cast<float, Vector<float>>(bias.Slice(width, width));
        for (int i = 0; i < x.Length; i++)
        {
            Vector.Widen(x[i], out Vector<int> lowX, out Vector<int> highX);
            Vector.Widen(values[i], out Vector<int> lowValue, out Vector<int> highValue);
            Vector.Widen(gates[i], out Vector<int> lowGate, out Vector<int> highGate);
            int low = 2 * i, high = (2 * i) + 1;
            y[low] = Gate(lowX, Unit(lowValue) + valueBias[low], Unit(lowGate) + gateBias[low]);
            y[high] = Gate(highX, Unit(highValue) + valueBias[high], Unit(highGate) + gateBias[high]);
        }
    }

    private static Vector<float> Gate(Vector<int> x, Vector<float> value, Vector<float> gate) =>
        Unit(x) + (value * QuadraticSigmoid.Value(gate));

    private static Vector<float> Unit(Vector<int> steps) => Vector.ConvertToSingle(steps) * new Vector<float>(EncoderModel.EntryStep);

    private void AddEntry(Span<short> sums, int row, int offset, ReadOnlySpan<int> extras)
    {
        Add(sums, _cache.Entry(_slots[row]).Slice(offset, sums.Length));
        AddExtras(sums, row, offset, extras);
    }

    private void AddExtras(Span<short> sums, int row, int offset, ReadOnlySpan<int> extras)
    {
        for (int f = 0; f < _model.ExtraCount; f++)
        {
            Add(sums, _model.Extra(f, extras[(row * _model.ExtraCount) + f]).Slice(offset, sums.Length));
        }
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

    private void RunSequence(int stride, int start, int end)
    {
        int half = _model.Width / 2;
        Span<float> left = _carried.AsSpan(0, half), right = _carried.AsSpan(half, half);
        _carried.AsSpan().Clear();
        for (int t = start; t < end; t++)
        {
            RunStep(t, stride, 0, left);
        }

        for (int t = end - 1; t >= start; t--)
        {
            RunStep(t, stride, half, right);
        }
    }

    /// <summary>One step of <see cref="BidirectionalSru"/>, in place on the states.</summary>
    private void RunStep(int t, int stride, int offset, Span<float> carried)
    {
        int width = _model.Width;
        ReadOnlySpan<float> products = _products.AsSpan(t * stride, stride);
        ReadOnlySpan<Vector<float>> u = MemoryMarshal.Cast<float, Vector<float>>(products.Slice(offset, carried.Length));
        ReadOnlySpan<Vector<float>> f = MemoryMarshal.Cast<float, Vector<float>>(products.Slice(width + offset, carried.Length));
        ReadOnlySpan<Vector<float>> r = MemoryMarshal.Cast<float, Vector<float>>(products.Slice((2 * width) + offset, carried.Length));
        Span<Vector<float>> x = MemoryMarshal.Cast<float, Vector<float>>(_states.AsSpan((t * width) + offset, carried.Length));
        Span<Vector<float>> c = MemoryMarshal.Cast<float, Vector<float>>(carried);
        for (int i = 0; i < x.Length; i++)
        {
            Vector<float> state = u[i] + (QuadraticSigmoid.Value(f[i]) * (c[i] - u[i]));
            c[i] = state;
            x[i] += QuadraticSigmoid.Value(r[i]) * (state - x[i]);
        }
    }
}
