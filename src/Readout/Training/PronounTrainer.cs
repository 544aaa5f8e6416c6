using System.Globalization;
using Readout.Coreference;
using Readout.Corpora;
using Readout.Entities;
using Readout.Evaluation;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>
/// Trains the ranker of antecedents on OntoGUM and GAP: the likelihood of all right antecedents together under a softmax over the candidates and "none" (Durrett
/// and Klein 2013), by AdaGrad, averaged over the passes. Features that look at chains are read again with the weights of the round before.
/// </summary>
public sealed class PronounTrainer
{
    private const int Rounds = 3;

    // Of newswire there are three hundred pronouns, of the others thousands, and newswire is what is read.
    private const int NewswireWeight = 4;

    private const int Passes = 12;
    private const float Rate = 0.1f;
    private const float Decay = 1e-3f;

    private readonly string _data;
    private readonly List<(ParsedText Parse, IReadOnlyList<Mention> Mentions, Func<int, int, bool?> Corefers)> _texts = [];

    /// <summary>Loads nothing but the place of the data.</summary>
    public PronounTrainer(string dataDirectory) => _data = dataDirectory;

    /// <summary>Reads the training texts.</summary>
    /// <param name="chains">Folder of OntoGUM's training part.</param>
    /// <param name="gap">A file of GAP.</param>
    /// <param name="labels">Whom pronouns of the newswire stand for (eval/attribution/newswire-pronouns.tsv).</param>
    /// <param name="newswire">The file newswire.jsonl.</param>
    public void Read(string chains, string gap, string labels, string newswire)
    {
        SyntaxParser parser = SyntaxParser.Load(_data);
        NameRecognizer names = NameRecognizer.Load(_data);
        MentionDetector detector = MentionDetector.Load(_data);
        ILookup<string, string[]> rows = TsvFile.Rows(labels, 5).ToLookup(cells => cells[0], StringComparer.Ordinal);
        foreach (Report report in NewswireReports.Read(newswire, rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal)))
        {
            ParsedText parse = parser.Parse(Tokenizer.Load(_data).Tokenize(report.Text));
            IReadOnlyList<Mention> mentions = detector.Detect(parse, names.Find(parse));
            for (int times = 0; times < NewswireWeight; times++)
            {
                _texts.AddRange(rows[report.Id].Select(cells => (parse, mentions, Wire(parse, mentions, cells))));
            }
        }

        foreach (CorefDocument document in CorefCorpus.Read(chains))
        {
            ParsedText parse = parser.Parse(document.Tokens);
            IReadOnlyList<Mention> mentions = detector.Detect(parse, names.Find(parse));
            int[] chainOf = ChainOf(parse, mentions, document);
            _texts.Add((parse, mentions, (pronoun, other) => chainOf[pronoun] >= 0 && chainOf[pronoun] == chainOf[other]));
        }

