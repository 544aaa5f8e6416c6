using Readout.Attribution.Extraction;
using Readout.Learning;

namespace Readout.Training;

/// <summary>One replica of the role tagger in training.</summary>
internal sealed class RoleNetwork
{
    private readonly RoleParameters _parameters;
    private readonly EmbeddingLayer _embedding;
    private readonly LinearLayer? _projection;
    private readonly LinearLayer _context;
    private readonly BidirectionalSru[] _recurrent;
    private readonly LinearLayer _output;
    private readonly DropoutLayer _inputDropout;
    private readonly DropoutLayer _contextDropout;
    private readonly DropoutLayer[] _layerDropouts;
    private readonly Matrix[] _states;
    private readonly Matrix[] _stateGradients;
    private readonly Matrix _vectors = new();
    private readonly Matrix _parser = new();
    private readonly Matrix _added = new();
    private readonly Matrix _scores = new();
    private readonly Matrix _scoreGradients = new();
    private readonly PairwiseCrf _crf = new(RoleLabels.Count);
    private int[] _ids = [];

    public RoleNetwork(RoleParameters parameters)
    {
        RoleOptions options = parameters.Options;
        _parameters = parameters;
        Gradients = new Gradients(parameters.Set);
        _embedding = new EmbeddingLayer(parameters.Tables, Gradients);
        _projection = parameters.Projection is null ? null : new LinearLayer(parameters.Projection, null, Gradients);
        _context = new LinearLayer(parameters.Context, null, Gradients);
        _recurrent = [.. parameters.Recurrent.Select(layer => new BidirectionalSru(new LinearLayer(layer.Weight, layer.Bias, Gradients), options.Width))];
        _output = new LinearLayer(parameters.Output, parameters.Transitions, Gradients);
        _inputDropout = new DropoutLayer(options.InputDropout);
        _contextDropout = new DropoutLayer(options.ContextDropout);
        _layerDropouts = [.. _recurrent.Select(_ => new DropoutLayer(options.LayerDropout))];
        _states = [.. Enumerable.Range(0, _recurrent.Length + 1).Select(_ => new Matrix())];
        _stateGradients = [.. _states.Select(_ => new Matrix())];
    }

    public Gradients Gradients { get; }

    /// <summary>Forward and backward over one window; returns the summed loss. The transitions are the bias of the output layer.</summary>
    public double Train(RoleExample example, RoleInput input, float scale, SeededRandom random)
    {
        Forward(example, input, random);
        _scoreGradients.ResizeLike(_scores);
        _scoreGradients.Clear();
        double loss = _crf.Train(_scores, example.Labels, new CrfMask(example.Breaks), _scoreGradients, scale);
        Backward(input);
        return loss;
    }

    private void Forward(RoleExample example, RoleInput input, SeededRandom random)
    {
        HideWords(input, random);
        _embedding.Forward(_ids, input.Rows, _states[0]);
        if (_projection is not null)
        {
            GatherVectors(input, random);
            _projection.Forward(_vectors, _added);
            _states[0].Add(_added);
        }

        ReadParser(example);
        _contextDropout.Forward(_parser, random);
        _context.Forward(_parser, _added);
        _states[0].Add(_added);
        _inputDropout.Forward(_states[0], random);
        for (int layer = 0; layer < _recurrent.Length; layer++)
        {
            _recurrent[layer].Forward(_states[layer], [0, input.Rows], _states[layer + 1]);
            _layerDropouts[layer].Forward(_states[layer + 1], random);
        }

        _output.Forward(_states[^1], _scores);
    }

    private void Backward(RoleInput input)
    {
        _output.Backward(_states[^1], _scoreGradients, _stateGradients[^1]);
        for (int layer = _recurrent.Length - 1; layer >= 0; layer--)
        {
            _layerDropouts[layer].Backward(_stateGradients[layer + 1]);
            _recurrent[layer].Backward(_states[layer], _stateGradients[layer + 1], [0, input.Rows], _stateGradients[layer]);
        }

        _inputDropout.Backward(_stateGradients[0]);
        _projection?.Backward(_vectors, _stateGradients[0], null);
        _context.Backward(_parser, _stateGradients[0], null);
        _embedding.Backward(_ids, _stateGradients[0]);
    }

    // Rare words are hidden the more often, so that their features learn.
    private void HideWords(RoleInput input, SeededRandom random)
    {
        int stride = _parameters.Tables.Count;
        if (_ids.Length < input.Rows * stride)
        {
            _ids = new int[input.Rows * stride];
        }

        Array.Copy(input.Ids, _ids, input.Rows * stride);
        float weight = _parameters.Options.WordDropout;
        for (int row = 0; row < input.Rows; row++)
        {
            int count = _parameters.Vocabulary.CountOf(_ids[row * stride]);
            if (random.NextSingle() < weight / (weight + count))
            {
                _ids[row * stride] = TrainingVocabulary.Unknown;
            }
        }
    }

    private void GatherVectors(RoleInput input, SeededRandom random)
    {
        WordVectors vectors = _parameters.Vectors!;
        _vectors.Resize(input.Rows, vectors.Dimensions);
        for (int row = 0; row < input.Rows; row++)
        {
            bool isHidden = random.NextSingle() < _parameters.Options.VectorDropout;
            if (input.VectorRows[row] < 0 || isHidden)
            {
                _vectors.Row(row).Clear();
            }
            else
            {
                vectors.Row(input.VectorRows[row]).CopyTo(_vectors.Row(row));
            }
        }
    }

    private void ReadParser(RoleExample example)
    {
        int width = example.States.Stride;
        _parser.Resize(example.Forms.Length, width);
        for (int row = 0; row < example.Forms.Length; row++)
        {
            ReadOnlySpan<byte> bytes = example.States.Data.AsSpan(row * width, width);
            Span<float> state = _parser.Row(row);
            for (int i = 0; i < width; i++)
            {
                state[i] = (bytes[i] - 128) * example.States.Scales[row];
            }
        }
    }
}
