using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Models;

/// <summary>
/// A trained encoder, frozen in 8 bits: summed lexical rows, a first layer over three neighbours (a gated
/// convolution or a recurrent one), bidirectional recurrent layers. Everything up to the first layer's products depends on the word form alone and is computed once per form. Immutable, thread-safe.
/// </summary>
internal sealed class EncoderModel
{
    /// <summary>Word types are cached in 16 bits: 1 / 512 a step.</summary>
    public const float EntryStep = 1f / 512f;

    /// <summary>The sum of three stored values stays within 16 bits.</summary>
    private const float EntryLimit = 10900f;

    private readonly WordIndex _index;
    private readonly QuantizedRows _words;
    private readonly QuantizedRows[] _features;
    private readonly short[][] _extras;

    /// <param name="file">The model.</param>
    public EncoderModel(ModelFile file)
    {
        int[] shape = file.Int32s("encoder.shape");
        (Width, int layers, int extras) = (shape[0], shape[1], shape[2]);
        _index = new WordIndex(file.Elements<ulong>("encoder.words"));
        _words = LoadRows(file, "encoder.word");
        _features = new QuantizedRows[LexicalFeatures.Count];
        for (int f = 0; f < _features.Length; f++)
        {
            _features[f] = LoadRows(file, $"encoder.feature{f}");
        }

        Convolution = Int8Matrix.Load(file, "encoder.convolution");
        ConvolutionBias = file.Singles("encoder.convolution.bias");
        FirstParts = ConvolutionBias.Length / Width;
        Recurrent = new Int8Matrix[layers];
        for (int layer = 0; layer < layers; layer++)
        {
            Recurrent[layer] = Int8Matrix.Load(file, $"encoder.recurrent{layer}");
        }

        _extras = new short[extras][];
        for (int f = 0; f < extras; f++)
        {
            _extras[f] = ExpandExtra(LoadRows(file, $"encoder.extra{f}"));
        }
    }

    public int Width { get; }

    /// <summary>Number of further discrete inputs per token.</summary>
    public int ExtraCount => _extras.Length;

    /// <summary>[width, 3 parts width]: for the left neighbour, the word itself and the right neighbour, each part of the first layer.</summary>
    public Int8Matrix Convolution { get; }

    /// <summary>[parts width].</summary>
    public float[] ConvolutionBias { get; }

    /// <summary>Parts of the first layer: 2 of a gated convolution, values and gates; 3 of a recurrent layer.</summary>
    public int FirstParts { get; }

    /// <summary>Per layer [width, 3 width].</summary>
    public Int8Matrix[] Recurrent { get; }

    /// <summary>Values of a cached word type: its row and its products with the first layer.</summary>
    public int EntrySize => (1 + (3 * FirstParts)) * Width;

    /// <summary>The entry of value <paramref name="value"/> of extra input <paramref name="input"/>; a value out of range counts as 0.</summary>
    public ReadOnlySpan<short> Extra(int input, int value) =>
        _extras[input].AsSpan((uint)value < (uint)ExtraSize(input) ? value * EntrySize : 0, EntrySize);

    /// <summary>Number of values of an extra input.</summary>
    public int ExtraSize(int input) => _extras[input].Length / EntrySize;

    /// <summary>Whether a word has a row of its own, by its <see cref="LexicalFeatures.WordHash"/>.</summary>
    public bool IsKnown(ulong wordHash) => _index.Find(wordHash) >= 0;

    /// <summary>Writes the summed rows of a word form, [width].</summary>
    public void Embed(ReadOnlySpan<char> form, Span<float> row)
    {
        row.Clear();
        _words.AddTo(Math.Max(0, _index.Find(LexicalFeatures.WordHash(form))), row);
        Span<int> ids = stackalloc int[LexicalFeatures.Count];
        LexicalFeatures.Compute(form, ids);
        for (int f = 0; f < ids.Length; f++)
        {
            _features[f].AddTo(ids[f], row);
        }
    }

    /// <summary>Rounds a summed row and its products to an entry of the type cache.</summary>
    public void Store(ReadOnlySpan<float> row, ReadOnlySpan<float> products, Span<short> entry)
    {
        Round(row, entry[..Width]);
        Round(products[..(EntrySize - Width)], entry[Width..]);
    }

    private static QuantizedRows LoadRows(ModelFile file, string name) => new(file.SBytes(name), file.Singles(name + ".scales"));

    /// <summary>Whole steps of <see cref="EntryStep"/>, ties to even; the lengths are multiples of 32.</summary>
    public static void Round(ReadOnlySpan<float> values, Span<short> steps)
    {
        ReadOnlySpan<Vector<float>> source = MemoryMarshal.Cast<float, Vector<float>>(values);
        Span<Vector<short>> target = MemoryMarshal.Cast<short, Vector<short>>(steps);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Vector.Narrow(ToSteps(source[2 * i]), ToSteps(source[(2 * i) + 1]));
        }
    }

    private static Vector<int> ToSteps(Vector<float> values)
    {
        // Adding and subtracting 1.5 * 2^23 rounds to the nearest whole number on every machine.
        var rounder = new Vector<float>(12582912f);
        Vector<float> scaled = values * new Vector<float>(1f / EntryStep);
        scaled = Vector.MinNative(Vector.MaxNative(scaled, new Vector<float>(-EntryLimit)), new Vector<float>(EntryLimit));
        return Vector.ConvertToInt32((scaled + rounder) - rounder);
    }

    private short[] ExpandExtra(QuantizedRows rows)
    {
        int values = rows.Scales.Length;
        var scratch = new EncoderScratch(this, Int8Kernels.Best);
        for (int value = 0; value < values; value++)
        {
            Span<float> row = scratch.AddRow(value);
            row.Clear();
            rows.AddTo(value, row);
        }

        var entries = new short[values * EntrySize];
        scratch.Flush((slot, entry) => entry.CopyTo(entries.AsSpan(slot * EntrySize)));
        return entries;
    }
}
