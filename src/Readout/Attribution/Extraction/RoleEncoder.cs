using System.Numerics;
using System.Runtime.InteropServices;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Attribution.Extraction;

/// <summary>
/// Runs the encoder of a <see cref="RoleModel"/> over one window at a time, with storage that only grows. The scores do not depend on earlier
/// windows. Not thread-safe.
/// </summary>
internal sealed class RoleEncoder(RoleModel model, Int8Kernel kernel)
{
    // Word forms whose summed row is kept; a power of two. A form takes the place of another one of the same slot.
    private const int CachedForms = 8192;

    private readonly ulong[] _keys = new ulong[CachedForms];
    private readonly float[] _rows = new float[CachedForms * model.Width];
    private readonly float[] _carried = new float[model.Width / 2];
    private readonly Int8Activations _activations = new();
    private float[] _states = [];
    private float[] _products = [];
    private int[] _places = [];

    /// <summary>Scores of the last window, [rows, <see cref="Stride"/>]; see <see cref="RoleScores"/>.</summary>
    public ReadOnlySpan<float> Scores => _products;

    /// <summary>Floats of a row of <see cref="Scores"/>.</summary>
    public int Stride => model.Output.PaddedOutputs;

    /// <summary>Scores a window.</summary>
    /// <param name="parse">The text, parsed by the parser that the model was trained on, with its states.</param>
    /// <param name="quoted">Its quotations.</param>
    /// <param name="window">Rows of the text.</param>
    public void Encode(ParsedText parse, QuotedRows quoted, (int First, int End) window)
    {
        int rows = window.End - window.First, width = model.Width;
        int padded = (rows + Int8Gemm.TileRows - 1) / Int8Gemm.TileRows * Int8Gemm.TileRows;
        Grow(ref _states, padded * width);
        Grow(ref _products, padded * Math.Max(3 * width, Math.Max(model.Context.PaddedOutputs, model.Output.PaddedOutputs)));
        Grow(ref _places, rows);
        RoleInputs.Join(parse.Tokens, quoted, window, _places);
        ReadContext(parse.States!, window.First, rows);
        for (int row = 0; row < rows; row++)
        {
            Span<float> state = _states.AsSpan(row * width, width);
            Sum(state, Lookup(parse.Tokens.Form(window.First + row)), model.Place(_places[row]), _products.AsSpan(row * model.Context.PaddedOutputs, width));
        }

        foreach (Int8Matrix weights in model.Recurrent)
        {
            Quantize(rows);
            Int8Gemm.Multiply(_activations, weights, _products, kernel);
            Run(rows, weights.PaddedOutputs);
        }

        Quantize(rows);
        Int8Gemm.Multiply(_activations, model.Output, _products, kernel);
    }

    private static void Sum(Span<float> state, ReadOnlySpan<float> word, ReadOnlySpan<float> place, ReadOnlySpan<float> context)
    {
        Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(state);
        ReadOnlySpan<Vector<float>> words = MemoryMarshal.Cast<float, Vector<float>>(word)[..sums.Length];
        ReadOnlySpan<Vector<float>> places = MemoryMarshal.Cast<float, Vector<float>>(place)[..sums.Length];
        ReadOnlySpan<Vector<float>> contexts = MemoryMarshal.Cast<float, Vector<float>>(context)[..sums.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = (words[i] + places[i]) + contexts[i];
        }
    }

    // The products of the parser's states with the context matrix.
    private void ReadContext(Int8Activations states, int first, int rows)
    {
        _activations.Resize(rows, model.Context.Inputs);
        states.Data.AsSpan(first * states.Stride, rows * states.Stride).CopyTo(_activations.Data);
        states.Scales.AsSpan(first, rows).CopyTo(_activations.Scales);
        Int8Gemm.Multiply(_activations, model.Context, _products, kernel);
    }

    private ReadOnlySpan<float> Lookup(ReadOnlySpan<char> form)
    {
        ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)form.Length;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 0x100000001B3UL;
        }

        // Zero marks an empty slot.
        ulong key = SeededRandom.Mix(hash) | 1;
        int slot = (int)(key >> 20) & (CachedForms - 1);
        Span<float> row = _rows.AsSpan(slot * model.Width, model.Width);
        if (_keys[slot] != key)
        {
            _keys[slot] = key;
            model.Embed(form, row);
        }

        return row;
    }

    private void Quantize(int rows)
    {
        int width = model.Width;
        _activations.Resize(rows, width);
        for (int row = 0; row < rows; row++)
        {
            _activations.SetRow(row, _states.AsSpan(row * width, width));
        }
    }

    /// <summary>One layer of <see cref="BidirectionalSru"/>, in place on the states.</summary>
    private void Run(int rows, int stride)
    {
        Span<Vector<float>> states = MemoryMarshal.Cast<float, Vector<float>>(_states.AsSpan(0, rows * model.Width));
        ReadOnlySpan<Vector<float>> products = MemoryMarshal.Cast<float, Vector<float>>(_products.AsSpan(0, rows * stride));
        int width = states.Length / rows, step = products.Length / rows, half = width / 2;
        Span<Vector<float>> carried = MemoryMarshal.Cast<float, Vector<float>>(_carried.AsSpan());
        carried.Clear();
        for (int row = 0; row < rows; row++)
        {
            Step(states.Slice(row * width, half), products.Slice(row * step, step), width, carried);
        }

        carried.Clear();
        for (int row = rows - 1; row >= 0; row--)
        {
            Step(states.Slice((row * width) + half, half), products.Slice((row * step) + half, step - half), width, carried);
        }
    }

    private static void Step(Span<Vector<float>> x, ReadOnlySpan<Vector<float>> products, int width, Span<Vector<float>> carried)
    {
        ReadOnlySpan<Vector<float>> u = products[..x.Length], f = products.Slice(width, x.Length), r = products.Slice(2 * width, x.Length);
        carried = carried[..x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            Vector<float> state = u[i] + (QuadraticSigmoid.Value(f[i]) * (carried[i] - u[i]));
            carried[i] = state;
            x[i] += QuadraticSigmoid.Value(r[i]) * (state - x[i]);
        }
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 4)];
        }
    }
}
