using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>The trainable parts of an encoder, shared by its replicas.</summary>
internal sealed class EncoderParameters
{
    public EncoderParameters(ParameterSet parameters, EncoderOptions options, TrainingVocabulary vocabulary, WordVectors? vectors)
    {
        (Options, Vocabulary, Vectors) = (options, vocabulary, vectors);
        int width = options.Width;
        var tables = new List<Parameter> { parameters.Add("word", vocabulary.Count, width, ParameterKind.Table) };
        for (int f = 0; f < LexicalFeatures.Count; f++)
        {
            tables.Add(parameters.Add($"feature{f}", LexicalFeatures.TableSizes[f], width, ParameterKind.Table));
        }

        for (int f = 0; f < options.ExtraSizes.Count; f++)
        {
            tables.Add(parameters.Add($"extra{f}", options.ExtraSizes[f], width, ParameterKind.Table));
        }

        Tables = tables;
        tables[0].Value.AsSpan().Clear();
        Projection = vectors is null ? null : parameters.Add("projection", vectors.Dimensions, width);
        int parts = options.FirstIsRecurrent ? 3 : 2;
        Convolution = parameters.Add("convolution", 3 * width, parts * width);
        ConvolutionBias = parameters.Add("convolution.bias", 1, parts * width, ParameterKind.Bias);
        for (int layer = 0; layer < options.Layers; layer++)
        {
            Recurrent.Add(parameters.Add($"recurrent{layer}", width, 3 * width));
            RecurrentBiases.Add(parameters.Add($"recurrent{layer}.bias", 1, 3 * width, ParameterKind.Bias));
        }
    }

    public EncoderOptions Options { get; }

    public TrainingVocabulary Vocabulary { get; }

    public WordVectors? Vectors { get; }

    /// <summary>The word's table, the hashed features' tables, the extra inputs' tables.</summary>
    public IReadOnlyList<Parameter> Tables { get; }

    /// <summary>[vector dimensions, width], null without pretrained vectors.</summary>
    public Parameter? Projection { get; }

    public Parameter Convolution { get; }

    public Parameter ConvolutionBias { get; }

    public List<Parameter> Recurrent { get; } = [];

    public List<Parameter> RecurrentBiases { get; } = [];
}
