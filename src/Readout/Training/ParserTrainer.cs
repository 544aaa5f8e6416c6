using System.Diagnostics;
using System.Runtime.InteropServices;
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
    private readonly ParserLabels _labels;
    private readonly ParserExample[] _examples;
    private readonly ParameterAverage _average;
    private ParserExample[] _silver = [];
    private int _nextSilver;
    private readonly AdamOptimizer _optimizer;
    private readonly ParallelOptions _parallel;
    private readonly int _stepsPerEpoch;
    private int _step;

    /// <summary>Prepares a run; sentences of more than 200 words are left out.</summary>
    /// <param name="options">Sizes, epochs, seed.</param>
    /// <param name="sentences">Training sentences.</param>
    /// <param name="vectors">Pretrained vectors, null for none.</param>
    /// <param name="silver">What teachers label for this parser to learn from too, null for nothing.</param>
    public ParserTrainer(ParserOptions options, IReadOnlyList<TreebankSentence> sentences, WordVectors? vectors, SilverText? silver = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        TreebankSentence[] kept = [.. sentences.Where(s => s.Count is > 0 and <= MaximumWords)];
        _options = options;
        var vocabulary = new TrainingVocabulary(
            kept.SelectMany(s => s.Forms).Concat(silver is null ? [] : silver.KnownWords(vectors)), options.Encoder.MinimumCount);
        _labels = new ParserLabels(kept);
        _set = new ParameterSet(options.Seed);
        _parameters = new ParserParameters(_set, options, _labels, (vocabulary, vectors));
        _lemmas = LemmaTrainer.Train(kept, hash => vocabulary.Row(hash) != TrainingVocabulary.Unknown || vectors?.Find(hash) >= 0);
        _examples = [.. kept.Select(s => new ParserExample(new EncoderFeatures(s.Forms, [], _parameters.Encoder), s.Heads, ParserTargets.Gold(s.Heads, _labels.Encode(s))))];
        for (int i = 0; i < Replicas; i++)
        {
            _replicas[i] = new ParserNetwork(_parameters, _set);
        }

        _parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        _silver = silver?.Label(_labels, _parameters.Encoder, _parallel) ?? [];
        new SeededRandom(SeededRandom.Mix(options.Seed) ^ 0x51).Shuffle<ParserExample>(_silver);
        _average = new ParameterAverage(_set);
        int words = _examples.Sum(e => e.Words);
        _stepsPerEpoch = ((_silver.Length == 0 ? words : (int)(words * (1 + options.SilverShare))) / options.BatchWords) + 1;
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
                _average.Swap();
                ModelFileBuilder file = ParserExport.Build(_parameters, _lemmas);
                _average.Swap();
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
        List<ParserExample> examples = TakeExamples();
        new SeededRandom(SeededRandom.Mix(_options.Seed) + (ulong)epoch).Shuffle(CollectionsMarshal.AsSpan(examples));
        double loss = 0;
        int next = 0, total = examples.Sum(e => e.Words);
        while (next < examples.Count)
        {
            var batch = new List<ParserExample>();
            int words = 0;
            while (next < examples.Count && words < _options.BatchWords)
            {
                batch.Add(examples[next++]);
                words += batch[^1].Words;
            }

            loss += TrainStep(batch, words);
        }

        return loss / total;
    }

    /// <summary>All gold sentences and, in turn, as many words of silver ones as the options say.</summary>
    private List<ParserExample> TakeExamples()
    {
        var examples = new List<ParserExample>(_examples);
        int wanted = _silver.Length == 0 ? 0 : (int)(_examples.Sum(e => e.Words) * _options.SilverShare);
        for (int words = 0; words < wanted; words += examples[^1].Words)
        {
            examples.Add(_silver[_nextSilver++ % _silver.Length]);
        }

        return examples;
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
        _average.Update(_parallel);
        return losses.Sum();
    }
}
