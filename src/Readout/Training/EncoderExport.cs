using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>Freezes a trained encoder into the sections of a model file.</summary>
internal static class EncoderExport
{
    public static void Save(EncoderParameters encoder, ModelFileBuilder file)
    {
        int width = encoder.Options.Width;
        file.Add("encoder.shape", new[] { width, encoder.Options.Layers, encoder.Options.ExtraSizes.Count });
        SaveWords(encoder, file);
        for (int f = 0; f < LexicalFeatures.Count; f++)
        {
            SaveRows(file, $"encoder.feature{f}", encoder.Tables[f + 1].Value.AsSpan(), width);
        }

        for (int f = 0; f < encoder.Options.ExtraSizes.Count; f++)
        {
            SaveRows(file, $"encoder.extra{f}", encoder.Tables[f + 1 + LexicalFeatures.Count].Value.AsSpan(), width);
        }

        SaveConvolution(encoder, file);
        for (int layer = 0; layer < encoder.Options.Layers; layer++)
        {
            Quantize(encoder.Recurrent[layer], encoder.RecurrentBiases[layer]).Save(file, $"encoder.recurrent{layer}");
        }
    }

    /// <summary>The 8-bit form of a layer's weights, padded outputs included.</summary>
    public static Int8Matrix Quantize(Parameter weight, Parameter? bias) => Int8Matrix.Quantize(
        weight.Value.AsSpan(),
        (weight.Value.Rows, weight.Value.Columns, weight.Value.Columns),
        bias is null ? [] : bias.Value.AsSpan());

    public static void SaveRows(ModelFileBuilder file, string name, ReadOnlySpan<float> values, int width)
    {
        QuantizedRows rows = QuantizedRows.From(values, width);
        file.Add(name, rows.Values);
        file.Add(name + ".scales", rows.Scales);
    }

    /// <summary>One row per word known from training or from the vectors: its own row plus its projected vector.</summary>
    private static void SaveWords(EncoderParameters encoder, ModelFileBuilder file)
    {
        int width = encoder.Options.Width;
        var hashes = new List<ulong>(encoder.Vocabulary.Hashes.ToArray());
        for (int i = 0; encoder.Vectors is not null && i < encoder.Vectors.Count; i++)
        {
            if (encoder.Vocabulary.Row(encoder.Vectors.Hashes[i]) == TrainingVocabulary.Unknown)
            {
                hashes.Add(encoder.Vectors.Hashes[i]);
            }
        }

        var rows = new Matrix(hashes.Count, width);
        for (int i = 0; i < hashes.Count; i++)
        {
            Span<float> row = rows.Row(i);
            encoder.Tables[0].Value.Row(i < encoder.Vocabulary.Count ? i : TrainingVocabulary.Unknown).CopyTo(row);
            int vector = encoder.Vectors is null || i == 0 ? -1 : encoder.Vectors.Find(hashes[i]);
            for (int k = 0; vector >= 0 && k < encoder.Vectors!.Dimensions; k++)
            {
                Elementwise.AddScaled(row, encoder.Projection!.Value.Row(k), encoder.Vectors.Row(vector)[k]);
            }
        }

        file.Add("encoder.words", hashes.ToArray());
        SaveRows(file, "encoder.word", rows.AsSpan(), width);
    }

    /// <summary>[3 width, parts width] becomes [width, 3 parts width]: the products of one word with its three places.</summary>
    private static void SaveConvolution(EncoderParameters encoder, ModelFileBuilder file)
    {
        int width = encoder.Options.Width, outputs = encoder.Convolution.Value.Columns;
        var turned = new Matrix(width, 3 * outputs);
        for (int place = 0; place < 3; place++)
        {
            for (int i = 0; i < width; i++)
            {
                // A word is the left neighbour (place 0) of the token after it.
                encoder.Convolution.Value.Row((place * width) + i).CopyTo(turned.Row(i)[(place * outputs)..]);
            }
        }

        Int8Matrix.Quantize(turned.AsSpan(), (width, 3 * outputs, 3 * outputs), []).Save(file, "encoder.convolution");
        file.Add<float>("encoder.convolution.bias", encoder.ConvolutionBias.Value.AsSpan());
    }
}
