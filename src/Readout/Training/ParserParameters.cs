using Readout.Learning;

namespace Readout.Training;

/// <summary>The trainable parts of a tagger and parser, shared by its replicas.</summary>
internal sealed class ParserParameters
{
    public ParserParameters(ParameterSet set, ParserOptions options, ParserLabels labels, (TrainingVocabulary Words, WordVectors? Vectors) lexicon)
    {
        (Options, Labels) = (options, labels);
        Encoder = new EncoderParameters(set, options.Encoder, lexicon.Words, lexicon.Vectors);
        int width = options.Encoder.Width;
        Dependent = new Pair(set, "arc.dependent", width, options.ArcSize);
        Head = new Pair(set, "arc.head", width, options.ArcSize);
        Biaffine = new Pair(set, "arc.biaffine", options.ArcSize, options.ArcSize);
        Root = set.Add("arc.root", 1, options.ArcSize, ParameterKind.Bias);
        Distance = set.Add("arc.distance", 1, ArcScorer.Buckets, ParameterKind.Bias);
        LabelDependent = new Pair(set, "label.dependent", width, options.LabelSize);
        LabelHead = new Pair(set, "label.head", width, options.LabelSize);
        LabelRoot = set.Add("label.root", 1, options.LabelSize, ParameterKind.Table);
        LabelDirection = set.Add("label.direction", ArcScorer.Buckets, options.LabelSize, ParameterKind.Table);
        Relation = new Pair(set, "label.relation", options.LabelSize, ParameterSet.Padded(labels.Relations.Length));
        TagHidden = new Pair(set, "tag.hidden", width, options.TagSize);
        Tag = new Pair(set, "tag.output", options.TagSize, ParameterSet.Padded(labels.TagCount));
    }

    public ParserOptions Options { get; }

    public ParserLabels Labels { get; }

    public EncoderParameters Encoder { get; }

    public Pair Dependent { get; }

    public Pair Head { get; }

    public Pair Biaffine { get; }

    public Parameter Root { get; }

    public Parameter Distance { get; }

    public Pair LabelDependent { get; }

    public Pair LabelHead { get; }

    public Parameter LabelRoot { get; }

    public Parameter LabelDirection { get; }

    public Pair Relation { get; }

    public Pair TagHidden { get; }

    public Pair Tag { get; }

    /// <summary>The weight and bias of a linear layer.</summary>
    internal sealed class Pair(ParameterSet set, string name, int inputs, int outputs)
    {
        public Parameter Weight { get; } = set.Add(name, inputs, outputs);

        public Parameter Bias { get; } = set.Add(name + ".bias", 1, outputs, ParameterKind.Bias);

        public LinearLayer Layer(Gradients gradients) => new(Weight, Bias, gradients);
    }
}
