using Readout.Actors;
using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>What speaks for somebody being the actor or the recipient of an event, as hashed features. For one report.</summary>
internal sealed class SideFeatures(SceneIndex index, StatementView view)
{
    private enum Family : ushort
    {
        Bias = 300, Origin, Rule, RuleType, Kind, KindType, Path, PathType, Case, CaseType, Head, Top, TopType, TopLemma, Form, Noun, Where, WhereType, Rank, Far,
        Salience, Headline, First, Speaker, Passive, Subject, Group, Outlet,
        Other = 400, OtherState, OtherKind, OtherOrder, OtherType, OtherMentions, OtherRule,
    }

    // One letter each: most of the time of this stage goes into hashing.
    private static readonly string[] Origins = [.. Enum.GetValues<SideOrigin>().Select(one => ((char)('A' + (int)one)).ToString())];

    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5"];
    private static readonly string[] Forms = Enum.GetNames<StatementForm>();

    private readonly Standing?[] _standings = new Standing?[index.Scene.Actors.Actors.Count];
    private readonly string?[] _kinds = new string?[index.Scene.Actors.Actors.Count];

    /// <summary>Writes the features of one candidate over <paramref name="into"/>; the draft's sides are those that the rules propose.</summary>
    public void Describe(EventDraft draft, SideCandidate side, List<ulong> into)
    {
        into.Clear();
        ParsedText parse = index.Parse;
        string type = CodeOf(draft.Type);
        string origin = Origins[(int)side.Origin];
        if (side.Actor < 0)
        {
            string passive = parse.Upos[draft.Row] == UposTag.Verb && Clause.IsPassive(parse, draft.Row) ? "p" : "a";
            Put(into, Family.Origin, origin, type);
            Put(into, Family.Origin, origin, type, passive);
            Put(into, Family.Rule, origin, Rule(draft, -1), passive);
            Put(into, Family.Rule, origin, parse.Lemma(draft.Row));
            return;
        }

        string rule = Rule(draft, side.Actor);
        string kind = KindOf(side.Actor);
        ReadOnlySpan<char> part = parse.Upos[draft.Row] == UposTag.Verb ? Clause.IsPassive(parse, draft.Row) ? "p" : "v" : "n";
        Put(into, Family.Bias, type);
        Put(into, Family.Origin, origin, type);
        Put(into, Family.Rule, rule, part);
        Put(into, Family.RuleType, rule, type);
        Put(into, Family.Kind, kind, origin);
        Put(into, Family.KindType, kind, type);
        AddStanding(side, type, origin, into);
        if (side.Row < 0 || side.Origin == SideOrigin.Before)
        {
            return;
        }

        Span<char> path = stackalloc char[TreePath.Longest + 2];
        path = path[..TreePath.Write(parse, side.Row, draft.Row, path)];
        Put(into, Family.Path, path, part);
        Put(into, Family.PathType, path, type, part);
        string marker = CaseOf(parse, side.Row);
        string relation = parse.Relations[side.Row].Name();
        Put(into, Family.Case, relation, marker);
        Put(into, Family.CaseType, relation, marker, type);
        int head = parse.Heads[side.Row];
        Put(into, Family.Head, relation, head < 0 ? "" : parse.Lemma(head), marker);
        int top = Top(side.Row, draft.Row);
        if (top >= 0)
        {
            string topRelation = parse.Relations[top].Name();
            string topMarker = CaseOf(parse, top);
            Put(into, Family.Top, topRelation, topMarker, part);
            Put(into, Family.TopType, topRelation, topMarker, type);
            Put(into, Family.TopLemma, topRelation, topMarker, parse.Lemma(draft.Row));
        }

        int mention = index.MentionHeadedBy(side.Row);
        Put(into, Family.Form, mention < 0 ? "-" : [(char)(48 + (int)index.Scene.Mentions[mention].Kind)], type);
        Put(into, Family.Noun, parse.Lemma(side.Row), type);
        AddPosition(draft, side, part, into);
    }

    /// <summary>Adds what a recipient has to do with the actor.</summary>
    public void DescribeOther(EventDraft draft, SideCandidate side, SideCandidate actor, List<ulong> into)
    {
        if (side.Actor < 0 || actor.Actor < 0)
        {
            Put(into, Family.Other, side.Actor < 0 ? "nobody" : "somebody", actor.Actor < 0 ? "nobody" : "somebody", CodeOf(draft.Type));
            return;
        }

        Actor one = index.Scene.Actors.Actors[side.Actor];
        Actor other = index.Scene.Actors.Actors[actor.Actor];
        string states = one.State is null || other.State is null ? "u" : one.State == other.State ? "s" : "t";
        ReadOnlySpan<char> order = side.Row < 0 || actor.Row < 0 ? "-" : [Side(side.Row, actor.Row), Side(side.Row, draft.Row), Side(actor.Row, draft.Row)];
        Put(into, Family.OtherState, states, CodeOf(draft.Type));
        Put(into, Family.Other, states, Origins[(int)side.Origin]);
        Put(into, Family.OtherKind, KindOf(side.Actor), KindOf(actor.Actor));
        Put(into, Family.OtherOrder, order, CodeOf(draft.Type));
        Put(into, Family.OtherType, KindOf(side.Actor).AsSpan(0, 1), states, CodeOf(draft.Type));
        Put(into, Family.OtherRule, Rule(draft, side.Actor), Rule(draft, actor.Actor), states);
        int relation = side.Row >= 0 && actor.Row >= 0 ? index.Parse.Heads[side.Row] == index.Parse.Heads[actor.Row] ? 1 : index.Parse.IsUnder(side.Row, actor.Row) ? 2 : index.Parse.IsUnder(actor.Row, side.Row) ? 3 : 0 : 0;
        Put(into, Family.OtherMentions, [(char)('0' + relation)], CodeOf(draft.Type));
    }

