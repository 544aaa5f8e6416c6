using Readout.Learning;

namespace Readout.Training;

/// <summary>One replica of a sequence tagger in training.</summary>
internal sealed class TaggerNetwork
{
    private readonly TaggerParameters _parameters;
    private readonly EncoderNetwork _encoder;
    private readonly HiddenLayer _hidden;
    private readonly LinearLayer _output;
    private readonly CrfLayer[] _crfs;
    private readonly Matrix _scores = new();

    public TaggerNetwork(TaggerParameters parameters, ParameterSet set)
    {
        _parameters = parameters;
        Gradients = new Gradients(set);
        _encoder = new EncoderNetwork(parameters.Encoder, Gradients);
        _hidden = new HiddenLayer(parameters.Hidden.Layer(Gradients), true, parameters.Options.HeadDropout);
        _output = parameters.Output.Layer(Gradients);
        _crfs = [.. parameters.Schemes.Select((s, i) => new CrfLayer(parameters.Transitions[i], s.AllowedSteps(), s.Labels.Count, Gradients))];
    }

    public Gradients Gradients { get; }

    /// <summary>Forward and backward over some sequences; returns the summed loss.</summary>
    /// <param name="sequences">Features and gold labels by task.</param>
    /// <param name="scale">Factor of all gradients.</param>
    /// <param name="random">Null turns dropout off.</param>
    public double Train(IReadOnlyList<(EncoderFeatures Features, int[][] Labels)> sequences, float scale, SeededRandom? random)
    {
        EncoderInput input = EncoderFeatures.Join([.. sequences.Select(s => s.Features)]);
        Matrix states = _encoder.Forward(input, random);
        _hidden.Forward(states, random);
        _output.Forward(_hidden.Output, _scores);
        double loss = 0;
        for (int s = 0; s < sequences.Count; s++)
        {
            loss += TrainSequence(sequences[s].Labels, input.Starts[s], input.Starts[s + 1] - input.Starts[s], scale);
        }

        for (int row = 0; row < _scores.Rows; row++)
        {
            _scores.Row(row)[_parameters.LabelCount..].Clear();
        }

        _output.Backward(_hidden.Output, _scores, _hidden.Gradient, accumulate: true);
        _hidden.Backward(states, _encoder.OutputGradient);
        _encoder.Backward();
        return loss;
    }

    private double TrainSequence(int[][] labels, int start, int count, float scale)
    {
        double loss = 0;
        int column = 0;
        for (int task = 0; task < labels.Length; task++)
        {
            int size = _parameters.Schemes[task].Labels.Count;
            if (labels[task].All(label => label < 0))
            {
                for (int row = start; row < start + count; row++)
                {
                    _scores.Row(row).Slice(column, size).Clear();
                }
            }
            else
            {
                loss += _crfs[task].Train(_scores, (start, column, count), labels[task], scale);
            }

            column += size;
        }

        return loss;
    }
}
