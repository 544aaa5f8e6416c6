using System.Diagnostics;
using Readout.Learning;
using Readout.Models;
using Readout.Tagging;

namespace Readout.Training;

/// <summary>
/// Trains a <see cref="SequenceTagger"/>. The result depends on the data, the options and the seed alone, not on the number of threads.
/// docs/learning.md shows how to use it.
/// </summary>
public sealed class SequenceTaggerTrainer
{
    private const int Replicas = 8;

    private readonly SequenceTaggerOptions _options;
    private readonly TaggerParameters _parameters;
    private readonly TaggerNetwork[] _replicas = new TaggerNetwork[Replicas];
    private readonly (EncoderFeatures Features, int[][] Labels)[] _examples;
    private readonly AdamOptimizer _optimizer;
    private readonly ParallelOptions _parallel;
    private int _step;

    /// <summary>Prepares a run; a sequence longer than 2,048 words is cut.</summary>
    /// <param name="options">Sizes, epochs, seed.</param>
    /// <param name="schemes">The tasks.</param>
    /// <param name="sequences">Training documents or sentences.</param>
    /// <param name="vectors">Pretrained vectors, null for none.</param>
    /// <exception cref="ArgumentException">A sequence's columns differ in length from its forms, or a label is outside its scheme.</exception>
    public SequenceTaggerTrainer(
        SequenceTaggerOptions options, IReadOnlyList<TagScheme> schemes, IReadOnlyList<TaggedSequence> sequences, WordVectors? vectors)
    {
        ArgumentNullException.ThrowIfNull(options);
        int inputs = options.Encoder.ExtraSizes.Count;
        TaggedSequence[] pieces = [.. sequences.Where(s => s.Forms.Count > 0).SelectMany(s => Cut(Check(s, schemes, inputs), inputs))];
        _options = options;
        var set = new ParameterSet(options.Seed);
        var vocabulary = new TrainingVocabulary(pieces.SelectMany(s => s.Forms), options.Encoder.MinimumCount);
        _parameters = new TaggerParameters(set, options, schemes, (vocabulary, vectors));
        _examples = [.. pieces.Select(s => (new EncoderFeatures(s.Forms, s.Extras, _parameters.Encoder), s.Labels))];
        for (int i = 0; i < Replicas; i++)
        {
            _replicas[i] = new TaggerNetwork(_parameters, set);
        }

        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        int steps = (_examples.Sum(e => e.Features.Rows) / options.BatchWords) + 1;
        _optimizer = new AdamOptimizer(set, options.Adam, steps * options.Epochs);
    }

    /// <summary>Trains and writes the model of the best score.</summary>
    /// <param name="path">Where the model goes.</param>
    /// <param name="score">Scores a tagger on development data, higher is better; called after every second epoch and the last three.</param>
    /// <param name="progress">Called after every epoch.</param>
    /// <returns>The best score.</returns>
    public double Train(string path, Func<SequenceTagger, double> score, Action<TaggerProgress> progress)
    {
        var clock = Stopwatch.StartNew();
        double best = double.NegativeInfinity;
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            double loss = TrainEpoch(epoch);
            double? result = null;
            if (epoch % 2 == 0 || epoch > _options.Epochs - 3)
            {
                ModelFileBuilder file = _parameters.Export();
                var tagger = new SequenceTagger(new TaggerModel(ModelFile.Parse(path, file.ToArray(), TaggerModel.Kind)), Int8Kernels.Best);
                result = score(tagger);
                if (result >= best)
                {
                    best = result.Value;
                    file.Write(path);
                }
            }

            progress(new TaggerProgress(epoch, _options.Epochs, loss, result, clock.Elapsed / epoch * (_options.Epochs - epoch)));
        }

        return best;
    }

    private static TaggedSequence Check(TaggedSequence sequence, IReadOnlyList<TagScheme> schemes, int inputs)
    {
        int count = sequence.Forms.Count;
        if (sequence.Extras.Length != count * inputs || sequence.Labels.Length != schemes.Count)
        {
            throw new ArgumentException($"A sequence of {count} words has {sequence.Extras.Length} extra inputs and {sequence.Labels.Length} tasks, expected {count * inputs} and {schemes.Count}.");
        }

        for (int task = 0; task < schemes.Count; task++)
        {
            if (sequence.Labels[task].Length != count || sequence.Labels[task].Any(l => l < -1 || l >= schemes[task].Labels.Count))
            {
                throw new ArgumentException($"Labels of task '{schemes[task].Name}' do not fit a sequence of {count} words.");
            }
        }

        return sequence;
    }

    private static IEnumerable<TaggedSequence> Cut(TaggedSequence sequence, int inputs)
    {
        for (int start = 0; start < sequence.Forms.Count; start += TaggerWorkspace.WindowRows)
        {
            int from = start, count = Math.Min(TaggerWorkspace.WindowRows, sequence.Forms.Count - start);
            yield return new TaggedSequence
            {
                Forms = [.. sequence.Forms.Skip(from).Take(count)],
                Extras = sequence.Extras.AsSpan(from * inputs, count * inputs).ToArray(),
                Labels = [.. sequence.Labels.Select(l => l.AsSpan(from, count).ToArray())],
            };
        }
    }

    private double TrainEpoch(int epoch)
    {
        int[] order = [.. Enumerable.Range(0, _examples.Length)];
        new SeededRandom(SeededRandom.Mix(_options.Seed) + (ulong)epoch).Shuffle<int>(order);
        double loss = 0;
        int next = 0;
        while (next < order.Length)
        {
            var batch = new List<(EncoderFeatures Features, int[][] Labels)>();
            int words = 0;
            while (next < order.Length && words < _options.BatchWords)
            {
                batch.Add(_examples[order[next++]]);
                words += batch[^1].Features.Rows;
            }

            loss += TrainStep(batch, words);
        }

        return loss / _examples.Sum(e => e.Features.Rows);
    }

    private double TrainStep(List<(EncoderFeatures Features, int[][] Labels)> batch, int words)
    {
        _step++;
        var losses = new double[Replicas];
        Parallel.For(0, Replicas, _parallel, replica =>
        {
            (EncoderFeatures, int[][])[] share = [.. batch.Where((_, i) => i % Replicas == replica)];
            if (share.Length > 0)
            {
                var random = new SeededRandom(SeededRandom.Mix(_options.Seed + (ulong)((_step * Replicas) + replica)));
                losses[replica] = _replicas[replica].Train(share, 1f / words, random);
            }
        });
        _optimizer.Step([.. _replicas.Select(r => r.Gradients)], _parallel);
        return losses.Sum();
    }
}
