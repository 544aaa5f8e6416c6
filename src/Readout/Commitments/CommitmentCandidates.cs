using Readout.Actors;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>
/// Finds all words that may be an act to which somebody is bound: what the rules find, and for the model to decide every verb that is still to
/// come, every gerund, clause and noun that hangs on a word of agreeing, promising or planning. Immutable, thread-safe.
/// </summary>
internal sealed class CommitmentCandidates
{
    private const int MaximumDepth = 4;

    // Rows in which the party of an act without a doer is looked for.
    private const int NearReach = 120;

    private readonly CommitmentLexicon _lexicon;
    private readonly ClauseMood _mood;
    private readonly ActBounds _bounds;
    private readonly CueRule _cues;
    private readonly FutureRule _futures;
    private readonly PlanRule _plans;
    private readonly CommitmentParties _parties;

    public CommitmentCandidates(CommitmentLexicon lexicon)
    {
        _lexicon = lexicon;
        _mood = new ClauseMood(lexicon);
        _bounds = new ActBounds(lexicon);
        _cues = new CueRule(lexicon, _mood, _bounds);
        _futures = new FutureRule(lexicon, _mood, _bounds);
        _plans = new PlanRule(lexicon, _mood, _bounds);
        _parties = new CommitmentParties(lexicon);
    }

    /// <summary>Candidates in the order of their heads, each head once.</summary>
    public List<CommitmentCandidate> Find(SceneIndex index, StatementView view)
    {
        ParsedText parse = index.Parse;
        var ruled = new Dictionary<int, CommitmentDraft>();
        foreach (CommitmentDraft draft in ByRule(index, view))
        {
            ruled.TryAdd(draft.Head, draft);
        }

        var candidates = new List<CommitmentCandidate>();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            if (index.IsPassedOver(row))
            {
                continue;
            }

            CommitmentDraft? rule = ruled.GetValueOrDefault(row);
            if ((FormOf(parse, row) ?? (rule is null ? null : CandidateForm.Other)) is not { } form)
            {
                continue;
            }

            int subject = SubjectOf(parse, row);
            List<int> parties = rule?.Parties ?? Parties(index, view, row, subject);
            Act? act = rule is null ? ActOf(index, row, subject, parties) : new Act(row, rule.First, rule.End);
            if (act is { } words && parties.Count > 0 && !IsOpen(index, row))
            {
                candidates.Add(new CommitmentCandidate { Form = form, Act = words, Subject = subject, Governor = GovernorOf(parse, row), Rule = rule, Parties = parties });
            }
        }

