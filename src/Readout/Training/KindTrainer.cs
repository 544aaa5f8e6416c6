using Readout.Attribution;
using Readout.Attribution.Kinds;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>Trains and scores the classifier of kinds on eval/kinds: softmax regression with AdaGrad, averaged over the passes.</summary>
public sealed class KindTrainer
{
    private const string TrainingPart = "train";

    // Chosen by five-fold cross-validation over the documents of the training part.
    private const float Power = 0.8f;
    private const int Orders = 8;
    private const int Passes = 24;
    private const float Rate = 0.03f;
    private const float Decay = 2e-2f;

    private readonly CueLexicon _cues;
    private sbyte[]? _weights;
    private readonly List<(int[] Ids, StatementKind Kind, string Part, int Document)> _examples = [];

    /// <summary>Reads and parses the annotated texts.</summary>
    public KindTrainer(string dataDirectory, string labels, string corpora)
    {
        _cues = CueLexicon.Load(dataDirectory);
        var scratch = new KindScratch(KindHints.Load(dataDirectory), KindClassifier.Clusters(dataDirectory));
        Tokenizer tokenizer = Tokenizer.Load(dataDirectory);
        SyntaxParser parser = SyntaxParser.Load(dataDirectory);
        int document = 0;
        foreach ((string _, string text, IReadOnlyList<KindLabel> rows) in KindCorpus.Read(labels, corpora))
        {
            ParsedText parse = parser.Parse(tokenizer.Tokenize(text));
            var features = new KindFeatures(parse, _cues, scratch);
            foreach (KindLabel row in rows)
            {
                (int First, int End) cue = row.Cue.Count == 0 ? (0, 0) : Rows(parse.Tokens, row.Cue[0]);
                _examples.Add((features.Compute(cue, [.. row.Content.Select(span => Rows(parse.Tokens, span))]).ToArray(), row.Kind, row.Part, document));
            }

            document++;
        }
    }

    /// <summary>Trains on the training part and writes the model.</summary>
    public void Train(string output)
    {
        var file = new ModelFileBuilder(KindClassifier.ModelKind);
        file.Add("kinds.weights", Quantize(Fit(_ => true)));
        file.Write(output);
    }

    /// <summary>Scores by kind on held-out parts, after training on the rest.</summary>
    /// <param name="parts">Held-out parts: test, balanced, blind.</param>
    public IReadOnlyDictionary<string, Score> Evaluate(params string[] parts)
    {
        _weights ??= Quantize(Fit(_ => true));
        return Count(_examples.Where(example => parts.Contains(example.Part)), _ => _weights);
    }

    /// <summary>Scores by kind over the training part in five folds of whole documents.</summary>
    public IReadOnlyDictionary<string, Score> CrossValidate()
    {
        sbyte[][] folds = [.. Enumerable.Range(0, 5).Select(fold => Quantize(Fit(document => document % 5 != fold)))];
        return Count(_examples.Where(example => example.Part == TrainingPart), document => folds[document % 5]);
    }

    private static SortedDictionary<string, Score> Count(IEnumerable<(int[] Ids, StatementKind Kind, string Part, int Document)> examples, Func<int, sbyte[]> weights)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach ((int[] ids, StatementKind kind, string _, int document) in examples)
        {
            StatementKind found = Best(ids, weights(document));
            Add(scores, kind, new Score(kind == found ? 1 : 0, 1, 0));
            Add(scores, found, new Score(0, 0, 1));
        }

        return scores;
    }

    private static void Add(SortedDictionary<string, Score> scores, StatementKind kind, Score score)
    {
        string name = kind.ToString().ToLowerInvariant();
        scores[name] = scores.GetValueOrDefault(name) + score;
    }

    private static (int First, int End) Rows(TokenTable tokens, TextSpan span)
    {
        int first = tokens.RowAt(span.Start), end = first;
        while (end < tokens.Count && tokens.Starts[end] < span.End)
        {
            end++;
        }

        return (first, Math.Max(end, Math.Min(first + 1, tokens.Count)));
    }

    private static StatementKind Best(int[] ids, sbyte[] weights)
    {
        Span<int> sums = stackalloc int[KindClassifier.Count];
        sums.Clear();
        foreach (int id in ids)
        {
            for (int kind = 0; kind < sums.Length; kind++)
            {
                sums[kind] += weights[(id * KindClassifier.Count) + kind];
            }
        }

        int best = 0;
        for (int kind = 1; kind < sums.Length; kind++)
        {
            best = sums[kind] > sums[best] ? kind : best;
        }

        return (StatementKind)best;
    }

    // The order of the examples moves a score by a point: several orders, added up, move less.
    private float[] Fit(Predicate<int> isIncluded)
    {
        var sum = new float[KindFeatures.TableSize * KindClassifier.Count];
        for (int seed = 1; seed <= Orders; seed++)
        {
            Elementwise.Add(sum, Fit(isIncluded, seed));
        }

        return sum;
    }

    private float[] Fit(Predicate<int> isIncluded, int seed)
    {
        const int kinds = KindClassifier.Count;
        var weights = new float[KindFeatures.TableSize * kinds];
        var squares = new float[weights.Length];
        var mean = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, _examples.Count).Where(i => _examples[i].Part == TrainingPart && isIncluded(_examples[i].Document))];
        // The training part over-draws explicit cues; with neutral ones nearly all is assertion. Rare kinds weigh more, as macro-F1 asks: this power of how rare.
        int[] counts = [.. Enumerable.Range(0, kinds).Select(k => order.Count(i => (int)_examples[i].Kind == k))];
        float[] importance = [.. counts.Select(count => MathF.Pow(order.Length / (float)(kinds * Math.Max(1, count)), Power))];
        var random = new SeededRandom((ulong)seed);
        Span<float> scores = stackalloc float[kinds];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int i in order)
            {
                (int[] ids, StatementKind kind, string _, int _) = _examples[i];
                scores.Clear();
                foreach (int id in ids)
                {
                    Elementwise.Add(scores, weights.AsSpan(id * kinds, kinds));
                }

                SoftmaxLoss.Apply(scores, (int)kind, scores, importance[(int)kind]);
                foreach (int id in ids)
                {
                    for (int k = 0; k < kinds; k++)
                    {
                        int at = (id * kinds) + k;
                        float gradient = scores[k] + (Decay * weights[at]);
                        squares[at] += gradient * gradient;
                        weights[at] -= Rate * gradient / (MathF.Sqrt(squares[at]) + 0.1f);
                    }
                }
            }

            if (pass >= Passes / 2)
            {
                Elementwise.Add(mean, weights);
            }
        }

        return mean;
    }

    private static sbyte[] Quantize(float[] weights) => QuantizedRows.From(weights, weights.Length).Values;
}
