using Readout.Learning;

namespace Readout.Training;

/// <summary>One network of <see cref="HashedNetworkTrainer"/> in training.</summary>
internal sealed class HashedNetworkLearner
{
    /// <summary>What a feature adds to a unit, by its weight: some two hundred hold at a time.</summary>
    public const float FeatureScale = 1f / 14;

    /// <summary>What one of a state adds to a unit, by its weight.</summary>
    public const float StateScale = 0.2f;

    private const float LastRate = 0.1f;

    private readonly HashedNetworkOptions _options;
    private readonly SeededRandom _random;
    private readonly float[] _sums;
    private readonly float[] _slopes;
    private readonly List<int> _kept = [];
    private float _rate;

    public HashedNetworkLearner(HashedNetworkOptions options, int features, int states, ulong seed)
    {
        (_options, _random) = (options, new SeededRandom(SeededRandom.Mix(seed)));
        Inputs = Weights(features * options.Units, 0.1f);
        States = Weights(states * options.Units, 0.1f);
        Outputs = Weights(options.Units, 0.6f);
        (Biases, Bias, Linear) = (Weights(options.Units, 0), Weights(1, 0), Weights(features, 0));
        (_sums, _slopes) = (new float[options.Units], new float[options.Units]);
    }

    /// <summary>[Features, units].</summary>
    public AdaptiveWeights Inputs { get; }

    /// <summary>[Numbers of the states, units].</summary>
    public AdaptiveWeights States { get; }

    /// <summary>[Units].</summary>
    public AdaptiveWeights Biases { get; }

    /// <summary>[Units].</summary>
    public AdaptiveWeights Outputs { get; }

    /// <summary>[1].</summary>
    public AdaptiveWeights Bias { get; }

    /// <summary>[Features].</summary>
    public AdaptiveWeights Linear { get; }

    /// <summary>All passes.</summary>
    public void Learn(int[][] known, float[][] states, int[] labels)
    {
        int[] order = [.. Enumerable.Range(0, known.Length)];
        for (int pass = 0; pass < _options.Passes; pass++)
        {
            _random.Shuffle<int>(order);
            _rate = _options.Rate * (1 - ((1 - LastRate) * pass / _options.Passes));
            foreach (int at in order)
            {
                Step(known[at], states[at], labels[at]);
            }
        }
    }

    private void Step(int[] features, float[] state, int label)
    {
        _kept.Clear();
        foreach (int feature in features)
        {
            if (_random.NextSingle() >= _options.FeatureDropout)
            {
                _kept.Add(feature);
            }
        }

        float slope = (1 / (1 + MathF.Exp(-Forward(state)))) - label;
        Backward(state, slope);
    }

    private float Forward(float[] state)
    {
        float kept = 1 - _options.FeatureDropout;
        Biases.Values.CopyTo(_sums, 0);
        float output = Bias.Values[0];
        foreach (int feature in _kept)
        {
            Elementwise.AddScaled(_sums, Inputs.Row(feature, _sums.Length), FeatureScale / kept);
            output += Linear.Values[feature] / kept;
        }

        for (int i = 0; i < state.Length; i++)
        {
            Elementwise.AddScaled(_sums, States.Row(i, _sums.Length), StateScale * state[i]);
        }

        for (int i = 0; i < _sums.Length; i++)
        {
            bool isOn = _sums[i] > 0 && _random.NextSingle() >= _options.UnitDropout;
            _sums[i] = isOn ? _sums[i] / (1 - _options.UnitDropout) : 0;
            _slopes[i] = isOn ? 1 : 0;
            output += Outputs.Values[i] * _sums[i];
        }

        return output;
    }

    private void Backward(float[] state, float slope)
    {
        Bias.Step(0, slope, _rate, 0);
        for (int i = 0; i < _slopes.Length; i++)
        {
            if (_slopes[i] > 0)
            {
                _slopes[i] = slope * Outputs.Values[i] / (1 - _options.UnitDropout);
                Outputs.Step(i, slope * _sums[i], _rate, _options.HiddenDecay);
                Biases.Step(i, _slopes[i], _rate, 0);
            }
        }

        foreach (int feature in _kept)
        {
            Linear.Step(feature, slope, _rate, _options.LinearDecay);
            StepRow(Inputs, feature, FeatureScale / (1 - _options.FeatureDropout));
        }

        for (int i = 0; i < state.Length; i++)
        {
            if (state[i] != 0)
            {
                StepRow(States, i, StateScale * state[i]);
            }
        }
    }

    private void StepRow(AdaptiveWeights weights, int row, float scale)
    {
        for (int i = 0; i < _slopes.Length; i++)
        {
            if (_slopes[i] != 0)
            {
                weights.Step((row * _slopes.Length) + i, scale * _slopes[i], _rate, _options.HiddenDecay);
            }
        }
    }

    private AdaptiveWeights Weights(int count, float range)
    {
        var weights = new AdaptiveWeights(count);
        for (int i = 0; i < count; i++)
        {
            weights.Values[i] = range == 0 ? 0 : (_random.NextSingle() - 0.5f) * range;
        }

        return weights;
    }
}
