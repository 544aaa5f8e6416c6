using Readout.Actors;
using Readout.Learning;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Features by which a model decides whether a word tells of a meeting. For one report.</summary>
internal sealed class MeetingFeatures(SceneIndex index, StatementView view, Reality reality)
{
    private readonly MeetingContext _context = new(index);

    // Words to either side that speak for or against a meeting.
    private const int Window = 4;

    /// <summary>What speaks for and against a meeting at a candidate whose sides are scored.</summary>
    public void DescribeCandidate(MeetingCandidate candidate, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        int row = candidate.Row;
        features.AddState(row);
        features.AddState(parse.Heads[row]);
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
        features.Add(FeatureHash.Of(39, _context.CaseOf(row), candidate.Class, count));
        features.Add(FeatureHash.Of(40, [(char)('0' + (int)reality.Of(parse, row)), view.FormAt(row) is null ? '-' : 'q'], candidate.Class));
        features.Add(FeatureHash.Of(41, candidate.Time is null ? "-" : "t", candidate.Place is null ? "-" : "p", candidate.Class));
        features.Add(FeatureHash.Of(42, index.Tokens.SentenceOf(row) == 0 ? "lead" : "-", candidate.Class));
        DescribeWords(candidate, features);
        DescribeKinds(candidate, features);
        DescribeObject(candidate, features);
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

    // The words around, how many are named in the sentence, where it stands in the report, and when.
    private void DescribeWords(MeetingCandidate candidate, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int start = index.Tokens.SentenceStarts[sentence];
        int end = index.Tokens.SentenceStarts[sentence + 1];
        for (int row = Math.Max(start, candidate.Row - Window); row < Math.Min(end, candidate.Row + Window + 1); row++)
        {
            if (row != candidate.Row && parse.Upos[row] is not (UposTag.Propn or UposTag.Punct or UposTag.Num))
            {
                features.Add(FeatureHash.Of(54, parse.Lemma(row), row < candidate.Row ? "<" : ">"));
                features.Add(FeatureHash.Of(55, parse.Lemma(row), candidate.Class));
            }
        }

        int named = 0;
        for (int row = start; row < end && named < 5; row++)
        {
            named += index.MentionHeadedBy(row) >= 0 && index.ActorAt(row) is >= 0 and var actor && index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State ? 1 : 0;
        }

        ReadOnlySpan<char> place = [(char)('0' + Math.Min(8, sentence))];
        ReadOnlySpan<char> when = _context.When(candidate.Time);
        features.Add(FeatureHash.Of(56, [(char)('0' + named)], candidate.Class));
        features.Add(FeatureHash.Of(57, place));
        features.Add(FeatureHash.Of(58, place, candidate.Class));
        features.Add(FeatureHash.Of(59, when, candidate.Class));
        features.Add(FeatureHash.Of(29, when, [(char)('0' + (int)reality.Of(parse, candidate.Row))]));
    }

    // What kind of actors take part, and whether they hold offices.
    private void DescribeKinds(MeetingCandidate candidate, FeatureSet features)
    {
        int officials = 0;
        int strangers = 0;
        int states = 0;
        string last = "";
        foreach (int actor in candidate.Participants)
        {
            Actor one = index.Scene.Actors.Actors[actor];
            string kind = _context.KindOf(actor);
            features.Add(FeatureHash.Of(160, kind, candidate.Class));
            features.Add(FeatureHash.Of(161, kind));
            bool isOfficial = one.Office is not null || one.Sectors.Contains("GOV");
            officials += isOfficial ? 1 : 0;
            states += one.Type == ActorType.State ? 1 : 0;
            strangers += !isOfficial && one.Type == ActorType.Person ? 1 : 0;
            features.Add(string.CompareOrdinal(last, kind) < 0 ? FeatureHash.Of(162, last, kind) : FeatureHash.Of(162, kind, last));
            last = kind;
        }

        ReadOnlySpan<char> count = [(char)('0' + Math.Min(2, officials)), (char)('0' + Math.Min(2, states)), (char)('0' + Math.Min(2, strangers))];
        features.Add(FeatureHash.Of(163, count));
        features.Add(FeatureHash.Of(164, count, candidate.Class));
    }

    // What a verb does it to: somebody can be met, a requirement too.
    private void DescribeObject(MeetingCandidate candidate, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        foreach (int child in parse.Children(candidate.Row))
        {
            DependencyRelation relation = parse.Relations[child].Universal();
            if (relation is DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Nsubj or DependencyRelation.Nmod)
            {
                int actor = index.ActorAt(child);
                string kind = actor >= 0 ? _context.KindOf(actor) : parse.Upos[child] == UposTag.Pron ? "pronoun" : index.TimeAt(child) >= 0 ? "time" : index.PlaceAt(child) >= 0 ? "place" : "thing";
                ReadOnlySpan<char> how = [(char)relation];
                string marker = _context.CaseOf(child);
                features.Add(FeatureHash.Of(165, how, kind, candidate.Class));
                features.Add(FeatureHash.Of(166, marker, kind, candidate.Class));
            }
        }
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

}
