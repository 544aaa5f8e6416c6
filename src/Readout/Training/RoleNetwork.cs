using Readout.Attribution.Extraction;
using Readout.Learning;

namespace Readout.Training;

/// <summary>One replica of the role tagger in training.</summary>
internal sealed class RoleNetwork
{
    private readonly EncoderNetwork _encoder;
    private readonly LinearLayer _output;
    private readonly PairwiseCrf _crf = new(RoleLabels.Count);
    private readonly Matrix _scores = new();
    private readonly Matrix _scoreGradients = new();

    public RoleNetwork(EncoderParameters encoder, Parameter output, Parameter transitions, ParameterSet set)
    {
        Gradients = new Gradients(set);
        _encoder = new EncoderNetwork(encoder, Gradients);
        _output = new LinearLayer(output, transitions, Gradients);
    }

    public Gradients Gradients { get; }

    /// <summary>Forward and backward over one window; returns the summed loss. The transitions are the bias of the output layer.</summary>
    public double Train(RoleExample example, EncoderInput input, float scale, SeededRandom random)
    {
        Matrix states = _encoder.Forward(input, random);
        _output.Forward(states, _scores);
        _scoreGradients.ResizeLike(_scores);
        _scoreGradients.Clear();
        double loss = _crf.Train(_scores, example.Labels, new CrfMask(example.Breaks), _scoreGradients, scale);
        _output.Backward(states, _scoreGradients, _encoder.OutputGradient);
        _encoder.Backward();
        return loss;
    }
}
