using Readout.Actors;
using Readout.Learning;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Who may take part in a meeting: every actor near the word that tells of it, with the features by which a model decides. For one report.</summary>
internal sealed class MeetingSides(SceneIndex index, StatementView view)
{
    private readonly List<int> _found = [];

    /// <summary>The actors that may take part, each mention once, without scores.</summary>
    public List<MeetingSide> Find(MeetingCandidate candidate)
    {
        var sides = new List<MeetingSide>();
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        AddSentence(sentence, MeetingSideOrigin.Mention, candidate.Row, sides);
        AddPlaces(sentence, sides);
        if (sentence > 0 && index.Tokens.ParagraphOf(index.Tokens.SentenceStarts[sentence]) - index.Tokens.ParagraphOf(index.Tokens.SentenceStarts[sentence - 1]) <= 1)
        {
            AddSentence(sentence - 1, MeetingSideOrigin.Before, -1, sides);
        }

        _found.Clear();
        view.SpeakersAt(candidate.Row, _found);
        AddAll(_found, -1, MeetingSideOrigin.Speaker, sides);
        AddAll(candidate.Acting, candidate.Row, MeetingSideOrigin.Pattern, sides);
        AddAll(candidate.Others, candidate.Row, MeetingSideOrigin.Pattern, sides);
        return sides;
    }

    /// <summary>Writes the features of one actor.</summary>
    public void Describe(MeetingCandidate candidate, MeetingSide side, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        features.AddState(side.Row);
        features.AddState(candidate.Row);
        string kind = candidate.Class;
        ReadOnlySpan<char> origin = [(char)('a' + (int)side.Origin)];
        ReadOnlySpan<char> hit = candidate.Acting.Contains(side.Actor) ? "acting" : candidate.Others.Contains(side.Actor) ? "other" : "-";
        ReadOnlySpan<char> known = [(char)('0' + Math.Min(9, candidate.Acting.Count)), (char)('0' + Math.Min(9, candidate.Others.Count))];
        ReadOnlySpan<char> type = [(char)('a' + (int)index.Scene.Actors.Actors[side.Actor].Type)];
        features.Add(FeatureHash.Of(1, kind));
        features.Add(FeatureHash.Of(2, kind, origin));
        features.Add(FeatureHash.Of(3, kind, hit, candidate.Role));
        features.Add(FeatureHash.Of(4, hit, known, origin));
        features.Add(FeatureHash.Of(5, kind, type, hit));
        features.Add(FeatureHash.Of(6, type, origin));
        if (side.Row < 0)
        {
            features.Add(FeatureHash.Of(7, hit, parse.Upos[candidate.Row] == UposTag.Verb ? "v" : "n"));
            return;
        }

        DescribePosition(candidate, side, features);
        Span<char> path = stackalloc char[TreePath.Longest + 2];
        path = path[..TreePath.Write(parse, side.Row, candidate.Row, path)];
        features.Add(FeatureHash.Of(8, path, origin));
        features.Add(FeatureHash.Of(9, path, kind, origin));
        ReadOnlySpan<char> relation = [(char)parse.Relations[side.Row]];
        string marker = CaseOf(parse, side.Row);
        features.Add(FeatureHash.Of(10, relation, marker, origin));
        features.Add(FeatureHash.Of(11, relation, marker, kind));
        int head = parse.Heads[side.Row];
        features.Add(FeatureHash.Of(12, relation, head < 0 ? "" : parse.Lemma(head), origin));
        int top = Top(side.Row, candidate.Row);
        if (top >= 0)
        {
            features.Add(FeatureHash.Of(19, [(char)parse.Relations[top]], CaseOf(parse, top), kind));
            features.Add(FeatureHash.Of(20, [(char)parse.Relations[top]], CaseOf(parse, top), origin));
        }

        int mention = index.MentionHeadedBy(side.Row);
        ReadOnlySpan<char> form = mention < 0 ? "-" : [(char)('a' + (int)index.Scene.Mentions[mention].Kind)];
        features.Add(FeatureHash.Of(13, form, origin, hit));
        features.Add(FeatureHash.Of(14, parse.Lemma(side.Row), kind));
    }

    private void DescribePosition(MeetingCandidate candidate, MeetingSide side, FeatureSet features)
    {
        ParsedText parse = index.Parse;
        int verbs = 0;
        bool isCut = false;
        (int low, int high) = side.Row < candidate.Row ? (side.Row, candidate.Row) : (candidate.Row, side.Row);
        for (int row = low + 1; row < high && high - low < 60; row++)
        {
            verbs += parse.Upos[row] == UposTag.Verb ? 1 : 0;
            isCut |= index.Tokens.Form(row) is "\"" or ";" or "," or "(";
        }

        ReadOnlySpan<char> where = [side.Row < candidate.Row ? '<' : '>', (char)('0' + Math.Min(3, verbs)), isCut ? ',' : ' '];
        ReadOnlySpan<char> far = [where[0], (char)('0' + Bucket(high - low))];
        features.Add(FeatureHash.Of(15, where, candidate.Class));
        features.Add(FeatureHash.Of(16, far, candidate.Class));
        features.Add(FeatureHash.Of(17, where, CaseOf(parse, side.Row), candidate.Class));
        features.Add(FeatureHash.Of(18, where, [(char)('a' + (int)side.Origin)]));
        ReadOnlySpan<char> rank = [where[0], (char)('0' + Rank(candidate, side)), (char)('a' + (int)side.Origin)];
        features.Add(FeatureHash.Of(21, rank, candidate.Class));
        features.Add(FeatureHash.Of(22, rank, IsRootSubject(side.Row) ? "subject" : "-"));
    }

