using System.Globalization;
using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Evaluation;

/// <summary>
/// The metric of GAP (Webster et al. 2018): for each ambiguous pronoun, whether each of two names stands for the same; F1 over all pairs and by
/// the pronoun's gender. Not thread-safe.
/// </summary>
public sealed class GapScorer
{
    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;
    private readonly NameRecognizer _names;
    private readonly MentionDetector _mentions;
    private readonly CoreferenceResolver _coreference;

    /// <summary>Loads the stages that coreference needs.</summary>
    public GapScorer(string dataDirectory)
    {
        _tokenizer = Tokenizer.Load(dataDirectory);
        _parser = SyntaxParser.Load(dataDirectory);
        _names = NameRecognizer.Load(dataDirectory);
        _mentions = MentionDetector.Load(dataDirectory);
        _coreference = CoreferenceResolver.Load(dataDirectory);
    }

    /// <summary>Scores a file of GAP: <c>all</c>, <c>masculine</c> and <c>feminine</c>.</summary>
    public IReadOnlyDictionary<string, Score> Evaluate(string path)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] cells = line.Split('\t');
            if (cells.Length < 10)
            {
                throw new InvalidDataException($"{path}: expected 11 tab-separated cells, found {cells.Length}");
            }

            Score score = Judge(cells);
            string gender = cells[2].ToLowerInvariant() is "he" or "him" or "his" ? "masculine" : "feminine";
            scores["all"] = scores.GetValueOrDefault("all") + score;
            scores[gender] = scores.GetValueOrDefault(gender) + score;
        }

        return scores;
    }

    private Score Judge(string[] cells)
    {
        ParsedText parse = _parser.Parse(_tokenizer.Tokenize(cells[1]));
        IReadOnlyList<Mention> mentions = _mentions.Detect(parse, _names.Find(parse));
        CorefChains chains = _coreference.Resolve(parse, mentions);
        int pronoun = Mentioned(parse, mentions, Span(cells[2], cells[3]), smallest: true);
        var score = default(Score);
        for (int candidate = 0; candidate < 2; candidate++)
        {
            int at = 4 + (3 * candidate);
            int name = Mentioned(parse, mentions, Span(cells[at], cells[at + 1]), smallest: false);
            bool found = pronoun >= 0 && name >= 0 && chains.ChainOf(pronoun) == chains.ChainOf(name);
            bool wanted = cells[at + 2].Equals("TRUE", StringComparison.OrdinalIgnoreCase);
            score += new Score(found && wanted ? 1 : 0, wanted ? 1 : 0, found ? 1 : 0);
        }

        return score;
    }

    internal static TextSpan Span(string text, string offset)
    {
        int start = int.Parse(offset, CultureInfo.InvariantCulture);
        return new TextSpan(start, start + text.Length);
    }

    // The mention whose span shares most with the given one; names before descriptions.
    internal static int Mentioned(ParsedText parse, IReadOnlyList<Mention> mentions, TextSpan span, bool smallest)
    {
        int best = -1;
        double most = 0;
        for (int i = 0; i < mentions.Count; i++)
        {
            TextSpan own = parse.Tokens.Span(mentions[i].First, mentions[i].End);
            double common = Math.Min(own.End, span.End) - Math.Max(own.Start, span.Start);
            double share = common <= 0 ? 0 : common / (own.Union(span).Length);
            if (share > most && (!smallest || mentions[i].Kind == MentionKind.Pronoun))
            {
                (best, most) = (i, share);
            }
        }

        return best;
    }
}