        Tokenizer tokenizer = Tokenizer.Load(_data);
        foreach (string line in File.ReadLines(gap).Skip(1))
        {
            string[] cells = line.Split('\t');
            ParsedText parse = parser.Parse(tokenizer.Tokenize(cells[1]));
            IReadOnlyList<Mention> mentions = detector.Detect(parse, names.Find(parse));
            _texts.Add((parse, mentions, Gap(parse, mentions, cells)));
        }
    }

    /// <summary>Trains and writes the model.</summary>
    public void Train(string output)
    {
        sbyte[] weights = QuantizedRows.From(PronounFeatures.Prior(), PronounFeatures.TableSize).Values;
        for (int round = 0; round < Rounds; round++)
        {
            weights = QuantizedRows.From(Fit(Cases(new PronounRanker(weights))), PronounFeatures.TableSize).Values;
        }

        var file = new ModelFileBuilder(PronounRanker.ModelKind);
        file.Add("pronouns.weights", weights);
        file.Write(output);
    }

    // Options of each pronoun, the last of them none, with whether each is right; pronouns of which nothing is known are left out.
    private List<(int[][] Options, bool[] IsRight)> Cases(PronounRanker ranker)
    {
        var resolver = new CoreferenceResolver(_data, ranker);
        var cases = new List<(int[][], bool[])>();
        foreach ((ParsedText parse, IReadOnlyList<Mention> mentions, Func<int, int, bool?> corefers) in _texts)
        {
            var choices = new List<PronounChoice>();
            resolver.Resolve(parse, mentions, choices);
            foreach (PronounChoice choice in choices)
            {
                bool?[] told = [.. choice.Candidates.Select((other, at) => corefers(choice.Pronoun, other) ?? corefers(choice.Pronoun, choice.Roots[at]))];
                bool[] isRight = told.Contains(true) ? [.. told.Select(one => one == true), false] : [.. told.Select(one => one is null), true];
                if (told.Length > 0 && !(told.Contains(null) && !told.Contains(true) && !told.Contains(false)))
                {
                    cases.Add(([.. choice.Ids, choice.None], isRight));
                }
            }
        }

        return cases;
    }

    private static float[] Fit(List<(int[][] Options, bool[] IsRight)> cases)
    {
        float[] prior = PronounFeatures.Prior();
        var weights = (float[])prior.Clone();
        var squares = new float[weights.Length];
        var mean = new float[weights.Length];
        var random = new SeededRandom(1);
        int[] order = [.. Enumerable.Range(0, cases.Count)];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle<int>(order);
            foreach (int at in order)
            {
                Step(cases[at].Options, cases[at].IsRight, weights, squares, prior);
            }

            if (pass >= Passes / 2)
            {
                Elementwise.Add(mean, weights);
            }
        }

        return mean;
    }

    private static void Step(int[][] options, bool[] isRight, float[] weights, float[] squares, float[] prior)
    {
        double[] scores = [.. options.Select(ids => (double)ids.Sum(id => weights[id]))];
        double highest = scores.Max();
        double[] shares = [.. scores.Select(score => Math.Exp(score - highest))];
        double all = shares.Sum(), right = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            right += isRight[i] ? shares[i] : 0;
        }

        for (int i = 0; i < options.Length; i++)
        {
            float slope = (float)((shares[i] / all) - (isRight[i] ? shares[i] / right : 0));
            foreach (int id in options[i])
            {
                float gradient = slope + (Decay * (weights[id] - prior[id]));
                squares[id] += gradient * gradient;
                weights[id] -= Rate * gradient / (MathF.Sqrt(squares[id]) + 0.1f);
            }
        }
    }

    // The annotated chain whose mention has the same head; -1 where none has.
    private static int[] ChainOf(ParsedText parse, IReadOnlyList<Mention> mentions, CorefDocument document)
    {
        var chainOfHead = new Dictionary<int, int>();
        for (int chain = 0; chain < document.Chains.Count; chain++)
        {
            foreach ((int first, int end) in document.Chains[chain].OrderByDescending(span => span.End - span.First))
            {
                chainOfHead[HeadOf(parse, first, end)] = chain;
            }
        }

        return [.. mentions.Select(mention => chainOfHead.GetValueOrDefault(mention.Head, -1))];
    }

    private static int HeadOf(ParsedText parse, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (parse.Heads[row] < first || parse.Heads[row] >= end)
            {
                return row;
            }
        }

        return first;
    }

    // Of GAP one pronoun and two names are annotated: all else is unknown, unless one of the names is right.
    private static Func<int, int, bool?> Gap(ParsedText parse, IReadOnlyList<Mention> mentions, string[] cells)
    {
        int pronoun = GapScorer.Mentioned(parse, mentions, GapScorer.Span(cells[2], cells[3]), smallest: true);
        var names = new List<(int Mention, bool IsRight)>();
        for (int at = 4; at < 10; at += 3)
        {
            names.Add((GapScorer.Mentioned(parse, mentions, GapScorer.Span(cells[at], cells[at + 1]), smallest: false), bool.Parse(cells[at + 2].ToLower(CultureInfo.InvariantCulture))));
        }

        string? wanted = names.Where(name => name.IsRight && name.Mention >= 0).Select(name => Text(parse, mentions[name.Mention])).FirstOrDefault();
        return (it, other) =>
        {
            if (it != pronoun)
            {
                return null;
            }

            // The same name elsewhere in the text is as right, or wrong, as the annotated one.
            bool? told = null;
            foreach ((int mention, bool isRight) in names)
            {
                told = mention == other || (mention >= 0 && Text(parse, mentions[mention]) == Text(parse, mentions[other])) ? isRight : told;
            }

            return told ?? (wanted is null || mentions[other].Kind != MentionKind.Name ? null : false);
        };
    }

    // Annotated is the pronoun beside a quotation; names that end in the word of the right one are right, all others wrong.
    private static Func<int, int, bool?> Wire(ParsedText parse, IReadOnlyList<Mention> mentions, string[] cells)
    {
        int pronoun = Beside(parse, mentions, new CodePointMap(parse.Tokens.Text).ToUtf16(int.Parse(cells[1].Split('-')[0], CultureInfo.InvariantCulture)));
        string word = cells[2].Split(' ')[^1];
        return (it, other) => it != pronoun || mentions[other].Kind == MentionKind.Pronoun ? null : Text(parse, mentions[other]).Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    // The first pronoun of the paragraph that is the subject of a verb outside quotation marks, looked for behind the quotation first.
    private static int Beside(ParsedText parse, IReadOnlyList<Mention> mentions, int start)
    {
        int row = parse.Tokens.RowAt(start), paragraph = parse.Tokens.ParagraphOf(row), before = -1;
        bool isQuoted = false;
        for (int i = parse.Tokens.ParagraphStarts[paragraph], mention = 0; i < parse.Tokens.ParagraphStarts[paragraph + 1]; i++)
        {
            isQuoted ^= parse.Tokens.Form(i) is "\"";
            while (mention < mentions.Count && mentions[mention].First < i)
            {
                mention++;
            }

            bool isIt = !isQuoted && mention < mentions.Count && mentions[mention].First == i && mentions[mention].Kind == MentionKind.Pronoun && parse.Relations[i] == DependencyRelation.Nsubj;
            if (isIt && i >= row)
            {
                return mention;
            }

            before = isIt ? mention : before;
        }

        return before;
    }

    private static string Text(ParsedText parse, Mention mention) => parse.Tokens.Span(mention.First, mention.End).In(parse.Tokens.Text).ToString();
}