    // The word just below the trigger on the way up from a row; -1 where the trigger is not above it.
    private int Top(int row, int trigger)
    {
        for (int at = row, depth = 0; at >= 0 && depth < TreePath.Longest; at = index.Parse.Heads[at], depth++)
        {
            if (index.Parse.Heads[at] == trigger)
            {
                return at;
            }
        }

        return -1;
    }

    // How many others are named between, at most three.
    private int Rank(MeetingCandidate candidate, MeetingSide side)
    {
        if (side.Row == candidate.Row)
        {
            return 0;
        }

        int between = 0;
        int step = side.Row < candidate.Row ? 1 : -1;
        for (int row = side.Row + step; row != candidate.Row && between < 3 && Math.Abs(row - candidate.Row) < 60; row += step)
        {
            between += index.MentionHeadedBy(row) >= 0 && index.ActorAt(row) is >= 0 and var actor && actor != side.Actor
                && index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization ? 1 : 0;
        }

        return between;
    }

    private bool IsRootSubject(int row) =>
        index.Parse.Relations[row] == DependencyRelation.Nsubj && index.Parse.Heads[row] is >= 0 and var verb && index.Parse.Relations[verb] == DependencyRelation.Root;

    private static int Bucket(int distance) => distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : distance <= 15 ? 5 : distance <= 25 ? 6 : 7;

    private static string CaseOf(ParsedText parse, int row)
    {
        int marker = parse.ChildWith(row, DependencyRelation.Case);
        return marker >= 0 ? parse.Lemma(marker) : "";
    }

    private void AddSentence(int sentence, MeetingSideOrigin origin, int trigger, List<MeetingSide> sides)
    {
        ParsedText parse = index.Parse;
        for (int row = index.Tokens.SentenceStarts[sentence]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            if (row == trigger)
            {
                continue;
            }

            int mention = index.MentionHeadedBy(row);
            if (origin == MeetingSideOrigin.Mention && IsForSeveral(parse, row))
            {
                _found.Clear();
                index.Collect(row, _found);
                AddAll(_found, row, MeetingSideOrigin.Group, sides);
            }
            else if (mention >= 0 && index.NamedAt(row) is >= 0 and var actor && IsSide(actor)
                && (origin == MeetingSideOrigin.Mention || index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization))
            {
                sides.Add(new MeetingSide(actor, row, origin, 0));
            }
        }
    }

    private bool IsSide(int actor) => index.Scene.Actors.Actors[actor].Type != ActorType.Document;

    private static bool IsForSeveral(ParsedText parse, int row) =>
        parse.Upos[row] is UposTag.Noun or UposTag.Pron or UposTag.Num or UposTag.Det
        && (parse.Lemma(row) is "they" or "both" or "their" || (parse.Xpos(row) == "NNS" && parse.Lemma(row) is "side" or "country" or "party" or "leader" or "nation" or "president" or "minister" or "government" or "state" or "man" or "counterpart" or "delegation"));

    private void AddPlaces(int sentence, List<MeetingSide> sides)
    {
        for (int row = index.Tokens.SentenceStarts[sentence]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            int place = index.PlaceAt(row);
            if (place < 0 || (row > 0 && index.PlaceAt(row - 1) == place) || index.Scene.Places[place].Country is not { } country || index.MentionHeadedBy(row) >= 0)
            {
                continue;
            }

            IReadOnlyList<Actor> actors = index.Scene.Actors.Actors;
            for (int actor = 0; actor < actors.Count; actor++)
            {
                if (actors[actor].Type == ActorType.State && actors[actor].State == country)
                {
                    sides.Add(new MeetingSide(actor, row, MeetingSideOrigin.Place, 0));
                    break;
                }
            }
        }
    }

    private void AddAll(List<int> actors, int row, MeetingSideOrigin origin, List<MeetingSide> sides)
    {
        foreach (int actor in actors)
        {
            if (IsSide(actor) && (origin != MeetingSideOrigin.Pattern || !sides.Exists(side => side.Actor == actor && side.Origin is MeetingSideOrigin.Mention or MeetingSideOrigin.Group)))
            {
                sides.Add(new MeetingSide(actor, row, origin, 0));
            }
        }
    }
}
