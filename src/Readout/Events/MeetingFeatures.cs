using Readout.Parsing;
using Readout.Time;

namespace Readout.Events;

/// <summary>Features by which models decide whether a word tells of a meeting, in which state it is and on which day. For one report.</summary>
internal sealed class MeetingFeatures(SceneIndex index, StatementView view, Reality reality)
{
    /// <summary>What speaks for and against a meeting at a candidate whose sides are scored.</summary>
    public void DescribeCandidate(MeetingCandidate candidate, List<ulong> features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        int row = candidate.Row;
        string lemma = parse.Lemma(row);
        ReadOnlySpan<char> matched = candidate.Match is null ? "-" : [(char)('0' + candidate.Match.Value.Pattern.Conditions.Length)];
        ReadOnlySpan<char> count = [(char)('0' + Math.Min(4, candidate.Participants.Count))];
        ReadOnlySpan<char> strength = [(char)('a' + Math.Clamp(SecondBest(candidate) / 500, -6, 6) + 8)];
        features.Add(FeatureHash.Of(30, candidate.Class));
        features.Add(FeatureHash.Of(31, lemma, count));
        features.Add(FeatureHash.Of(32, lemma, matched));
        features.Add(FeatureHash.Of(33, candidate.Class, count, matched));
        ReadOnlySpan<char> known = [(char)('0' + Math.Min(2, candidate.Acting.Count)), (char)('0' + Math.Min(2, candidate.Others.Count))];
        features.Add(FeatureHash.Of(34, strength));
        features.Add(FeatureHash.Of(52, candidate.IsByRule ? "rule" : "-", candidate.Class));
        features.Add(FeatureHash.Of(53, candidate.IsByRule ? "rule" : "-"));
        ReadOnlySpan<char> origins = Origins(candidate);
        features.Add(FeatureHash.Of(49, origins));
        features.Add(FeatureHash.Of(50, origins, candidate.Class));
        features.Add(FeatureHash.Of(51, origins, strength));
        features.Add(FeatureHash.Of(46, known, candidate.Class));
        features.Add(FeatureHash.Of(47, known, matched, candidate.Role));
        features.Add(FeatureHash.Of(48, known, candidate.RuleStatus is null ? "-" : candidate.IsGuessed ? "?" : "!"));
        features.Add(FeatureHash.Of(35, strength, candidate.Class));
        features.Add(FeatureHash.Of(36, Types(candidate), candidate.Class));
        features.Add(FeatureHash.Of(37, parse.Xpos(row), candidate.Class, [(char)parse.Relations[row]]));
        int head = parse.Heads[row];
        features.Add(FeatureHash.Of(38, head < 0 ? "" : parse.Lemma(head), candidate.Class));
        features.Add(FeatureHash.Of(39, CaseOf(row), candidate.Class, count));
        features.Add(FeatureHash.Of(40, [(char)('0' + (int)reality.Of(parse, row)), view.FormAt(row) is null ? '-' : 'q'], candidate.Class));
        features.Add(FeatureHash.Of(41, candidate.Time is null ? "-" : "t", candidate.Place is null ? "-" : "p", candidate.Class));
        features.Add(FeatureHash.Of(42, index.Tokens.SentenceOf(row) == 0 ? "lead" : "-", candidate.Class));
        foreach (int child in parse.Children(row))
        {
            ReadOnlySpan<char> relation = [(char)parse.Relations[child].Universal()];
            features.Add(FeatureHash.Of(43, relation, candidate.Class));
            features.Add(FeatureHash.Of(44, relation, parse.Lemma(child), lemma));
            if (parse.Relations[child].Universal() is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.Det or DependencyRelation.Obj or DependencyRelation.Aux)
            {
                features.Add(FeatureHash.Of(45, relation, parse.Lemma(child)));
            }
        }
    }