        return candidates;
    }

    // "Will they release him?", "did not promise to", "may agree to": whatever else speaks for it, nobody is bound.
    private bool IsOpen(SceneIndex index, int row)
    {
        int governor = GovernorOf(index.Parse, row);
        return ClauseMood.IsAsked(index, row)
            || (governor >= 0 && _lexicon.IsCue(index.Parse, governor) && (Reality.IsNegated(index.Parse, governor) || _mood.IsDoubted(index.Parse, governor)));
    }

    private List<CommitmentDraft> ByRule(SceneIndex index, StatementView view)
    {
        var drafts = new List<CommitmentDraft>();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            if (!index.IsPassedOver(row))
            {
                int known = drafts.Count;
                _cues.Add(index, view, row, drafts);
                _futures.Add(index, view, row, drafts);
                if (drafts.Count == known)
                {
                    _plans.Add(index, view, row, drafts);
                }
            }
        }

        return drafts;
    }

    private CandidateForm? FormOf(ParsedText parse, int row)
    {
        UposTag tag = parse.Upos[row];
        if (tag is not (UposTag.Verb or UposTag.Noun or UposTag.Adj or UposTag.Adv or UposTag.Propn))
        {
            return null;
        }

        if (_mood.IsFuture(parse, row) || IsToBe(parse, row))
        {
            return CandidateForm.Future;
        }

        if (tag == UposTag.Noun)
        {
            return IsBoundNoun(parse, row) ? CandidateForm.Noun : null;
        }

        if (tag != UposTag.Verb)
        {
            return null;
        }

        int mark = parse.ChildWith(row, DependencyRelation.Mark);
        if (mark >= 0 && parse.Lemma(mark) == "to")
        {
            return CandidateForm.Infinitive;
        }

        if (HasModal(parse, row))
        {
            return CandidateForm.Modal;
        }

        if (parse.Relations[row] == DependencyRelation.Conj && parse.Upos[parse.Heads[row]] == UposTag.Verb && parse.Xpos(row) == parse.Xpos(parse.Heads[row]) && parse.Xpos(row) is "VB" or "VBG")
        {
            // "agreed to share the fish and patrol the strait".
            return FormOf(parse, parse.Heads[row]);
        }

        int governor = GovernorOf(parse, row);
        if (parse.Xpos(row) == "VBG")
        {
            return IsProgressive(parse, row) ? CandidateForm.Progressive
                : governor >= 0 && (_lexicon.Is(CommitmentWord.Binder, parse.Lemma(governor)) || _lexicon.ClassOf(parse.Lemma(governor)) == "agreement") ? CandidateForm.Gerund : null;
        }

        int subject = Clause.Subject(parse, row, 0);
        return subject >= 0 && parse.Xpos(row) is "VBZ" or "VBP" or "VBD" && _lexicon.ClassOf(parse.Lemma(subject)) == "agreement" ? CandidateForm.Terms : null;
    }

    private static bool IsProgressive(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] == DependencyRelation.Aux && parse.Lemma(child) == "be")
            {
                return true;
            }
        }

        return false;
    }

    // "is to build", where the tree has "build" as head and "is" as its copula.
    private static bool IsToBe(ParsedText parse, int row)
    {
        int mark = parse.ChildWith(row, DependencyRelation.Mark);
        return mark >= 0 && parse.Lemma(mark) == "to" && (parse.ChildWith(row, DependencyRelation.Cop) >= 0 || IsProgressive(parse, row)) && parse.Upos[row] == UposTag.Verb;
    }

    private bool HasModal(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child].Universal() == DependencyRelation.Aux && (_lexicon.Is(CommitmentWord.Modal, parse.Lemma(child)) || parse.Lemma(child) == "can"))
            {
                return true;
            }
        }

        return false;
    }

    // An act or agreement, or anything that hangs on a word of binding.
    private bool IsBoundNoun(ParsedText parse, int row)
    {
        if (parse.Relations[row].Universal() is DependencyRelation.Compound or DependencyRelation.Appos or DependencyRelation.Flat)
        {
            return false;
        }

        int governor = parse.Heads[row];
        DependencyRelation relation = parse.Relations[row].Universal();
        return governor >= 0
            && ((relation is DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Nmod or DependencyRelation.Nsubj or DependencyRelation.Xcomp && _lexicon.IsCue(parse, governor))
                || (relation is DependencyRelation.Obj or DependencyRelation.Nsubj && _lexicon.ClassOf(parse.Lemma(row)) is not null));
    }

    /// <summary>Row of the word that governs another, past what the other is joined to; -1 where none does.</summary>
    internal static int GovernorOf(ParsedText parse, int row)
    {
        int at = row;
        for (int depth = 0; depth < MaximumDepth && parse.Relations[at] == DependencyRelation.Conj && parse.Heads[at] >= 0; depth++)
        {
            at = parse.Heads[at];
        }

        return parse.Heads[at];
    }

    private static int SubjectOf(ParsedText parse, int row) =>
        parse.Upos[row] == UposTag.Noun && parse.ChildWith(row, DependencyRelation.Cop) < 0 ? Clause.Holder(parse, row)
        : Clause.IsPassive(parse, row) ? Clause.Object(parse, row) : Clause.Subject(parse, row, 0);

    private Act? ActOf(SceneIndex index, int row, int subject, List<int> parties)
    {
        ParsedText parse = index.Parse;
        if (parse.Upos[row] == UposTag.Noun && parse.ChildWith(row, DependencyRelation.Cop) < 0)
        {
            return _bounds.Of(parse, row, parse.LeftEdge(row));
        }

        Act? act = _bounds.OfClause(parse, row, withSubject: true);
        bool another = act is not null && subject >= 0 && subject < act.Value.First && parse.Heads[subject] == row && parse.Upos[subject] != UposTag.Pron && !parties.Contains(index.NamedAt(subject));
        return another ? act!.Value with { First = parse.LeftEdge(subject) } : act;
    }

    // Who acts; else who says so; else who governs; else whoever is named before in the sentence.
    private List<int> Parties(SceneIndex index, StatementView view, int row, int subject)
    {
        ParsedText parse = index.Parse;
        var parties = new List<int>();
        int doer = Clause.IsPassive(parse, row) ? Clause.Actor(parse, row) : subject;
        Collect(index, doer, row, parties);
        if (parties.Count == 0 || (doer >= 0 && parse.Lemma(doer) is "we" or "I"))
        {
            view.SpeakersAt(row, parties);
        }

        for (int at = GovernorOf(parse, row), depth = 0; parties.Count == 0 && at >= 0 && depth < MaximumDepth; at = parse.Heads[at], depth++)
        {
            Collect(index, parse.Upos[at] == UposTag.Noun ? Clause.Holder(parse, at) : Clause.Actor(parse, at), at, parties);
        }

        if (parties.Count == 0)
        {
            AddNearest(index, row, parties);
        }

        return parties;
    }

    // Whoever is named last before the act, else first after it.
    private static void AddNearest(SceneIndex index, int row, List<int> parties)
    {
        for (int step = -1; step <= 1 && parties.Count == 0; step += 2)
        {
            for (int at = row; parties.Count == 0 && at >= Math.Max(0, row - NearReach) && at < Math.Min(index.Tokens.Count, row + NearReach); at += step)
            {
                if (index.HeadActorAt(at) is >= 0 and var actor && index.Scene.Actors.Actors[actor].Type is ActorType.Person or ActorType.State or ActorType.Organization)
                {
                    parties.Add(actor);
                }
            }
        }
    }

    private void Collect(SceneIndex index, int actor, int verb, List<int> parties)
    {
        index.Collect(actor, parties);
        parties.RemoveAll(one => index.Scene.Actors.Actors[one].Type == ActorType.Document);
        _parties.Complete(index, actor, verb, parties);
    }
}
