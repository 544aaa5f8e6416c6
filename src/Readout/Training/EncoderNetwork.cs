using Readout.Learning;

namespace Readout.Training;

/// <summary>
/// One replica of the encoder in training: summed embeddings, a gated convolution or a windowed recurrence, bidirectional recurrent layers.
/// </summary>
internal sealed class EncoderNetwork
{
    private readonly EncoderParameters _parameters;
    private readonly EmbeddingLayer _embedding;
    private readonly LinearLayer? _projection;
    private readonly GatedConvolution? _convolution;
    private readonly BidirectionalSru? _windowed;
    private readonly BidirectionalSru[] _recurrent;
    private readonly DropoutLayer _embeddingDropout;
    private readonly DropoutLayer[] _layerDropouts;
    private readonly Matrix _vectors = new();
    private readonly Matrix _embedded = new();
    private readonly Matrix _projected = new();
    private readonly Matrix[] _states;
    private readonly Matrix[] _stateGradients;
    private readonly Matrix _embeddedGradient = new();
    private int[] _ids = [];
    private EncoderInput? _input;

    public EncoderNetwork(EncoderParameters parameters, Gradients gradients)
    {
        EncoderOptions options = parameters.Options;
        _parameters = parameters;
        _embedding = new EmbeddingLayer(parameters.Tables, gradients);
        _projection = parameters.Projection is null ? null : new LinearLayer(parameters.Projection, null, gradients);
        var first = new LinearLayer(parameters.Convolution, parameters.ConvolutionBias, gradients);
        _convolution = options.FirstIsRecurrent ? null : new GatedConvolution(first, options.Width);
        _windowed = options.FirstIsRecurrent ? new BidirectionalSru(first, options.Width, new NeighbourWindow(options.Width)) : null;
        _recurrent = new BidirectionalSru[options.Layers];
        _states = new Matrix[options.Layers + 1];
        _stateGradients = new Matrix[options.Layers + 1];
        _layerDropouts = new DropoutLayer[options.Layers + 1];
        _embeddingDropout = new DropoutLayer(options.EmbeddingDropout);
        for (int layer = 0; layer <= options.Layers; layer++)
        {
            (_states[layer], _stateGradients[layer]) = (new Matrix(), new Matrix());
            _layerDropouts[layer] = new DropoutLayer(options.LayerDropout);
            if (layer < options.Layers)
            {
                var linear = new LinearLayer(parameters.Recurrent[layer], parameters.RecurrentBiases[layer], gradients);
                _recurrent[layer] = new BidirectionalSru(linear, options.Width);
            }
        }
    }

    /// <summary>The gradient of the output, to be filled before <see cref="Backward"/>.</summary>
    public Matrix OutputGradient => _stateGradients[^1];

    /// <summary>Returns the states of the last layer [rows, width]; a null generator turns dropout off.</summary>
    public Matrix Forward(EncoderInput input, SeededRandom? random)
    {
        _input = input;
        HideWords(input, random);
        _embedding.Forward(_ids, input.Rows, _embedded);
        if (_projection is not null)
        {
            GatherVectors(input, random);
            _projection.Forward(_vectors, _projected);
            _embedded.Add(_projected);
        }

        _embeddingDropout.Forward(_embedded, random);
        _convolution?.Forward(_embedded, input.Starts, _states[0]);
        _windowed?.Forward(_embedded, input.Starts, _states[0]);
        _layerDropouts[0].Forward(_states[0], random);
        for (int layer = 0; layer < _recurrent.Length; layer++)
        {
            _recurrent[layer].Forward(_states[layer], input.Starts, _states[layer + 1]);
            _layerDropouts[layer + 1].Forward(_states[layer + 1], random);
        }

        _stateGradients[^1].ResizeLike(_states[^1]);
        _stateGradients[^1].Clear();
        return _states[^1];
    }

    /// <summary>Adds to the gradients of all parameters.</summary>
    public void Backward()
    {
        EncoderInput input = _input ?? throw new InvalidOperationException("Backward before Forward.");
        for (int layer = _recurrent.Length - 1; layer >= 0; layer--)
        {
            _layerDropouts[layer + 1].Backward(_stateGradients[layer + 1]);
            _recurrent[layer].Backward(_states[layer], _stateGradients[layer + 1], input.Starts, _stateGradients[layer]);
        }

        _layerDropouts[0].Backward(_stateGradients[0]);
        _convolution?.Backward(_stateGradients[0], input.Starts, _embeddedGradient);
        _windowed?.Backward(_embedded, _stateGradients[0], input.Starts, _embeddedGradient);
        _embeddingDropout.Backward(_embeddedGradient);
        _projection?.Backward(_vectors, _embeddedGradient, null);
        _embedding.Backward(_ids, _embeddedGradient);
    }

    private void HideWords(EncoderInput input, SeededRandom? random)
    {
        int stride = _parameters.Tables.Count;
        if (_ids.Length < input.Rows * stride)
        {
            _ids = new int[input.Rows * stride];
        }

        Array.Copy(input.Ids, _ids, input.Rows * stride);
        if (random is null)
        {
            return;
        }

        float weight = _parameters.Options.WordDropout;
        for (int i = 0; i < input.Rows; i++)
        {
            int count = _parameters.Vocabulary.CountOf(_ids[i * stride]);
            if (random.NextSingle() < weight / (weight + count))
            {
                _ids[i * stride] = TrainingVocabulary.Unknown;
            }
        }
    }

    private void GatherVectors(EncoderInput input, SeededRandom? random)
    {
        WordVectors vectors = _parameters.Vectors!;
        _vectors.Resize(input.Rows, vectors.Dimensions);
        for (int i = 0; i < input.Rows; i++)
        {
            bool hidden = random is not null && random.NextSingle() < _parameters.Options.VectorDropout;
            if (input.VectorRows[i] < 0 || hidden)
            {
                _vectors.Row(i).Clear();
            }
            else
            {
                vectors.Row(input.VectorRows[i]).CopyTo(_vectors.Row(i));
            }
        }
    }
}
