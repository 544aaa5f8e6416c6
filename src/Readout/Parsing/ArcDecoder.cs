using System.Numerics;
using System.Runtime.InteropServices;
using Readout.Learning;
using Readout.Models;

namespace Readout.Parsing;

/// <summary>Scores all arcs of a sentence in 8 bits and finds its tree. Not thread-safe.</summary>
internal sealed class ArcDecoder(ParserModel model, Int8Kernel kernel)
{
    private readonly Int8Activations _queries = new();
    private readonly Int8Activations _keys = new();
    private readonly Int8Matrix _keyColumns = new();
    private readonly TreeDecoder _trees = new();
    private float[] _scores = [];

    /// <param name="queries">[words, padded arc size] dependents' transformed vectors.</param>
    /// <param name="hidden">[words, padded heads]: the fused heads' layer, rectified.</param>
    /// <param name="heads">[words] receives the heads, counted from 1; 0 is the root.</param>
    public void Decode(ReadOnlySpan<float> queries, ReadOnlySpan<float> hidden, Span<int> heads)
    {
        Score(queries, hidden, heads.Length);
        _trees.Decode(_scores, _keyColumns.PaddedOutputs, heads);
    }

    /// <summary>The scores of a word's heads after <see cref="Score"/>: the root, then every word, itself included.</summary>
    public ReadOnlySpan<float> Scores(int word, int words) => _scores.AsSpan(word * _keyColumns.PaddedOutputs, words + 1);

    /// <summary>Scores all arcs of a sentence; see <see cref="Decode"/>.</summary>
    public void Score(ReadOnlySpan<float> queries, ReadOnlySpan<float> hidden, int words)
    {
        int size = model.ArcSize;
        _queries.Resize(words, size);
        _keys.Resize(words + 1, size);
        _keys.SetRow(0, model.Root);
        for (int i = 0; i < words; i++)
        {
            _queries.SetRow(i, queries.Slice(i * model.Biaffine.PaddedOutputs, size));
            _keys.SetRow(i + 1, hidden.Slice((i * model.Heads.PaddedOutputs) + size, size));
        }

        PackKeys(words + 1);
        int length = Int8Gemm.ResultLength(words, _keyColumns);
        if (_scores.Length < length)
        {
            _scores = new float[length + (length / 4)];
        }

        Int8Gemm.Multiply(_queries, _keyColumns, _scores, kernel);
        AddDistances(words);
    }

    /// <summary>Makes the keys the right side of a product: each key is an output.</summary>
    private void PackKeys(int keys)
    {
        _keyColumns.Resize(model.ArcSize, keys);
        for (int key = 0; key < keys; key++)
        {
            ReadOnlySpan<byte> bytes = _keys.Data.AsSpan(key * _keys.Stride, model.ArcSize);
            Span<uint> packed = MemoryMarshal.Cast<sbyte, uint>(_keyColumns.Packed.AsSpan());
            int place = _keyColumns.Position(0, key) / 4;
            foreach (uint quad in MemoryMarshal.Cast<byte, uint>(bytes))
            {
                // Flipping the top bit of each byte takes 128 off it.
                packed[place] = quad ^ 0x80808080;
                place += Int8Matrix.BlockOutputs;
            }

            _keyColumns.Corrections[key] = 128 * (Sum(bytes) - (128 * bytes.Length));
            _keyColumns.Scales[key] = _keys.Scales[key];
        }
    }

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        Vector<int> sum = default;
        int i = 0;
        for (; i + Vector<byte>.Count <= bytes.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(bytes[i..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low + high, out Vector<uint> first, out Vector<uint> second);
            sum += (first + second).As<uint, int>();
        }

        int total = Vector.Sum(sum);
        for (; i < bytes.Length; i++)
        {
            total += bytes[i];
        }

        return total;
    }

    private void AddDistances(int words)
    {
        int stride = _keyColumns.PaddedOutputs;
        for (int i = 0; i < words; i++)
        {
            Span<float> row = _scores.AsSpan(i * stride, words + 1);
            row[0] += model.Distance[ArcScorer.DistanceBucket(1, 0)];
            Elementwise.Add(row[1..], model.DistanceRow(i, words));
        }
    }
}
