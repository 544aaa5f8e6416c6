using System.Collections.Frozen;
using Readout.Actors;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>Who acts and who is acted upon in an event, from the tree and, where it names nobody, from what stands near. Immutable, thread-safe.</summary>
internal sealed class EventSides
{
    private readonly FrozenSet<string> _doing;
    private readonly FrozenSet<string> _enacting;
    private readonly PartyReader _parties;

    /// <summary>Reads the parties of phrases.</summary>
    public PartyReader Parties => _parties;

    private EventSides(FrozenSet<string> doing, FrozenSet<string> enacting, PartyReader parties) => (_doing, _enacting, _parties) = (doing, enacting, parties);

    /// <summary>Reads the classes <c>doing</c> and <c>enacting</c> of <c>events/classes.tsv</c> and the states.</summary>
    public static EventSides Load(string dataDirectory) => new(PatternTable.ReadClass(dataDirectory, "doing"), PatternTable.ReadClass(dataDirectory, "enacting"), PartyReader.Load(dataDirectory));

    /// <summary>Adds actors and recipients to a draft whose trigger a pattern fits.</summary>
    public void Fill(SceneIndex index, StatementView view, (PatternMatcher Matcher, PatternMatch Match) pattern, EventDraft draft)
    {
        ParsedText parse = index.Parse;
        (PatternMatcher matcher, PatternMatch match) = pattern;
        int at = draft.Row;
        int recipient = RecipientOf(parse, matcher, match);
        _parties.Collect(index, recipient, draft.Recipients);
        if (parse.Upos[at] == UposTag.Verb)
        {
            _parties.CollectActing(index, Clause.Actor(parse, at), draft.Actors);
        }
        else if (parse.Upos[at] == UposTag.Adj)
        {
            _parties.CollectActing(index, Clause.Subject(parse, at, 0), draft.Actors);
        }
        else
        {
            FillHolder(index, at, recipient, draft);
        }

        if (at != match.Trigger && draft.Recipients.Count == 0)
        {
            _parties.Collect(index, Clause.Object(parse, at), draft.Recipients);
        }

        if (draft.Recipients.Count == 0 && parse.ChildWith(at, DependencyRelation.Ccomp) is >= 0 and var clause)
        {
            // "demanded that Quendria lift the ban", "said that Quendria broke the truce".
            _parties.Collect(index, Clause.Subject(parse, clause, 0), draft.Recipients);
        }

        if (draft.Recipients.Count == 0 && parse.Relations[at] == DependencyRelation.Conj && parse.Upos[at] == UposTag.Verb && Clause.Object(parse, at) < 0)
        {
            // "shot and wounded two guards": the object of the first verb is the second's too.
            _parties.Collect(index, Clause.Object(parse, parse.Heads[at]), draft.Recipients);
        }

        if (draft.Actors.Count == 0 && draft.Recipients.Count > 0 && parse.Upos[at] != UposTag.Noun && !Clause.IsPassive(parse, at))
        {
            // "We urge Quendria": whose words these are.
            view.SpeakersAt(at, draft.Actors);
        }

        draft.Recipients.RemoveAll(draft.Actors.Contains);
        Imply(index, at, draft);
    }

    /// <summary>Adds actors and recipients to a draft that no pattern fits, by the tree alone.</summary>
    public void Propose(SceneIndex index, StatementView view, EventDraft draft)
    {
        ParsedText parse = index.Parse;
        int at = draft.Row;
        int recipient = parse.Upos[at] == UposTag.Verb ? Clause.Object(parse, at) : -1;
        for (int i = 0; i < Directions.Length && recipient < 0; i++)
        {
            recipient = Clause.Under(parse, at, Directions[i]);
        }

        _parties.Collect(index, recipient, draft.Recipients);
        if (parse.Upos[at] == UposTag.Noun)
        {
            FillHolder(index, at, recipient, draft);
        }
        else
        {
            _parties.CollectActing(index, parse.Upos[at] == UposTag.Verb ? Clause.Actor(parse, at) : Clause.Subject(parse, at, 0), draft.Actors);
        }

        if (draft.Actors.Count == 0 && !Clause.IsPassive(parse, at))
        {
            view.SpeakersAt(at, draft.Actors);
        }

        draft.Recipients.RemoveAll(draft.Actors.Contains);
    }

