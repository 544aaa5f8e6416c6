using Readout.Actors;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Drafts from the future of an act, "X will deploy Y", said by X's own side or told by the reporter. Immutable, thread-safe.</summary>
internal sealed class FutureRule(CommitmentLexicon lexicon, ClauseMood mood, ActBounds bounds)
{
    private const string Origin = "future";

    // Sentences after a promise in which a passive goes on with it.
    private const int GoesOn = 2;

    private readonly CommitmentParties _parties = new(lexicon);

    /// <summary>Adds the act of a verb, if it binds its doer.</summary>
    public void Add(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        if (!IsBinding(index, view, row))
        {
            return;
        }

        bool passive = Clause.IsPassive(parse, row);
        int subject = passive ? Clause.Object(parse, row) : Clause.Subject(parse, row, 0);
        bool own = subject >= 0 && parse.Upos[subject] == UposTag.Pron && parse.Lemma(subject) is "we" or "I";
        var speakers = new List<int>();
        view.SpeakersAt(row, speakers);
        (List<int> parties, bool acts) = Parties(index, row, subject);
        if (own || parties.Count == 0)
        {
            // "he will", "the debris will be taken": who says so on his own side's behalf answers for it.
            parties.AddRange(speakers.Where(one => !parties.Contains(one)));
        }

        if (parties.Count == 0 && passive && drafts.Count > 0 && index.Tokens.SentenceOf(row) - index.Tokens.SentenceOf(drafts[^1].First) is >= 0 and <= GoesOn)
        {
            // "The first 12 million dollars will be paid on March 1": by whoever bound himself just before.
            parties.AddRange(drafts[^1].Parties);
        }

        if (parties.Count == 0 || (speakers.Count > 0 && !parties.Exists(one => speakers.Exists(two => IsSameSide(index, one, two))))
            || bounds.OfClause(parse, row, withSubject: true) is not { } act)
        {
            return;
        }

        if (subject >= 0 && subject < act.First && parse.Upos[subject] != UposTag.Pron && !acts && !parties.Contains(index.NamedAt(subject)))
        {
            // Another than the party is to act ("building work would begin"): without it the words say nothing.
            act = act with { First = parse.LeftEdge(subject) };
            if (!passive && index.ActorAt(subject) < 0 && !HasTime(index, act))
            {
                // "Our presence will build trust": a thing that acts at no given time is hope, not plan.
                return;
            }
        }

        if (CueOf(index, view, (row, act), own) is { } cue)
        {
            drafts.Add(CommitmentDraft.Of(index, parties, cue, act, row, Origin));
        }
    }

    private bool IsBinding(SceneIndex index, StatementView view, int row)
    {
        ParsedText parse = index.Parse;
        return parse.Upos[row] == UposTag.Verb && mood.IsFuture(parse, row) && lexicon.IsBinding(parse.Lemma(row)) && !mood.IsDoubted(parse, row) && !view.IsDenialAt(row)
            && !ClauseMood.IsAsked(index, row) && parse.Relations[row].Universal() is not (DependencyRelation.Acl or DependencyRelation.Advcl);
    }

    // Who does it, and whether the subject itself is one of them.
    private (List<int> Parties, bool Acts) Parties(SceneIndex index, int row, int subject)
    {
        var parties = new List<int>();
        int doer = Clause.IsPassive(index.Parse, row) ? Clause.Actor(index.Parse, row) : subject;
        index.Collect(doer, parties);
        bool acts = subject >= 0 && parties.Contains(index.NamedAt(subject));
        _parties.Complete(index, doer, row, parties);
        return (parties, acts);
    }

    // Null for a denial.
    private CommitmentCue? CueOf(SceneIndex index, StatementView view, (int Row, Act Act) at, bool own)
    {
        bool isNegated = Reality.IsNegated(index.Parse, at.Row);
        bool agreed = Clause.Under(index.Parse, at.Row, "under") is >= 0 and var basis && lexicon.ClassOf(index.Parse.Lemma(basis)) == "agreement";
        if (isNegated && !agreed && !CommitmentTimes.HasAny(lexicon, index, at.Act.First, at.Act.End) && !view.IsPromiseAt(at.Row))
        {
            // "Will not annex" denies; a promise to refrain says until when, or is one by its cue.
            return null;
        }

        CommitmentKind kind = agreed ? CommitmentKind.Agreement
            : own || isNegated || view.IsPromiseAt(at.Row) ? CommitmentKind.Promise
            : CommitmentKind.Announcement;
        return new CommitmentCue(default, kind, agreed ? CommitmentStatus.Agreed : CommitmentStatus.Planned);
    }

    private static bool HasTime(SceneIndex index, Act act)
    {
        for (int row = act.First; row < act.End; row++)
        {
            if (index.TimeAt(row) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSameSide(SceneIndex index, int one, int two)
    {
        Actor a = index.Scene.Actors.Actors[one];
        Actor b = index.Scene.Actors.Actors[two];
        return one == two || a.State is null || b.State is null || a.State == b.State;
    }
}
