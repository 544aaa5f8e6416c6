using Readout.Attribution.Extraction;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>The trainable parts of the role tagger, shared by its replicas; see <see cref="RoleModel"/>.</summary>
internal sealed class RoleParameters
{
    public RoleParameters(RoleOptions options, TrainingVocabulary vocabulary, WordVectors? vectors, int parserWidth)
    {
        (Options, Vocabulary, Vectors) = (options, vocabulary, vectors);
        Set = new ParameterSet(options.Seed);
        int width = options.Width, scores = ParameterSet.Padded(new PairwiseCrf(RoleLabels.Count).ScoreCount);
        var tables = new List<Parameter> { Set.Add("word", vocabulary.Count, width, ParameterKind.Table) };
        tables[0].Value.AsSpan().Clear();
        for (int f = 0; f < LexicalFeatures.Count; f++)
        {
            tables.Add(Set.Add($"feature{f}", LexicalFeatures.TableSizes[f], width, ParameterKind.Table));
        }

        for (int f = 0; f < RoleInputs.Sizes.Length; f++)
        {
            tables.Add(Set.Add($"place{f}", RoleInputs.Sizes[f], width, ParameterKind.Table));
        }

        Tables = tables;
        Projection = vectors is null ? null : Set.Add("projection", vectors.Dimensions, width);
        Context = Set.Add("context", parserWidth, width);
        for (int layer = 0; layer < options.Layers; layer++)
        {
            Recurrent.Add((Set.Add($"recurrent{layer}", width, 3 * width), Set.Add($"recurrent{layer}.bias", 1, 3 * width, ParameterKind.Bias)));
        }

        Output = Set.Add("output", width, scores);
        Transitions = Set.Add("transitions", 1, scores, ParameterKind.Bias);
    }

    public RoleOptions Options { get; }

    public TrainingVocabulary Vocabulary { get; }

    public WordVectors? Vectors { get; }

    public ParameterSet Set { get; }

    /// <summary>The word's table, the hashed features' tables, the places' tables.</summary>
    public IReadOnlyList<Parameter> Tables { get; }

    /// <summary>[vector dimensions, width], null without pretrained vectors.</summary>
    public Parameter? Projection { get; }

    /// <summary>[parser's width, width].</summary>
    public Parameter Context { get; }

    public List<(Parameter Weight, Parameter Bias)> Recurrent { get; } = [];

    /// <summary>[width, padded scores of <see cref="PairwiseCrf"/>].</summary>
    public Parameter Output { get; }

    /// <summary>[1, padded scores]: what is added at every position.</summary>
    public Parameter Transitions { get; }
}
