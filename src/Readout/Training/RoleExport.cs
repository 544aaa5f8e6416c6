using Readout.Attribution.Extraction;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>Freezes a trained role tagger into a model file.</summary>
internal static class RoleExport
{
    public static ModelFileBuilder Build(RoleParameters parameters)
    {
        var file = new ModelFileBuilder(RoleModel.Kind);
        file.Add("roles.shape", new[] { parameters.Options.Width, parameters.Options.Layers });
        file.Add("roles.parser", [parameters.Options.Parser]);
        SaveWords(parameters, file);
        for (int f = 0; f < LexicalFeatures.Count; f++)
        {
            SaveRows(file, $"roles.feature{f}", parameters.Tables[1 + f].Value);
        }

        for (int f = 0; f < RoleInputs.Sizes.Length; f++)
        {
            SaveRows(file, $"roles.place{f}", parameters.Tables[1 + LexicalFeatures.Count + f].Value);
        }

        EncoderExport.Quantize(parameters.Context, null).Save(file, "roles.context");
        for (int layer = 0; layer < parameters.Recurrent.Count; layer++)
        {
            EncoderExport.Quantize(parameters.Recurrent[layer].Weight, parameters.Recurrent[layer].Bias).Save(file, $"roles.recurrent{layer}");
        }

        SaveOutput(parameters, file);
        return file;
    }

    private static void SaveRows(ModelFileBuilder file, string name, Matrix rows) => EncoderExport.SaveRows(file, name, rows.AsSpan(), rows.Columns);

    // A label's own score joins the scores of the steps that lead to it.
    private static void SaveOutput(RoleParameters parameters, ModelFileBuilder file)
    {
        var crf = new PairwiseCrf(RoleLabels.Count);
        int width = parameters.Options.Width;
        var weights = new Matrix(width, RoleScores.Count);
        var biases = new float[RoleScores.Count];
        for (int score = 0; score < RoleScores.Count; score++)
        {
            (int from, int to) = RoleScores.Labels(score);
            int pair = crf.PairAt(from, to);
            biases[score] = parameters.Transitions.Value.Row(0)[to] + parameters.Transitions.Value.Row(0)[pair];
            for (int i = 0; i < width; i++)
            {
                weights.Row(i)[score] = parameters.Output.Value.Row(i)[to] + parameters.Output.Value.Row(i)[pair];
            }
        }

        Int8Matrix.Quantize(weights.AsSpan(), (width, RoleScores.Count, RoleScores.Count), biases).Save(file, "roles.output");
    }

    // One row per word known from training or from the vectors: its own row plus its projected vector.
    private static void SaveWords(RoleParameters parameters, ModelFileBuilder file)
    {
        WordVectors? vectors = parameters.Vectors;
        var hashes = new List<ulong>(parameters.Vocabulary.Hashes.ToArray());
        for (int i = 0; i < (vectors?.Count ?? 0); i++)
        {
            if (parameters.Vocabulary.Row(vectors!.Hashes[i]) == TrainingVocabulary.Unknown)
            {
                hashes.Add(vectors.Hashes[i]);
            }
        }

        var rows = new Matrix(hashes.Count, parameters.Options.Width);
        for (int i = 0; i < hashes.Count; i++)
        {
            Span<float> row = rows.Row(i);
            parameters.Tables[0].Value.Row(i < parameters.Vocabulary.Count ? i : TrainingVocabulary.Unknown).CopyTo(row);
            int vector = i == 0 ? -1 : vectors?.Find(hashes[i]) ?? -1;
            for (int k = 0; vector >= 0 && k < vectors!.Dimensions; k++)
            {
                Elementwise.AddScaled(row, parameters.Projection!.Value.Row(k), vectors.Row(vector)[k]);
            }
        }

        file.Add("roles.words", hashes.ToArray());
        SaveRows(file, "roles.word", rows);
    }
}
