using System.Numerics;
using System.Runtime.InteropServices;

namespace Readout.Learning;

/// <summary>
/// Adam with decoupled weight decay, a linear warm-up and a cosine decline to a hundredth of the rate. Rows of tables are updated only
/// in the steps that use them.
/// </summary>
internal sealed class AdamOptimizer(ParameterSet parameters, AdamOptions options, int totalSteps)
{
    private readonly double[] _squares = new double[parameters.Items.Count];
    private int _step;

    public float Rate { get; private set; }

    /// <summary>Sums the replicas' gradients in order, clips, updates every parameter and clears the gradients.</summary>
    public void Step(IReadOnlyList<Gradients> replicas, ParallelOptions parallel)
    {
        _step++;
        Rate = options.LearningRate * Schedule();
        int count = parameters.Items.Count;
        Parallel.For(0, count, parallel, i => _squares[i] = Reduce(parameters.Items[i], replicas));
        double norm = Math.Sqrt(_squares.Sum());
        float scale = norm > options.ClipNorm ? (float)(options.ClipNorm / norm) : 1f;
        Parallel.For(0, count, parallel, i => Update(parameters.Items[i], scale));
        Parallel.For(0, replicas.Count, parallel, i => replicas[i].Clear());
    }

    private static double Reduce(Parameter parameter, IReadOnlyList<Gradients> replicas) =>
        parameter.Kind == ParameterKind.Table ? ReduceTable(parameter, replicas) : ReduceDense(parameter, replicas);

    private static double ReduceDense(Parameter parameter, IReadOnlyList<Gradients> replicas)
    {
        parameter.Gradient.CopyFrom(replicas[0][parameter]);
        for (int i = 1; i < replicas.Count; i++)
        {
            parameter.Gradient.Add(replicas[i][parameter]);
        }

        return SumOfSquares(parameter.Gradient.AsSpan());
    }

    private static double ReduceTable(Parameter parameter, IReadOnlyList<Gradients> replicas)
    {
        foreach (Gradients replica in replicas)
        {
            foreach (TableGradient gradient in replica.Tables)
            {
                if (gradient.Table == parameter)
                {
                    AddRows(parameter, gradient);
                }
            }
        }

        double sum = 0;
        foreach (int row in parameter.TouchedRows)
        {
            sum += SumOfSquares(parameter.Gradient.Row(row));
        }

        return sum;
    }

    private static void AddRows(Parameter parameter, in TableGradient gradient)
    {
        for (int i = 0; i < gradient.Rows.Rows; i++)
        {
            int row = gradient.Ids[(i * gradient.Stride) + gradient.Offset];
            if (row < 0)
            {
                continue;
            }

            if (!parameter.Touched[row])
            {
                parameter.Touched[row] = true;
                parameter.TouchedRows.Add(row);
                parameter.Gradient.Row(row).Clear();
            }

            Elementwise.Add(parameter.Gradient.Row(row), gradient.Rows.Row(i));
        }
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        Vector<float> sum = default;
        foreach (Vector<float> vector in MemoryMarshal.Cast<float, Vector<float>>(values))
        {
            sum += vector * vector;
        }

        return Vector.Sum(sum);
    }

    private float Schedule()
    {
        double progress = Math.Min(1.0, (double)_step / Math.Max(1, totalSteps));
        if (progress < options.WarmUp)
        {
            return (float)(progress / options.WarmUp);
        }

        double decline = (progress - options.WarmUp) / (1 - options.WarmUp);
        return (float)(0.01 + (0.99 * 0.5 * (1 + Math.Cos(Math.PI * decline))));
    }

    private void Update(Parameter parameter, float scale)
    {
        if (parameter.Kind == ParameterKind.Table)
        {
            foreach (int row in parameter.TouchedRows)
            {
                UpdateRow(parameter, row, scale);
                parameter.Touched[row] = false;
            }

            parameter.TouchedRows.Clear();
            return;
        }

        for (int row = 0; row < parameter.Value.Rows; row++)
        {
            UpdateRow(parameter, row, scale);
        }

        parameter.RefreshTransposed();
    }

    private void UpdateRow(Parameter parameter, int row, float scale)
    {
        Span<float> values = parameter.Value.Row(row), gradients = parameter.Gradient.Row(row);
        Span<float> first = parameter.FirstMoment.Row(row), second = parameter.SecondMoment.Row(row);
        float correction = 1f - MathF.Pow(options.SecondDecay, _step);
        float rate = Rate / (1f - MathF.Pow(options.FirstDecay, _step));
        float decay = parameter.Kind == ParameterKind.Dense ? 1f - (Rate * options.WeightDecay) : 1f;
        var step = new AdamStep(options.FirstDecay, options.SecondDecay, 1f / correction, rate, options.Epsilon, scale, decay);
        step.Apply(values, gradients, first, second);
    }
}
