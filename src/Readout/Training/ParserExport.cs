using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Tagging;

namespace Readout.Training;

/// <summary>Freezes a trained tagger and parser into a model file.</summary>
internal static class ParserExport
{
    public static ModelFileBuilder Build(ParserParameters parameters, LemmaRules lemmas)
    {
        var file = new ModelFileBuilder(ParserModel.Kind);
        EncoderExport.Save(parameters.Encoder, file);
        file.Add("parser.shape", new[] { parameters.Options.ArcSize, parameters.Options.LabelSize, parameters.Options.TagSize });
        file.Add("parser.upos", parameters.Labels.Upos);
        file.Add("parser.xpos", parameters.Labels.Xpos);
        file.Add("parser.features", parameters.Labels.Features);
        file.Add("parser.relations", parameters.Labels.Relations);
        Fuse(parameters).Save(file, "parser.heads");
        Quantize(parameters.Biaffine, parameters.Options.ArcSize).Save(file, "parser.biaffine");
        Quantize(parameters.Relation, parameters.Labels.Relations.Length).Save(file, "parser.relation");
        Quantize(parameters.Tag, parameters.Labels.TagCount).Save(file, "parser.tag");
        file.Add<float>("parser.root", parameters.Root.Value.AsSpan());
        file.Add<float>("parser.distance", parameters.Distance.Value.AsSpan());
        file.Add<float>("parser.label.root", parameters.LabelRoot.Value.AsSpan());
        file.Add<float>("parser.label.direction", parameters.LabelDirection.Value.AsSpan());
        lemmas.Save(file);
        return file;
    }

    /// <summary>All layers that read the encoder's states become one product: dependents, heads, label dependents, label heads, tags.</summary>
    private static Int8Matrix Fuse(ParserParameters parameters)
    {
        ParserParameters.Pair[] pairs =
            [parameters.Dependent, parameters.Head, parameters.LabelDependent, parameters.LabelHead, parameters.TagHidden];
        int width = parameters.Options.Encoder.Width, outputs = pairs.Sum(p => p.Weight.Value.Columns);
        var weights = new Matrix(width, outputs);
        var biases = new List<float>();
        foreach (ParserParameters.Pair pair in pairs)
        {
            for (int row = 0; row < width; row++)
            {
                pair.Weight.Value.Row(row).CopyTo(weights.Row(row)[biases.Count..]);
            }

            biases.AddRange(pair.Bias.Value.AsSpan());
        }

        return Int8Matrix.Quantize(weights.AsSpan(), (width, outputs, outputs), biases.ToArray());
    }

    private static Int8Matrix Quantize(ParserParameters.Pair pair, int outputs)
    {
        Matrix weight = pair.Weight.Value;
        return Int8Matrix.Quantize(weight.AsSpan(), (weight.Rows, outputs, weight.Columns), pair.Bias.Value.AsSpan());
    }
}
