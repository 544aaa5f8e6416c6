using Readout.Corpora;
using Readout.Evaluation;
using Readout.Learning;
using Readout.Models;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Trains the model of sentence ends on treebanks: averaged logistic regression with AdaGrad steps over the gaps that
/// <see cref="SentenceCues"/> lets through. Deterministic for a seed.
/// </summary>
public sealed class SentenceTrainer
{
    /// <summary>Weights are stored in steps of 1/512; trained ones stay far below the 16-bit limit of 64.</summary>
    private const float Step = 1f / 512f;

    private readonly CharKinds _kinds = new();
    private readonly Tokenizer _tokenizer;

    /// <summary>Words are split with the lists under <paramref name="dataDirectory"/>; no sentence model is needed there.</summary>
    public SentenceTrainer(string dataDirectory) => _tokenizer = Tokenizer.LoadWords(dataDirectory);

    /// <summary>Trains and returns the bytes of the model file, the best of <paramref name="epochs"/> passes by dev F1.</summary>
    /// <param name="train">Treebanks to learn from.</param>
    /// <param name="dev">Treebanks to choose by.</param>
    /// <param name="epochs">Passes over the training data, from 1.</param>
    /// <param name="report">Called after each pass with its number and the dev score of sentences.</param>
    public byte[] Train(IReadOnlyList<string> train, IReadOnlyList<string> dev, int epochs, Action<int, Score> report)
    {
        List<Gap> gaps = [.. train.SelectMany(path => Documents(path).SelectMany(Gaps))];
        TokenTable[] devTexts = [.. dev.SelectMany(Documents)];
        var weights = new float[SentenceCues.Space];
        var squares = new float[SentenceCues.Space];
        var sums = new double[SentenceCues.Space];
        var random = new SeededRandom(17);
        Gap[] order = gaps.ToArray();
        short[] best = [];
        double bestF1 = -1;
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle<Gap>(order);
            foreach (Gap gap in order)
            {
                Update(weights, squares, gap);
            }

            for (int i = 0; i < weights.Length; i++)
            {
                sums[i] += weights[i];
            }

            short[] stored = Quantize(sums, epoch);
            Score score = Evaluate(new SentenceSplitter(_kinds, stored), devTexts);
            report(epoch, score);
            if (score.F1 > bestF1)
            {
                (best, bestF1) = (stored, score.F1);
            }
        }

        var file = new ModelFileBuilder(SentenceSplitter.ModelKind);
        file.Add("weights", best);
        return file.ToArray();
    }

    private static void Update(float[] weights, float[] squares, Gap gap)
    {
        const float rate = 0.15f;
        const float decay = 2e-6f;
        float score = 0;
        foreach (ushort feature in gap.Features)
        {
            score += weights[feature];
        }

        float gradient = (1f / (1f + MathF.Exp(-score))) - (gap.Ends ? 1f : 0f);
        foreach (ushort feature in gap.Features)
        {
            float slope = gradient + (decay * weights[feature]);
            squares[feature] += slope * slope;
            weights[feature] -= rate * slope / MathF.Sqrt(squares[feature] + 1e-6f);
        }
    }

    private static short[] Quantize(double[] sums, int count)
    {
        var stored = new short[sums.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            stored[i] = (short)Math.Clamp(Math.Round(sums[i] / count / Step), short.MinValue, short.MaxValue);
        }

        return stored;
    }

    private static IEnumerable<TokenTable> Documents(string path) =>
        ConlluText.Documents(ConlluReader.Read(path)).Select(document => ConlluText.BuildTokens(document.Sentences));

    // The gaps are those between the tokenizer's own words, as at run time; a gap is an end where the treebank begins a sentence after it.
    private List<Gap> Gaps(TokenTable gold)
    {
        var goldStarts = new HashSet<int>();
        for (int s = 0; s < gold.SentenceCount; s++)
        {
            goldStarts.Add(gold.Starts[gold.SentenceStarts[s]]);
        }

        TokenTable words = _tokenizer.Tokenize(gold.Text);
        var gaps = new List<Gap>();
        var cues = new SentenceCues(words, _kinds);
        for (int p = 0; p < words.ParagraphCount; p++)
        {
            cues.BeginParagraph(words.ParagraphStarts[p], words.ParagraphStarts[p + 1]);
            for (int row = words.ParagraphStarts[p]; row + 1 < words.ParagraphStarts[p + 1]; row++)
            {
                cues.Pass(row);
                bool ends = goldStarts.Contains(words.Starts[row + 1]);
                if (cues.MayEnd(row))
                {
                    var features = new ushort[SentenceCues.FeatureCount];
                    cues.Features(row, features);
                    gaps.Add(new Gap(features, ends));
                }

                if (ends)
                {
                    cues.BeginSentence(row + 1);
                }
            }
        }

        cues.Dispose();
        return gaps;
    }

    private Score Evaluate(SentenceSplitter splitter, TokenTable[] texts)
    {
        var total = default(Score);
        foreach (TokenTable gold in texts)
        {
            TokenTable words = _tokenizer.Tokenize(gold.Text);
            int[] starts = splitter.Split(words);
            var spans = new HashSet<(int, int)>();
            for (int s = 0; s + 1 < starts.Length; s++)
            {
                spans.Add((words.Starts[starts[s]], words.Ends[starts[s + 1] - 1]));
            }

            int matched = 0;
            for (int s = 0; s < gold.SentenceCount; s++)
            {
                matched += spans.Contains((gold.Starts[gold.SentenceStarts[s]], gold.Ends[gold.SentenceStarts[s + 1] - 1])) ? 1 : 0;
            }

            total += new Score(matched, gold.SentenceCount, spans.Count);
        }

        return total;
    }

    private sealed record Gap(ushort[] Features, bool Ends);
}
