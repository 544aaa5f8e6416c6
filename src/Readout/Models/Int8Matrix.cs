namespace Readout.Models;

/// <summary>
/// A weight matrix [inputs, outputs] in 8 bits with one scale per output, packed for the vector unit. A model's matrices never change;
/// a workspace refills its own (<see cref="Resize"/>) with vectors that stand on the right side of a product.
/// <code>
/// block of 24 outputs | quad of 4 inputs | output 0: w0 w1 w2 w3, output 1: ..., ... output 23   (96 bytes a quad)
/// </code>
/// </summary>
internal sealed class Int8Matrix
{
    /// <summary>Outputs are padded to a multiple of this.</summary>
    public const int BlockOutputs = 24;

    public int Inputs { get; private set; }

    public int Outputs { get; private set; }

    public int PaddedOutputs { get; private set; }

    /// <summary>Number of groups of four inputs.</summary>
    public int Quads { get; private set; }

    public sbyte[] Packed { get; private set; } = [];

    /// <summary>Weight of one step of each output.</summary>
    public float[] Scales { get; private set; } = [];

    public float[] Biases { get; private set; } = [];

    /// <summary>128 times the sum of each output's weights: what the offset of unsigned activations adds.</summary>
    public int[] Corrections { get; private set; } = [];

    /// <summary>Packs 8-bit weights.</summary>
    /// <param name="weights">[inputs, outputs], row after row.</param>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="scales">[outputs].</param>
    /// <param name="biases">[outputs], or empty for none.</param>
    public static Int8Matrix Pack(ReadOnlySpan<sbyte> weights, int inputs, ReadOnlySpan<float> scales, ReadOnlySpan<float> biases)
    {
        var matrix = new Int8Matrix();
        matrix.Resize(inputs, scales.Length);
        scales.CopyTo(matrix.Scales);
        biases.CopyTo(matrix.Biases);
        for (int input = 0; input < inputs; input++)
        {
            for (int output = 0; output < scales.Length; output++)
            {
                sbyte weight = weights[(input * scales.Length) + output];
                matrix.Packed[matrix.Position(input, output)] = weight;
                matrix.Corrections[output] += 128 * weight;
            }
        }

        return matrix;
    }

    /// <summary>Packs one fp32 matrix, each output rounded to the range of its largest weight.</summary>
    /// <param name="weights">[inputs, stride], row after row; the first outputs of each row count.</param>
    /// <param name="shape">Inputs, outputs and stride.</param>
    /// <param name="biases">At least [outputs], or empty for none.</param>
    public static Int8Matrix Quantize(ReadOnlySpan<float> weights, (int Inputs, int Outputs, int Stride) shape, ReadOnlySpan<float> biases)
    {
        var columns = new float[shape.Inputs * shape.Outputs];
        for (int i = 0; i < shape.Inputs; i++)
        {
            for (int j = 0; j < shape.Outputs; j++)
            {
                columns[(j * shape.Inputs) + i] = weights[(i * shape.Stride) + j];
            }
        }

        QuantizedRows rows = QuantizedRows.From(columns, shape.Inputs);
        var packed = new sbyte[columns.Length];
        for (int i = 0; i < shape.Inputs; i++)
        {
            for (int j = 0; j < shape.Outputs; j++)
            {
                packed[(i * shape.Outputs) + j] = rows.Values[(j * shape.Inputs) + i];
            }
        }

        return Pack(packed, shape.Inputs, rows.Scales, biases.IsEmpty ? biases : biases[..shape.Outputs]);
    }

    /// <summary>Some of the outputs as a matrix of their own, bit for bit.</summary>
    public Int8Matrix Columns(int first, int count)
    {
        sbyte[] all = Unpack();
        var kept = new sbyte[Inputs * count];
        for (int input = 0; input < Inputs; input++)
        {
            all.AsSpan((input * Outputs) + first, count).CopyTo(kept.AsSpan(input * count));
        }

        return Pack(kept, Inputs, Scales.AsSpan(first, count), Biases.AsSpan(first, count));
    }

    /// <summary>Sets the shape of a workspace's matrix: storage only grows, and all of it is cleared.</summary>
    public void Resize(int inputs, int outputs)
    {
        (Inputs, Outputs) = (inputs, outputs);
        Quads = (inputs + 3) / 4;
        PaddedOutputs = (outputs + BlockOutputs - 1) / BlockOutputs * BlockOutputs;
        int size = PaddedOutputs * Quads * 4;
        if (Packed.Length < size)
        {
            Packed = new sbyte[size];
        }

        if (Scales.Length < PaddedOutputs)
        {
            Scales = new float[PaddedOutputs];
            Biases = new float[PaddedOutputs];
            Corrections = new int[PaddedOutputs];
        }

        Packed.AsSpan(0, size).Clear();
        Scales.AsSpan(0, PaddedOutputs).Clear();
        Corrections.AsSpan(0, PaddedOutputs).Clear();
    }

    /// <summary>The weights as they were before packing: [inputs, outputs].</summary>
    public sbyte[] Unpack()
    {
        var weights = new sbyte[Inputs * Outputs];
        for (int input = 0; input < Inputs; input++)
        {
            for (int output = 0; output < Outputs; output++)
            {
                weights[(input * Outputs) + output] = Packed[Position(input, output)];
            }
        }

        return weights;
    }

    /// <summary>Adds the matrix to a model file under a name.</summary>
    public void Save(ModelFileBuilder file, string name)
    {
        file.Add(name, Unpack());
        file.Add<float>(name + ".scales", Scales.AsSpan(0, Outputs));
        file.Add<float>(name + ".biases", Biases.AsSpan(0, Outputs));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public static Int8Matrix Load(ModelFile file, string name)
    {
        ReadOnlySpan<float> scales = file.Elements<float>(name + ".scales");
        ReadOnlySpan<sbyte> weights = file.Elements<sbyte>(name);
        return Pack(weights, weights.Length / Math.Max(1, scales.Length), scales, file.Elements<float>(name + ".biases"));
    }

    /// <summary>Where the weight of an input and an output lies in <see cref="Packed"/>.</summary>
    public int Position(int input, int output) =>
        (((((output / BlockOutputs) * Quads) + (input / 4)) * BlockOutputs) + (output % BlockOutputs)) * 4 + (input % 4);
}
