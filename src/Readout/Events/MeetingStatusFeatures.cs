using Readout.Learning;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Features by which a model decides in which state a meeting is. For one report.</summary>
internal sealed class MeetingStatusFeatures(SceneIndex index, StatementView view, Reality reality)
{
    private readonly MeetingContext _context = new(index);

    // Words to either side that speak of the state.
    private const int StatusWindow = 8;

    /// <summary>What speaks of the state: auxiliaries, the words above, modifiers, prepositions, and the day against the report's.</summary>
    public void Describe(MeetingCandidate candidate, List<MeetingCandidate> all, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        int row = candidate.Row;
        EventStatus real = reality.Of(parse, row);
        features.AddState(row);
        features.AddState(parse.Heads[row]);
        ReadOnlySpan<char> rule = candidate.RuleStatus is { } status ? [(char)('0' + (int)status), candidate.IsGuessed ? '?' : '!'] : "-";
        ReadOnlySpan<char> clause = [(char)('0' + (int)real)];
        ReadOnlySpan<char> when = _context.When(candidate.Time);
        features.Add(FeatureHash.Of(60, candidate.Class));
        features.Add(FeatureHash.Of(61, rule));
        features.Add(FeatureHash.Of(62, rule, when));
        features.Add(FeatureHash.Of(63, clause, when));
        features.Add(FeatureHash.Of(64, clause, candidate.Class));
        features.Add(FeatureHash.Of(65, when, candidate.Class));
        features.Add(FeatureHash.Of(66, _context.CaseOf(row), candidate.Class));
        features.Add(FeatureHash.Of(67, parse.Lemma(row), parse.Xpos(row)));
        features.Add(FeatureHash.Of(68, view.FormAt(row) is null ? "-" : "q", clause));
        DescribeSurroundings(candidate, all, features);
        int at = row;
        for (int depth = 0; depth < 3 && at >= 0; depth++, at = parse.Heads[at])
        {
            ReadOnlySpan<char> level = [(char)('0' + depth)];
            if (depth > 0)
            {
                features.Add(FeatureHash.Of(69, level, parse.Lemma(at), [(char)parse.Relations[row].Universal()]));
                features.Add(FeatureHash.Of(70, parse.Lemma(at)));
            }

            features.Add(FeatureHash.Of(71, level, parse.Xpos(at)));
            DescribeChildren(at, level, features);
        }
    }

    // What the sentence and the report tell besides: words near by, the days of the sentence, the state of the nearest meeting that tells it by
    // itself, the verb of the sentence and the headline.
    private void DescribeSurroundings(MeetingCandidate candidate, List<MeetingCandidate> all, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int start = index.Tokens.SentenceStarts[sentence];
        int end = index.Tokens.SentenceStarts[sentence + 1];
        for (int row = Math.Max(start, candidate.Row - StatusWindow); row < Math.Min(end, candidate.Row + StatusWindow + 1); row++)
        {
            if (row != candidate.Row && parse.Upos[row] is UposTag.Verb or UposTag.Aux or UposTag.Adj or UposTag.Adv or UposTag.Sconj or UposTag.Adp)
            {
                features.Add(FeatureHash.Of(80, parse.Lemma(row), row < candidate.Row ? "<" : ">"));
                features.Add(FeatureHash.Of(81, parse.Lemma(row), parse.Xpos(row)));
            }
        }

        ReadOnlySpan<char> days = Days(start, end);
        ReadOnlySpan<char> real = [(char)('0' + (int)reality.Of(parse, candidate.Row))];
        ReadOnlySpan<char> rule = candidate.RuleStatus is { } status ? [(char)('0' + (int)status), candidate.IsGuessed ? '?' : '!'] : "-";
        ReadOnlySpan<char> nearest = NearestStatus(candidate, all);
        features.Add(FeatureHash.Of(82, days));
        features.Add(FeatureHash.Of(83, days, real));
        features.Add(FeatureHash.Of(84, days, candidate.Class));
        features.Add(FeatureHash.Of(85, nearest));
        features.Add(FeatureHash.Of(86, nearest, rule));
        features.Add(FeatureHash.Of(87, nearest, days));
        features.Add(FeatureHash.Of(88, sentence == 0 ? "lead" : view.FormAt(candidate.Row) is null ? "-" : "q", real, days));
        int root = start;
        while (parse.Heads[root] >= 0)
        {
            root = parse.Heads[root];
        }

        features.Add(FeatureHash.Of(89, parse.Xpos(root), real));
        features.Add(FeatureHash.Of(79, parse.Xpos(root), candidate.Class));
    }

    // Whether the sentence names a day before, on and after that of the report.
    private string Days(int start, int end)
    {
        Span<char> days = ['-', '-', '-'];
        for (int row = start; row < end; row++)
        {
            if (index.TimeAt(row) is >= 0 and var time)
            {
                string when = _context.When(index.Scene.Times[time].Value);
                int at = when == "before" ? 0 : when == "after" ? 2 : 1;
                days[at] = when == "-" ? days[at] : '+';
            }
        }

        return new string(days);
    }

    // The state that the rules read off the nearest candidate of the same kind, where it is more than a guess.
    private string NearestStatus(MeetingCandidate candidate, List<MeetingCandidate> all)
    {
        MeetingCandidate? told = null;
        foreach (MeetingCandidate other in all)
        {
            if (other != candidate && other is { RuleStatus: not null, IsGuessed: false } && Kind(other.Class) == Kind(candidate.Class)
                && (told is null || Math.Abs(other.Row - candidate.Row) < Math.Abs(told.Row - candidate.Row)))
            {
                told = other;
            }
        }

        return told is null ? "-" : $"{(int)told.RuleStatus!}{(told.Row < candidate.Row ? '<' : '>')}{(index.Parse.Lemma(told.Row) == index.Parse.Lemma(candidate.Row) ? '=' : '!')}";
    }

    private static string Kind(string word) => word switch
    {
        "talk" or "speak" or "pattern" => "talk",
        "meet" or "meeting" or "summit" or "host" or "attend" => "meet",
        _ => word,
    };

    private void DescribeChildren(int row, ReadOnlySpan<char> level, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child].Universal() is DependencyRelation.Aux or DependencyRelation.Mark or DependencyRelation.Amod or DependencyRelation.Advmod or DependencyRelation.Det
                or DependencyRelation.Compound or DependencyRelation.Case or DependencyRelation.Nummod)
            {
                features.Add(FeatureHash.Of(72, level, parse.Lemma(child), parse.Upos[child] == UposTag.Aux ? parse.Xpos(child) : ""));
            }
        }
    }
}