    // What follows these prepositions is acted upon.
    private static readonly string[] Directions = ["against", "to", "with", "on", "at", "for", "of", "from"];

    // "complete its withdrawal from Iraq", "launched a raid on the town": the tree may hang what belongs to the noun on its verb.
    private static int RecipientOf(ParsedText parse, PatternMatcher matcher, PatternMatch match)
    {
        int found = matcher.Recipient(match);
        int verb = parse.Heads[match.Trigger];
        if (found >= 0 || verb < 0 || parse.Upos[match.Trigger] != UposTag.Noun || parse.Relations[match.Trigger].Universal() != DependencyRelation.Obj)
        {
            return found;
        }

        foreach (PatternRole role in match.Pattern.Recipients)
        {
            if (role.Kind == PatternRoleKind.Preposition && Clause.Under(parse, verb, role.Preposition) is >= 0 and var filler)
            {
                return filler;
            }
        }

        return -1;
    }

    /// <summary>Whether a noun of action hangs on a verb of doing: "the continued talks", "held a raid".</summary>
    public bool IsDone(ParsedText parse, int noun) => IsUnder(parse, noun, _doing)
        && parse.Relations[noun].Universal() is DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Nsubj;

    /// <summary>Whether a noun of action is the object of a verb that makes it so: "announced the deployment", "launched a raid".</summary>
    public bool IsEnacted(ParsedText parse, int noun) => IsUnder(parse, noun, _enacting) && parse.Relations[noun].Universal() is DependencyRelation.Obj
        && !Reality.IsNegated(parse, parse.Heads[noun]);

    private static bool IsUnder(ParsedText parse, int noun, FrozenSet<string> verbs) =>
        parse.Heads[noun] is >= 0 and var verb && parse.Upos[verb] == UposTag.Verb && verbs.Contains(parse.Lemma(verb));

    private void FillHolder(SceneIndex index, int noun, int recipient, EventDraft draft)
    {
        ParsedText parse = index.Parse;
        int verb = parse.Heads[noun];
        int holder = Clause.Holder(parse, noun, recipient);
        bool isDone = verb >= 0 && (draft.Type == "CONSULT" || (parse.Upos[verb] == UposTag.Verb && _doing.Contains(parse.Lemma(verb))))
            && parse.Relations[noun].Universal() is DependencyRelation.Obj or DependencyRelation.Obl;
        if (isDone && (holder < 0 || (parse.Relations[holder] == DependencyRelation.Nmod && Clause.CaseIs(parse, holder, "of"))))
        {
            // "announced the deployment of missiles", "ordered a raid on the town": who says that it is done does it.
            _parties.CollectActing(index, Clause.Actor(parse, verb), draft.Actors);
        }

        _parties.CollectActing(index, holder, draft.Actors);
        foreach (int child in parse.Children(noun))
        {
            // "militant attack", "US-led invasion": a noun or adjective before the trigger.
            if (draft.Actors.Count == 0 && child != recipient && parse.Relations[child].Universal() is DependencyRelation.Compound or DependencyRelation.Amod)
            {
                _parties.Alone(index, child, draft.Actors);
            }
        }
    }