    /// <summary>What speaks of the state: auxiliaries, the words above, modifiers, prepositions, and the day against the report's.</summary>
    public void DescribeStatus(MeetingCandidate candidate, List<ulong> features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        int row = candidate.Row;
        EventStatus real = reality.Of(parse, row);
        ReadOnlySpan<char> rule = candidate.RuleStatus is { } status ? [(char)('0' + (int)status), candidate.IsGuessed ? '?' : '!'] : "-";
        ReadOnlySpan<char> clause = [(char)('0' + (int)real)];
        ReadOnlySpan<char> when = When(candidate.Time);
        features.Add(FeatureHash.Of(60, candidate.Class));
        features.Add(FeatureHash.Of(61, rule));
        features.Add(FeatureHash.Of(62, rule, when));
        features.Add(FeatureHash.Of(63, clause, when));
        features.Add(FeatureHash.Of(64, clause, candidate.Class));
        features.Add(FeatureHash.Of(65, when, candidate.Class));
        features.Add(FeatureHash.Of(66, CaseOf(row), candidate.Class));
        features.Add(FeatureHash.Of(67, parse.Lemma(row), parse.Xpos(row)));
        features.Add(FeatureHash.Of(68, view.FormAt(row) is null ? "-" : "q", clause));
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

    private void DescribeChildren(int row, ReadOnlySpan<char> level, List<ulong> features)
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

    /// <summary>What speaks for a time expression to be the day of the meeting.</summary>
    public void DescribeDay(MeetingCandidate candidate, int time, int row, List<ulong> features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        if (time < 0)
        {
            DescribeToday(candidate, features);
            return;
        }

        string value = index.Scene.Times[time].Value!;
        Span<char> path = stackalloc char[TreePath.Longest + 2];
        path = path[..TreePath.Write(parse, row, candidate.Row, path)];
        bool isSame = index.Tokens.SentenceOf(row) == index.Tokens.SentenceOf(candidate.Row);
        ReadOnlySpan<char> where = [isSame ? 's' : 'o', row < candidate.Row ? '<' : '>', (char)('0' + Math.Min(3, VerbsBetween(row, candidate.Row)))];
        ReadOnlySpan<char> when = When(value);
        int head = parse.Heads[row];
        string above = head < 0 ? "" : parse.Lemma(head);
        ReadOnlySpan<char> grain = [(char)('0' + Math.Min(9, value.Length / 2)), value.Contains('/', StringComparison.Ordinal) ? '/' : ' '];
        ReadOnlySpan<char> rule = candidate.Time == value ? "r" : "-";
        features.Add(FeatureHash.Of(90, where));
        features.Add(FeatureHash.Of(91, rule));
        features.Add(FeatureHash.Of(92, rule, where));
        features.Add(FeatureHash.Of(93, path));
        features.Add(FeatureHash.Of(94, path, candidate.Class));
        features.Add(FeatureHash.Of(95, above, where));
        features.Add(FeatureHash.Of(96, above));
        features.Add(FeatureHash.Of(97, when, [(char)('0' + (int)reality.Of(parse, candidate.Row))], rule));
        features.Add(FeatureHash.Of(98, grain, candidate.Class));
        features.Add(FeatureHash.Of(99, CaseOf(row), where));
        features.Add(FeatureHash.Of(100, [(char)('0' + Distance(row, candidate.Row)), where[0]]));
        features.Add(FeatureHash.Of(101, candidate.Class, where));
        features.Add(FeatureHash.Of(102, index.Scene.Times[time].Type.ToString(), grain));
        features.Add(FeatureHash.Of(103, index.Tokens.SentenceOf(row) == 0 ? "lead" : "-", when, where));
    }

    // Reports of agencies leave out the day where it is the day of the report.
    private void DescribeToday(MeetingCandidate candidate, List<ulong> features)
    {
        ParsedText parse = index.Parse;
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int times = 0;
        for (int row = index.Tokens.SentenceStarts[sentence]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            times += index.TimeAt(row) >= 0 && index.TimeAt(row) != (row > 0 ? index.TimeAt(row - 1) : -1) ? 1 : 0;
        }

        ReadOnlySpan<char> known = [(char)('0' + Math.Min(2, times)), candidate.Time is null ? '-' : 't'];
        ReadOnlySpan<char> real = [(char)('0' + (int)reality.Of(parse, candidate.Row))];
        ReadOnlySpan<char> far = [(char)('0' + Math.Min(6, sentence / 2))];
        features.Add(FeatureHash.Of(110, known));
        features.Add(FeatureHash.Of(111, known, candidate.Class));
        features.Add(FeatureHash.Of(112, known, real));
        features.Add(FeatureHash.Of(113, known, far));
        features.Add(FeatureHash.Of(114, known, parse.Lemma(candidate.Row)));
        features.Add(FeatureHash.Of(115, known, CaseOf(candidate.Row), real));
        features.Add(FeatureHash.Of(116, known, view.FormAt(candidate.Row) is null ? "-" : "q"));
        int head = parse.Heads[candidate.Row];
        features.Add(FeatureHash.Of(117, known, head < 0 ? "" : parse.Lemma(head)));
    }

    private static int SecondBest(MeetingCandidate candidate)
    {
        int best = int.MinValue;
        int second = -9999;
        int actor = -1;
        foreach (MeetingSide side in candidate.Sides)
        {
            if (side.Score > best)
            {
                (second, best, actor) = (side.Actor == actor ? second : Math.Max(second, best), side.Score, side.Actor);
            }
            else if (side.Actor != actor && side.Score > second)
            {
                second = side.Score;
            }
        }

        return second;
    }

    // Where the participants are named, each by its surest mention: how many in the sentence itself, whether some elsewhere.
    private static string Origins(MeetingCandidate candidate)
    {
        Span<int> counts = stackalloc int[6];
        foreach (int actor in candidate.Participants)
        {
            MeetingSide best = default;
            int top = int.MinValue;
            foreach (MeetingSide side in candidate.Sides)
            {
                if (side.Actor == actor && side.Score > top)
                {
                    (best, top) = (side, side.Score);
                }
            }

            counts[(int)best.Origin]++;
        }

        Span<char> origins = stackalloc char[6];
        for (int i = 0; i < origins.Length; i++)
        {
            origins[i] = (char)('0' + Math.Min(2, counts[i]));
        }

        return new string(origins);
    }

    private string Types(MeetingCandidate candidate)
    {
        Span<int> counts = stackalloc int[8];
        foreach (int actor in candidate.Participants)
        {
            counts[Math.Min(7, (int)index.Scene.Actors.Actors[actor].Type)]++;
        }

        Span<char> types = stackalloc char[8];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = (char)('0' + Math.Min(2, counts[i]));
        }

        return new string(types);
    }

    private string CaseOf(int row)
    {
        int marker = index.Parse.ChildWith(row, DependencyRelation.Case);
        return marker >= 0 ? index.Parse.Lemma(marker) : "";
    }

    // Before, on or after the day of the report.
    private string When(string? value) =>
        !CalendarInterval.TryParse(value, out CalendarInterval days) || !CalendarInterval.TryParse(index.Scene.Report.Published, out CalendarInterval today) ? "-"
        : days.Last < today.First ? "before" : days.First > today.Last ? "after" : days.Days > 1 ? "around" : "on";

    private int VerbsBetween(int a, int b)
    {
        int verbs = 0;
        for (int row = Math.Min(a, b) + 1; row < Math.Max(a, b) && row < Math.Min(a, b) + 60; row++)
        {
            verbs += index.Parse.Upos[row] == UposTag.Verb ? 1 : 0;
        }

        return verbs;
    }

    private static int Distance(int a, int b) => Math.Abs(a - b) switch
    {
        <= 2 => 0,
        <= 4 => 1,
        <= 8 => 2,
        <= 14 => 3,
        <= 25 => 4,
        _ => 5,
    };
}
