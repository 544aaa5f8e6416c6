using Readout.Learning;
using Readout.Models;
using Readout.Tagging;

namespace Readout.Training;

/// <summary>The trainable parts of a sequence tagger, shared by its replicas.</summary>
internal sealed class TaggerParameters
{
    public TaggerParameters(
        ParameterSet set, SequenceTaggerOptions options, IReadOnlyList<TagScheme> schemes, (TrainingVocabulary Words, WordVectors? Vectors) lexicon)
    {
        (Options, Schemes) = (options, schemes);
        Encoder = new EncoderParameters(set, options.Encoder, lexicon.Words, lexicon.Vectors);
        Hidden = new ParserParameters.Pair(set, "tagger.hidden", options.Encoder.Width, options.HiddenSize);
        LabelCount = schemes.Sum(s => s.Labels.Count);
        Output = new ParserParameters.Pair(set, "tagger.output", options.HiddenSize, ParameterSet.Padded(LabelCount));
        Transitions = [.. schemes.Select((s, i) =>
            set.Add($"tagger.transitions{i}", s.Labels.Count + 1, ParameterSet.Padded(s.Labels.Count), ParameterKind.Bias))];
    }

    public SequenceTaggerOptions Options { get; }

    public IReadOnlyList<TagScheme> Schemes { get; }

    public EncoderParameters Encoder { get; }

    public ParserParameters.Pair Hidden { get; }

    public ParserParameters.Pair Output { get; }

    /// <summary>Labels of all tasks.</summary>
    public int LabelCount { get; }

    /// <summary>Per task [labels + 1, padded labels].</summary>
    public IReadOnlyList<Parameter> Transitions { get; }

    public ModelFileBuilder Export()
    {
        var file = new ModelFileBuilder(TaggerModel.Kind);
        EncoderExport.Save(Encoder, file);
        file.Add("tagger.shape", new[] { Options.WholeDocuments ? 1 : 0 });
        EncoderExport.Quantize(Hidden.Weight, Hidden.Bias).Save(file, "tagger.hidden");
        Matrix output = Output.Weight.Value;
        Int8Matrix.Quantize(output.AsSpan(), (output.Rows, LabelCount, output.Columns), Output.Bias.Value.AsSpan()).Save(file, "tagger.output");
        file.Add("tagger.tasks", Schemes.Select(s => s.Name));
        for (int task = 0; task < Schemes.Count; task++)
        {
            int labels = Schemes[task].Labels.Count;
            var transitions = new List<float>();
            for (int i = 0; i <= labels; i++)
            {
                transitions.AddRange(Transitions[task].Value.Row(i)[..labels]);
            }

            file.Add($"tagger.labels{task}", Schemes[task].Labels);
            file.Add($"tagger.transitions{task}", transitions.ToArray());
        }

        return file;
    }
}
