using Readout.Learning;

namespace Readout.Training;

/// <summary>One replica of the tagger and parser in training.</summary>
internal sealed class ParserNetwork
{
    private const float UposWeight = 0.6f;
    private const float XposWeight = 0.6f;
    private const float FeatureWeight = 0.4f;

    private readonly ParserParameters _parameters;
    private readonly EncoderNetwork _encoder;
    private readonly HiddenLayer _dependent;
    private readonly HiddenLayer _head;
    private readonly HiddenLayer _query;
    private readonly HiddenLayer _labelDependent;
    private readonly HiddenLayer _labelHead;
    private readonly HiddenLayer _tagHidden;
    private readonly LinearLayer _tag;
    private readonly Matrix _tagScores = new();
    private readonly ArcScorer _arcs;
    private readonly LabelScorer _labels;

    public ParserNetwork(ParserParameters parameters, ParameterSet set)
    {
        _parameters = parameters;
        Gradients = new Gradients(set);
        float dropout = parameters.Options.HeadDropout;
        _encoder = new EncoderNetwork(parameters.Encoder, Gradients);
        _dependent = new HiddenLayer(parameters.Dependent.Layer(Gradients), true, dropout);
        _head = new HiddenLayer(parameters.Head.Layer(Gradients), true, dropout);
        _query = new HiddenLayer(parameters.Biaffine.Layer(Gradients), false, 0f);
        _labelDependent = new HiddenLayer(parameters.LabelDependent.Layer(Gradients), false, 0f);
        _labelHead = new HiddenLayer(parameters.LabelHead.Layer(Gradients), false, 0f);
        _tagHidden = new HiddenLayer(parameters.TagHidden.Layer(Gradients), true, dropout);
        _tag = parameters.Tag.Layer(Gradients);
        _arcs = new ArcScorer(parameters.Root, parameters.Distance, Gradients);
        _labels = new LabelScorer(parameters, Gradients);
    }

    public Gradients Gradients { get; }

    /// <summary>Forward and backward over some sentences; returns the summed loss.</summary>
    /// <param name="batch">The sentences.</param>
    /// <param name="scale">Factor of all gradients, one over the words of the whole step.</param>
    /// <param name="random">Null turns dropout off.</param>
    public double Train(ParserBatch batch, float scale, SeededRandom? random)
    {
        Matrix states = _encoder.Forward(batch.Input, random);
        _dependent.Forward(states, random);
        _head.Forward(states, random);
        _query.Forward(_dependent.Output, random);
        _labelDependent.Forward(states, random);
        _labelHead.Forward(states, random);
        _tagHidden.Forward(states, random);
        double loss = TrainArcs(batch, scale);
        loss += _labels.Train(_labelDependent, _labelHead, batch, (scale, random));
        loss += TrainTags(batch, scale);
        _query.Backward(_dependent.Output, _dependent.Gradient);
        foreach (HiddenLayer layer in (ReadOnlySpan<HiddenLayer>)[_dependent, _head, _labelDependent, _labelHead, _tagHidden])
        {
            layer.Backward(states, _encoder.OutputGradient);
        }

        _encoder.Backward();
        return loss;
    }

    private double TrainArcs(ParserBatch batch, float scale)
    {
        double loss = 0;
        int[] starts = batch.Input.Starts;
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            (int start, int count) = (starts[s], starts[s + 1] - starts[s]);
            loss += _arcs.Train(
                (_query.Output, _query.Gradient), (_head.Output, _head.Gradient), (start, count), batch.Targets.Heads, scale);
        }

        return loss;
    }

    private double TrainTags(ParserBatch batch, float scale)
    {
        ParserLabels labels = _parameters.Labels;
        _tag.Forward(_tagHidden.Output, _tagScores);
        double loss = 0;
        for (int t = 0; t < batch.Input.Rows; t++)
        {
            Span<float> row = _tagScores.Row(t);
            row[labels.TagCount..].Clear();
            loss += Tag(batch.Targets.Upos, t, row[..labels.Upos.Length], scale * UposWeight);
            row = row[labels.Upos.Length..];
            loss += Tag(batch.Targets.Xpos, t, row[..labels.Xpos.Length], scale * XposWeight);
            row = row[labels.Xpos.Length..];
            loss += Tag(batch.Targets.Features, t, row[..labels.Features.Length], scale * FeatureWeight);
        }

        _tag.Backward(_tagHidden.Output, _tagScores, _tagHidden.Gradient, accumulate: true);
        return loss;
    }

    private static double Tag(LabelTargets targets, int word, Span<float> scores, float scale) => targets.Apply(word, scores, scores, scale);
}
