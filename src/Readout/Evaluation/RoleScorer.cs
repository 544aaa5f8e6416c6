using System.Text;
using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;
using Readout.Training;

namespace Readout.Evaluation;

/// <summary>
/// The metric of CofeNet (Wang et al. 2022): exact spans of source, cue and content over given tokens; <c>begin</c> asks for the same
/// first token, <c>jaccard</c> gives each span the overlap with its best counterpart. The spans are chosen for this metric (<see cref="LikelySpans"/>).
/// Not thread-safe.
/// </summary>
public sealed class RoleScorer
{
    private static readonly string[] Names = ["source", "cue", "content"];
    private readonly string _data;
    private readonly Tokenizer _tokenizer;
    private readonly SyntaxParser _parser;
    private readonly RoleTagger _tagger;
    private readonly LikelySpans _likely = new();

    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="model">Role model that is scored; null for the one of the data folder.</param>
    public RoleScorer(string dataDirectory, string? model)
    {
        _data = dataDirectory;
        _tokenizer = Tokenizer.Load(dataDirectory);
        _parser = SyntaxParser.Load(dataDirectory);
        _tagger = RoleTagger.Load(model ?? Path.Combine(dataDirectory, "models", "en", "attribution-roles.model"), _parser.StateFingerprint);
    }

    /// <summary>Scores by metric and role, such as <c>exact content</c>. The text is joined from the tokens, read, and mapped back onto them.</summary>
    public IReadOnlyDictionary<string, Score> Evaluate(IReadOnlyList<LabelledTokens> texts)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        var jaccard = new double[Names.Length, 2];
        var counts = new int[Names.Length, 2];
        foreach (LabelledTokens text in texts)
        {
            List<(int Role, int First, int End)> gold = GoldSpans(text), found = FoundSpans(text);
            for (int role = 0; role < Names.Length; role++)
            {
                (int Role, int First, int End)[] wanted = [.. gold.Where(span => span.Role == role)], actual = [.. found.Where(span => span.Role == role)];
                Add(scores, $"exact {Names[role]}", new Score(wanted.Intersect(actual).Count(), wanted.Length, actual.Length));
                Add(scores, $"begin {Names[role]}", new Score(wanted.Select(span => span.First).Intersect(actual.Select(span => span.First)).Count(), wanted.Length, actual.Length));
                jaccard[role, 0] += wanted.Sum(span => Best(span, actual));
                jaccard[role, 1] += actual.Sum(span => Best(span, wanted));
                (counts[role, 0], counts[role, 1]) = (counts[role, 0] + wanted.Length, counts[role, 1] + actual.Length);
            }
        }

        for (int role = 0; role < Names.Length; role++)
        {
            // Mean of both directions, in counts of the wanted side.
            double mean = (jaccard[role, 0] + jaccard[role, 1]) / Math.Max(1, counts[role, 0] + counts[role, 1]);
            scores[$"jaccard {Names[role]}"] = new Score((int)Math.Round(mean * 10000), 10000, 10000);
        }

        return scores;
    }

    private static void Add(SortedDictionary<string, Score> scores, string name, Score score) => scores[name] = scores.GetValueOrDefault(name) + score;

    private static double Best((int Role, int First, int End) span, (int Role, int First, int End)[] others)
    {
        double best = 0;
        foreach ((int _, int first, int end) in others)
        {
            double common = Math.Min(end, span.End) - Math.Max(first, span.First);
            best = common > 0 ? Math.Max(best, common / (Math.Max(end, span.End) - Math.Min(first, span.First))) : best;
        }

        return best;
    }

    private static List<(int Role, int First, int End)> GoldSpans(LabelledTokens text)
    {
        var spans = new List<(int, int, int)>();
        int offset = 0;
        foreach ((string[] _, string[] labels) in text.Paragraphs)
        {
            for (int i = 0; i < labels.Length; i++)
            {
                if (labels[i] == "O")
                {
                    continue;
                }

                int first = i, role = Array.IndexOf(Names, labels[i][2..]);
                while (i + 1 < labels.Length && labels[i + 1] == "I-" + Names[role])
                {
                    i++;
                }

                spans.Add((role, offset + first, offset + i + 1));
            }

            offset += labels.Length;
        }

        return spans;
    }

    private List<(int Role, int First, int End)> FoundSpans(LabelledTokens text)
    {
        (string joined, List<int> starts) = Join(text);
        TokenTable tokens = _tokenizer.Tokenize(joined);
        var likely = new List<RoleSpan>();
        _tagger.Score(_parser.ParseWithStates(tokens), RoleExample.Quote(tokens, _data), (scores, stride, breaks, first) => _likely.Choose(scores, stride, breaks, first, likely));
        var spans = new List<(int, int, int)>();
        foreach (RoleSpan span in likely)
        {
            TextSpan chars = tokens.Span(span.First, span.End);
            int first = FirstFrom(starts, chars.Start), end = FirstFrom(starts, chars.End);
            if (end > first)
            {
                spans.Add(((int)span.Role, first, end));
            }
        }

        return spans;
    }

    private static int FirstFrom(List<int> starts, int offset)
    {
        int at = starts.BinarySearch(offset);
        return at >= 0 ? at : ~at;
    }

    // No blank before closing punctuation and clitics nor behind opening marks: as the articles were written.
    private static (string Text, List<int> Starts) Join(LabelledTokens text)
    {
        var joined = new StringBuilder();
        var starts = new List<int>();
        foreach ((string[] forms, string[] _) in text.Paragraphs)
        {
            for (int i = 0; i < forms.Length; i++)
            {
                bool closes = forms[i] is "”" or "," or "." or "?" or "!" or ";" or ":" or "'s" or "n't" or "'re" or "'ve" or "'ll" or "'m" or "'d" or ")" or "]" or "%" or "...";
                bool opened = i > 0 && (forms[i - 1] is "“" or "‘" or "(" or "[" or "$");
                if (i > 0 && !closes && !opened)
                {
                    joined.Append(' ');
                }

                starts.Add(joined.Length);
                joined.Append(forms[i]);
            }

            joined.Append("\n\n");
        }

        return (joined.ToString(), starts);
    }
}
