using System.Diagnostics;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Tagging;

namespace Readout.Training;

/// <summary>
/// Trains the tagger and parser. The result depends on the data, the options and the seed alone, not on the number of threads.
/// </summary>
public sealed class ParserTrainer
{
    /// <summary>Parts of a step that are computed side by side and summed in order.</summary>
    private const int Replicas = 8;

    private const int MaximumWords = 200;

    private readonly ParserOptions _options;
    private readonly ParameterSet _set;
    private readonly ParserParameters _parameters;
    private readonly LemmaRules _lemmas;
    private readonly ParserNetwork[] _replicas = new ParserNetwork[Replicas];
    private readonly ParserExample[] _examples;
    private readonly AdamOptimizer _optimizer;
    private readonly ParallelOptions _parallel;
    private readonly int _stepsPerEpoch;
    private int _step;

    /// <summary>Prepares a run; sentences of more than 200 words are left out.</summary>
    /// <param name="options">Sizes, epochs, seed.</param>
    /// <param name="sentences">Training sentences.</param>
    /// <param name="vectors">Pretrained vectors, null for none.</param>
    public ParserTrainer(ParserOptions options, IReadOnlyList<TreebankSentence> sentences, WordVectors? vectors)
    {
        ArgumentNullException.ThrowIfNull(options);
        TreebankSentence[] kept = [.. sentences.Where(s => s.Count is > 0 and <= MaximumWords)];
        _options = options;
        var vocabulary = new TrainingVocabulary(kept.SelectMany(s => s.Forms), options.Encoder.MinimumCount);
        var labels = new ParserLabels(kept);
        _set = new ParameterSet(options.Seed);
        _parameters = new ParserParameters(_set, options, labels, (vocabulary, vectors));
        _lemmas = LemmaTrainer.Train(kept);
        _examples = [.. kept.Select(s => new ParserExample(new EncoderFeatures(s.Forms, [], _parameters.Encoder), s.Heads, labels.Encode(s)))];
        for (int i = 0; i < Replicas; i++)
        {
            _replicas[i] = new ParserNetwork(_parameters, _set);
        }

        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _stepsPerEpoch = (_examples.Sum(e => e.Words) / options.BatchWords) + 1;
        _optimizer = new AdamOptimizer(_set, options.Adam, _stepsPerEpoch * options.Epochs);
    }

    /// <summary>Trains and writes the model of the best mean dev LAS.</summary>
    /// <param name="path">Where the model goes.</param>
    /// <param name="dev">Dev sets; scored every fourth epoch and after each of the last three.</param>
    /// <param name="progress">Called after every epoch.</param>
    public void Train(string path, IReadOnlyList<IReadOnlyList<TreebankSentence>> dev, Action<ParserProgress> progress)
    {
        var clock = Stopwatch.StartNew();
        double best = -1;
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            double loss = TrainEpoch(epoch);
            var scores = new List<ParserScore>();
            if (epoch % 4 == 0 || epoch > _options.Epochs - 3)
            {
                ModelFileBuilder file = ParserExport.Build(_parameters, _lemmas);
                var parser = new SyntaxParser(new ParserModel(ModelFile.Parse(path, file.ToArray(), ParserModel.Kind)), Int8Kernels.Best);
                scores.AddRange(dev.Select(set => ParserScore.Evaluate(parser, set)));
                double mean = scores.Count == 0 ? epoch : scores.Average(s => s.Las);
                if (mean > best)
                {
                    best = mean;
                    file.Write(path);
                }
            }

            progress(new ParserProgress(epoch, _options.Epochs, loss, scores, clock.Elapsed / epoch * (_options.Epochs - epoch)));
        }
    }

    private double TrainEpoch(int epoch)
    {
        var order = new int[_examples.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        new SeededRandom(SeededRandom.Mix(_options.Seed) + (ulong)epoch).Shuffle<int>(order);
        double loss = 0;
        int next = 0, total = _examples.Sum(e => e.Words);
        while (next < order.Length)
        {
            var batch = new List<ParserExample>();
            int words = 0;
            while (next < order.Length && words < _options.BatchWords)
            {
                batch.Add(_examples[order[next++]]);
                words += batch[^1].Words;
            }

            loss += TrainStep(batch, words);
        }

        return loss / total;
    }

    private double TrainStep(List<ParserExample> batch, int words)
    {
        _step++;
        var losses = new double[Replicas];
        Parallel.For(0, Replicas, _parallel, replica =>
        {
            ParserExample[] share = [.. batch.Where((_, i) => i % Replicas == replica)];
            if (share.Length > 0)
            {
                var random = new SeededRandom(SeededRandom.Mix(_options.Seed + (ulong)((_step * Replicas) + replica)));
                losses[replica] = _replicas[replica].Train(ParserExample.Join(share), 1f / words, random);
            }
        });
        _optimizer.Step([.. _replicas.Select(r => r.Gradients)], _parallel);
        return losses.Sum();
    }
}
