namespace Readout.Training;

/// <summary>Logistic regression by full gradient descent with momentum: deterministic, for some hundred examples of some dozen features.</summary>
public static class LogisticTrainer
{
    private const int Steps = 4000;
    private const double Rate = 0.3;
    private const double Momentum = 0.9;

    /// <summary>Weights of the features, in their order.</summary>
    /// <param name="examples">Features and class.</param>
    /// <param name="decay">Strength of the L2 penalty, on the mean loss; the first feature (the bias) goes free.</param>
    public static double[] Train(IReadOnlyList<(double[] Features, bool IsTrue)> examples, double decay)
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentOutOfRangeException.ThrowIfZero(examples.Count, nameof(examples));
        int count = examples[0].Features.Length;
        var weights = new double[count];
        var velocity = new double[count];
        for (int step = 0; step < Steps; step++)
        {
            var gradient = new double[count];
            foreach ((double[] features, bool isTrue) in examples)
            {
                double sum = 0;
                for (int i = 0; i < count; i++)
                {
                    sum += features[i] * weights[i];
                }

                double error = ((1 / (1 + Math.Exp(-sum))) - (isTrue ? 1 : 0)) / examples.Count;
                for (int i = 0; i < count; i++)
                {
                    gradient[i] += error * features[i];
                }
            }

            for (int i = 0; i < count; i++)
            {
                velocity[i] = (Momentum * velocity[i]) - (Rate * (gradient[i] + (i == 0 ? 0 : decay * weights[i])));
                weights[i] += velocity[i];
            }
        }

        return weights;
    }
}