    private static char Side(int row, int other) => row < other ? '<' : '>';

    private static string CodeOf(string type) => EventTypes.Codes[type];

    // Type, sector and whether of a state, in few letters.
    private string KindOf(int actor)
    {
        if (_kinds[actor] is { } known)
        {
            return known;
        }

        Actor one = index.Scene.Actors.Actors[actor];
        string sector = one.Type == ActorType.State || one.Sectors.Count == 0 ? "" : one.Sectors[0];
        return _kinds[actor] = (char)('a' + (int)one.Type) + sector + (one.State is null ? "" : "o");
    }

    // What the rules make of an actor, and whether they propose anybody.
    private static string Rule(EventDraft draft, int actor)
    {
        if (draft.Actors.Contains(actor))
        {
            return draft.IsImplied && draft.Recipients.Count > 0 ? "i" : "a";
        }

        return draft.Recipients.Contains(actor)
            ? draft.IsImplied ? "j" : "r"
            : (draft.Actors.Count, draft.Recipients.Count) switch { (0, 0) => "0", (0, _) => "1", (_, 0) => "2", _ => "3" };
    }

    private void AddStanding(SideCandidate side, string type, string origin, List<ulong> into)
    {
        Standing standing = _standings[side.Actor] ??= StandingOf(index.Scene.Actors.Actors[side.Actor]);
        Put(into, Family.Salience, standing.Mentions, origin);
        Put(into, Family.First, standing.First, origin);
        Put(into, Family.Headline, standing.InHeadline, origin, type);
        Put(into, Family.Outlet, standing.IsOutlet);
    }

    private Standing StandingOf(Actor actor)
    {
        int mentions = actor.Mentions.Length;
        int first = index.Tokens.SentenceOf(index.Scene.Mentions[actor.Mentions[0]].First);
        ReadOnlySpan<char> last = actor.Name.AsSpan(actor.Name.LastIndexOf(' ') + 1);
        return new Standing(
            Digits[mentions <= 2 ? mentions : mentions <= 4 ? 3 : mentions <= 8 ? 4 : 5],
            Digits[Math.Min(3, first)],
            index.Scene.Report.Headline is { } headline && headline.AsSpan().Contains(last, StringComparison.OrdinalIgnoreCase) ? "1" : "0",
            actor.Sectors.Count > 0 && actor.Sectors[0] == "MED" ? "1" : "0");
    }

    private void AddPosition(EventDraft draft, SideCandidate side, ReadOnlySpan<char> part, List<ulong> into)
    {
        ParsedText parse = index.Parse;
        (int low, int high) = side.Row < draft.Row ? (side.Row, draft.Row) : (draft.Row, side.Row);
        int verbs = 0;
        int others = 0;
        bool isCut = false;
        for (int row = low + 1; row < high; row++)
        {
            verbs += parse.Upos[row] == UposTag.Verb ? 1 : 0;
            others += index.HeadActorAt(row) is >= 0 and var actor && actor != side.Actor ? 1 : 0;
            isCut |= index.Tokens.Form(row) is "\"" or ";" or "," or "(";
        }

        ReadOnlySpan<char> where = [side.Row < draft.Row ? '<' : '>', (char)('0' + Math.Min(3, verbs)), isCut ? ',' : ' '];
        Put(into, Family.Where, where, part);
        Put(into, Family.WhereType, where, CodeOf(draft.Type));
        Put(into, Family.Rank, [where[0], (char)('0' + Math.Min(3, others))], CodeOf(draft.Type), part);
        int distance = high - low;
        Put(into, Family.Far, [where[0], (char)('0' + (distance <= 2 ? distance : distance <= 4 ? 3 : distance <= 8 ? 4 : distance <= 15 ? 5 : distance <= 25 ? 6 : 7))], part);
        bool isRootSubject = parse.Relations[side.Row] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && parse.Heads[side.Row] is >= 0 and var verb && parse.Relations[verb] == DependencyRelation.Root;
        Put(into, Family.Subject, isRootSubject ? "1" : "0", CodeOf(draft.Type));
        Put(into, Family.Speaker, view.FormAt(draft.Row) is { } form ? Forms[(int)form] : "-", isRootSubject ? "1" : "0", where);
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

    private static string CaseOf(ParsedText parse, int row) => parse.ChildWith(row, DependencyRelation.Case) is >= 0 and var marker ? parse.Lemma(marker) : "";

    private static void Put(List<ulong> into, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        into.Add(FeatureHash.Of((ushort)family, first, second, third));

    // What an actor is to the report, as letters of features.
    private sealed record Standing(string Mentions, string First, string InHeadline, string IsOutlet);
}
