using System.Diagnostics;
using Readout.Learning;
using Readout.Models;

namespace Readout.Training;

/// <summary>
/// Trains the role tagger on whole articles. The result depends on the data, the options and the seed alone, not on the number of threads.
/// </summary>
internal sealed class RoleTrainer
{
    private readonly RoleOptions _options;
    private readonly RoleParameters _parameters;
    private readonly RoleNetwork[] _replicas;
    private readonly (RoleExample Example, RoleInput Input)[] _examples;
    private readonly AdamOptimizer _optimizer;
    private readonly ParameterAverage _average;
    private readonly ParallelOptions _parallel;
    private int _step;

    public RoleTrainer(RoleOptions options, IReadOnlyList<RoleExample> examples, WordVectors? vectors)
    {
        _options = options;
        var vocabulary = new TrainingVocabulary(examples.SelectMany(example => example.Forms), options.MinimumCount);
        _parameters = new RoleParameters(options, vocabulary, vectors, examples[0].States.Stride);
        _replicas = [.. Enumerable.Range(0, options.Batch).Select(_ => new RoleNetwork(_parameters))];
        _examples = [.. examples.Select(example => (example, new RoleInput(example, _parameters)))];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        int steps = (_examples.Length + options.Batch - 1) / options.Batch * options.Epochs;
        _optimizer = new AdamOptimizer(_parameters.Set, options.Adam, steps);
        _average = new ParameterAverage(_parameters.Set);
    }

    /// <summary>Trains all epochs.</summary>
    /// <param name="progress">Called after every epoch with its number, mean loss a word and the time so far.</param>
    public void Train(Action<int, double, TimeSpan> progress)
    {
        var clock = Stopwatch.StartNew();
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            progress(epoch, TrainEpoch(epoch), clock.Elapsed);
        }
    }

    /// <summary>Freezes the average of the last epochs in 8 bits.</summary>
    public ModelFileBuilder Build()
    {
        _average.Swap();
        ModelFileBuilder file = RoleExport.Build(_parameters);
        _average.Swap();
        return file;
    }

    private double TrainEpoch(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, _examples.Length)];
        new SeededRandom(SeededRandom.Mix(_options.Seed) + (ulong)epoch).Shuffle<int>(order);
        double loss = 0;
        for (int next = 0; next < order.Length; next += _options.Batch)
        {
            loss += TrainStep(order.AsSpan(next, Math.Min(_options.Batch, order.Length - next)).ToArray());
        }

        return loss / _examples.Sum(example => example.Input.Rows);
    }

    private double TrainStep(int[] batch)
    {
        _step++;
        var losses = new double[batch.Length];
        float scale = 1f / batch.Sum(i => _examples[i].Input.Rows);
        Parallel.For(0, batch.Length, _parallel, i =>
        {
            var random = new SeededRandom(SeededRandom.Mix(_options.Seed + (ulong)((_step * _options.Batch) + i)));
            (RoleExample example, RoleInput input) = _examples[batch[i]];
            losses[i] = _replicas[i].Train(example, input, scale, random);
        });
        _optimizer.Step([.. _replicas.Take(batch.Length).Select(replica => replica.Gradients)], _parallel);
        _average.Update(_parallel);
        return losses.Sum();
    }
}