    // Arrests, charges and sentences without an agent are the authorities' doing; protests without a target are against them; what needs a
    // recipient and has none in its clause has the other party of the sentence.
    private void Imply(SceneIndex index, int at, EventDraft draft)
    {
        ParsedText parse = index.Parse;
        bool isOfAuthority = draft.Type is "COERCE" or "CONCEDE" or "SANCTION" || draft.Mode is "allege" or "investigate" or "release";
        bool isPassive = parse.Upos[at] != UposTag.Verb || Clause.IsPassive(parse, at);
        if (draft.Actors.Count == 0 && isOfAuthority && isPassive && draft.Recipients.Count > 0
            && index.AuthorityBefore(at, draft.Recipients) is >= 0 and var authority)
        {
            draft.Actors.Add(authority);
            draft.IsImplied = true;
        }

        if (draft is { Type: "ASSAULT", Actors.Count: 0, Recipients.Count: > 0 } && index.ArmedNear(at, draft.Recipients) is >= 0 and var armed)
        {
            // "a suicide bombing killed nine, and the Taliban claimed it".
            draft.Actors.Add(armed);
            draft.IsImplied = true;
        }

        if (draft.Recipients.Count > 0 || draft.Actors.Count == 0)
        {
            return;
        }

        if (draft.Type is "AGREE" or "REJECT" or "REQUEST" or "ACCUSE" or "SUPPORT" or "THREATEN" or "CONCEDE")
        {
            if (_parties.Inside(index, at, actor => IsOther(index, draft, actor), draft.Recipients))
            {
                draft.Recipients.RemoveAll(actor => !IsOther(index, draft, actor));
                draft.IsImplied = true;
                return;
            }
        }

        int found = draft.Type switch
        {
            "PROTEST" => index.AuthorityBefore(at, draft.Actors),
            "RETREAT" when draft.Mode == "resign" => index.AuthorityBefore(at, draft.Actors),
            "ASSAULT" or "RETREAT" when draft.Place?.Country is { } country && index.StateActor(country) is >= 0 and var state && IsOther(index, draft, state) => state,
            "AGREE" or "CONSULT" or "COOPERATE" or "MOBILIZE" or "RETREAT" => -1,
            _ => OtherOf(index, at, draft),
        };
        found = found < 0 && draft.Type is "REJECT" or "REQUEST" or "THREATEN" or "SANCTION" or "CONCEDE" or "ASSAULT" ? MainOther(index, draft) : found;
        if (found >= 0 && !draft.Actors.Contains(found))
        {
            draft.Recipients.Add(found);
            draft.IsImplied = true;
        }
    }

    // The state or organisation that the report names most often beside the actor's side, the first of equals; -1 where there is none.
    private static int MainOther(SceneIndex index, EventDraft draft)
    {
        int best = -1;
        for (int actor = 0; actor < index.Scene.Actors.Actors.Count; actor++)
        {
            Actor one = index.Scene.Actors.Actors[actor];
            if (one.Type is ActorType.State or ActorType.Organization && IsPolitical(one) && one.Mentions.Length > (best < 0 ? 1 : index.Scene.Actors.Actors[best].Mentions.Length) && IsOther(index, draft, actor))
            {
                best = actor;
            }
        }

        return best;
    }

    // The first state, organisation or person of the sentence that is not of the actor's side.
    private static int OtherOf(SceneIndex index, int at, EventDraft draft)
    {
        int sentence = index.Tokens.SentenceOf(at);
        int first = index.Tokens.SentenceStarts[sentence];
        int end = index.Tokens.SentenceStarts[sentence + 1];
        for (int step = 0; step < end - first; step++)
        {
            // What follows the trigger comes before what stands in front of it.
            int row = at + step < end ? at + step : first + (at + step - end);
            if (index.HeadActorAt(row) is >= 0 and var actor && IsOther(index, draft, actor) && IsPolitical(index.Scene.Actors.Actors[actor]))
            {
                return actor;
            }
        }

        return -1;
    }

    // Agencies and newspapers report; they and bystanders are seldom meant.
    private static bool IsPolitical(Actor actor) => actor.Type switch
    {
        ActorType.State => true,
        ActorType.Organization or ActorType.Person or ActorType.Group => actor.Sectors.Count > 0 && actor.Sectors[0] is "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "PTY" or "OPP" or "REB" or "IGO" or "UAF",
        _ => false,
    };

    private static bool IsOther(SceneIndex index, EventDraft draft, int actor)
    {
        string? state = index.Scene.Actors.Actors[actor].State;
        return !draft.Actors.Contains(actor) && (state is null || !draft.Actors.Exists(own => index.Scene.Actors.Actors[own].State == state));
    }
}
