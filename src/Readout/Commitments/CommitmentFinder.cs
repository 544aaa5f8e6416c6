using Readout.Actors;
using Readout.Attribution;
using Readout.Events;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>
/// Finds what parties agreed, promised or announced that they will do (docs/guidelines/commitments.md): cue words with the act in a
/// fixed place of the dependency tree, and the future tense of an act of the own side. Immutable, thread-safe.
/// </summary>
public sealed class CommitmentFinder
{
    private const int LongestAction = 60;

    private readonly CommitmentLexicon _lexicon;
    private readonly QuantityReader _quantities;

    private CommitmentFinder(string data)
    {
        _lexicon = CommitmentLexicon.Load(data);
        _quantities = QuantityReader.Load(data);
    }

    /// <summary>Loads <c>commitments/*.tsv</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static CommitmentFinder Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Commitments in text order of their actions.</summary>
    public IReadOnlyList<Commitment> Find(Scene scene, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        var index = new SceneIndex(scene);
        return Find(index, new StatementView(index, statements), statements);
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<Commitment> Find(SceneIndex index, StatementView view, IReadOnlyList<Statement> statements)
    {
        Scene scene = index.Scene;
        var drafts = new List<CommitmentDraft>();
        for (int row = 0; row < scene.Parse.Tokens.Count; row++)
        {
            if (!index.IsPassedOver(row))
            {
                int known = drafts.Count;
                AddCues(index, view, row, drafts);
                AddFuture(index, view, row, drafts);
                if (drafts.Count == known)
                {
                    AddDatedPlan(index, view, row, drafts);
                }
            }
        }

        // One bare word ("a settlement", "enlist them") can not be asked after later.
        drafts.RemoveAll(draft => ContentWords(index, draft).Count < 2);
        return [.. Merge(index, drafts).OrderBy(draft => draft.First).Select(draft => Finish(index, statements, draft))];
    }

    private void AddCues(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        char part = parse.Upos[row] switch
        {
            UposTag.Verb => 'v',
            UposTag.Noun => 'n',
            UposTag.Adj => 'a',
            _ => ' ',
        };
        ReadOnlySpan<CommitmentCue> cues = part == ' ' ? default : _lexicon.CuesOf(part, parse.Lemma(row));
        if (cues.Length == 0 || Reality.IsNegated(parse, row) || IsDoubted(parse, row))
        {
            return;
        }

        foreach (CommitmentCue cue in cues)
        {
            if (Act(parse, row, cue) is { } act)
            {
                List<int> parties = Parties(index, view, row, part, act.Head);
                if (parties.Count > 0 && (cue.Kind != CommitmentKind.Announcement || parse.Upos[act.Head] != UposTag.Verb || _lexicon.IsBinding(parse.Lemma(act.Head))))
                {
                    CommitmentCue alone = Alone(index, cue, parties);
                    drafts.Add(Draft(index, parties, alone, act, row));
                    AddSeconds(index, parties, alone, act.Head, drafts);
                }

                return;
            }
        }
    }

    // "agreed to share the fish and to patrol the strait": what has a "to" of its own is an act of its own.
    private static void AddSeconds(SceneIndex index, List<int> parties, CommitmentCue cue, int head, List<CommitmentDraft> drafts)
    {
        foreach (int child in index.Parse.Children(head))
        {
            if (IsSecond(index.Parse, child) && ClauseAct(index.Parse, child, withSubject: false) is { } second)
            {
                drafts.Add(Draft(index, [.. parties], cue, second, child));
            }
        }
    }

    private static bool IsSecond(ParsedText parse, int row)
    {
        int mark = parse.ChildWith(row, DependencyRelation.Mark);
        return parse.Relations[row] == DependencyRelation.Conj && parse.Upos[row] == UposTag.Verb && mark >= 0 && parse.Lemma(mark) == "to";
    }

    // One person who agrees gives a promise; an agreement has two sides or an office behind it.
    private static CommitmentCue Alone(SceneIndex index, CommitmentCue cue, List<int> parties) =>
        cue is { Kind: CommitmentKind.Agreement, Status: CommitmentStatus.Agreed } && parties.Count == 1 && index.Scene.Actors.Actors[parties[0]].Type == ActorType.Person
            ? cue with { Kind = CommitmentKind.Promise, Status = CommitmentStatus.Planned }
            : cue;

    // "did not say whether it would", "if they agreed", "asked them to promise".
    private static bool IsDoubted(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Relations[child] == DependencyRelation.Mark && parse.Lemma(child) is "if" or "whether" or "unless")
            {
                return true;
            }

            if (parse.Relations[child] == DependencyRelation.Aux && parse.Lemma(child) is "may" or "might" or "could" or "should" or "must" or "shall")
            {
                return true;
            }
        }

        // What is hoped, asked or feared binds nobody, through clauses that are joined to it as well.
        int at = row;
        for (int depth = 0; depth < 3 && parse.Heads[at] >= 0; depth++)
        {
            if (parse.Relations[at].Universal() is not (DependencyRelation.Ccomp or DependencyRelation.Xcomp or DependencyRelation.Conj))
            {
                return false;
            }

            bool governed = parse.Relations[at].Universal() != DependencyRelation.Conj;
            at = parse.Heads[at];
            if (governed && parse.Lemma(at) is "hope" or "expect" or "want" or "believe" or "think" or "urge" or "demand" or "ask" or "fear" or "doubt" or "suggest" or "wish")
            {
                return true;
            }
        }

        return false;
    }

    // Row that heads the act and its bounds; null where the cue's place is empty.
    private (int Head, int First, int End)? Act(ParsedText parse, int cue, CommitmentCue kind)
    {
        switch (kind.Role.Kind)
        {
            case PatternRoleKind.OpenClause:
                int open = parse.ChildWith(cue, DependencyRelation.Xcomp);
                return open >= 0 ? ClauseAct(parse, open, withSubject: false) : ClauseUnder(parse, cue, "to");
            case PatternRoleKind.NounClause:
                return Infinitive(parse, cue);
            case PatternRoleKind.Clause:
                int clause = parse.ChildWith(cue, DependencyRelation.Ccomp);
                return clause >= 0 && IsFuture(parse, clause) ? ClauseAct(parse, clause, withSubject: true) : null;
            case PatternRoleKind.Object:
                return ObjectAct(parse, cue, kind);
            default:
                int filler = Clause.Under(parse, cue, kind.Role.Preposition);
                if (filler >= 0 && kind.Role.Preposition == "to" && _lexicon.ClassOf(parse.Lemma(filler)) is null)
                {
                    return null;
                }

                return filler >= 0 && parse.Upos[filler] is UposTag.Noun ? Bounds(parse, filler, parse.LeftEdge(filler)) : ClauseUnder(parse, cue, kind.Role.Preposition);
        }
    }

    private static (int Head, int First, int End)? ClauseUnder(ParsedText parse, int cue, string preposition)
    {
        foreach (int child in parse.Children(cue))
        {
            int mark = parse.ChildWith(child, DependencyRelation.Mark);
            if (parse.Relations[child].Universal() is DependencyRelation.Advcl or DependencyRelation.Xcomp && mark >= 0 && parse.Lemma(mark) == preposition)
            {
                return ClauseAct(parse, child, withSubject: false);
            }
        }

        return null;
    }

    private (int Head, int First, int End)? ObjectAct(ParsedText parse, int cue, CommitmentCue kind)
    {
        int found = Clause.Object(parse, cue);
        string? group = found < 0 ? null : _lexicon.ClassOf(parse.Lemma(found));
        if (group is null || (kind.Kind != CommitmentKind.Agreement && group == "agreement" && parse.Lemma(found) is not ("plan" or "programme" or "program" or "truce" or "ceasefire" or "cease-fire")))
        {
            return null;
        }

        if (group == "agreement" && kind.Kind == CommitmentKind.Agreement)
        {
            // What was agreed stands behind the agreement: "an accord to share", "a deal on gas".
            if ((Infinitive(parse, found) ?? ClauseUnder(parse, cue, "to")) is { } act)
            {
                return act;
            }

            foreach (string preposition in (ReadOnlySpan<string>)["on", "for", "to"])
            {
                int filler = Clause.Under(parse, found, preposition);
                if (filler >= 0 && parse.Upos[filler] == UposTag.Noun)
                {
                    return Bounds(parse, filler, parse.LeftEdge(filler));
                }
            }
        }

        return Bounds(parse, found, parse.LeftEdge(found));
    }

    // "an accord to share": a clause with "to", not "an accord signed by".
    private static (int Head, int First, int End)? Infinitive(ParsedText parse, int noun)
    {
        foreach (int child in parse.Children(noun))
        {
            int mark = parse.ChildWith(child, DependencyRelation.Mark);
            if (parse.Relations[child] == DependencyRelation.Acl && mark >= 0 && parse.Lemma(mark) == "to")
            {
                return ClauseAct(parse, child, withSubject: false);
            }
        }

        return null;
    }

    private static bool IsFuture(ParsedText parse, int verb)
    {
        foreach (int child in parse.Children(verb))
        {
            if (parse.Relations[child].Universal() == DependencyRelation.Aux && parse.Lemma(child) is "will" or "would" or "'ll" or "wo")
            {
                return true;
            }
        }

        return false;
    }

    // The verb phrase without its subject and "to"; with the subject where another than the party is to act.
    private static (int Head, int First, int End)? ClauseAct(ParsedText parse, int verb, bool withSubject)
    {
        if (verb < 0 || parse.Upos[verb] is not (UposTag.Verb or UposTag.Noun or UposTag.Adj))
        {
            return null;
        }

        int first = verb;
        foreach (int child in parse.Children(verb))
        {
            DependencyRelation relation = parse.Relations[child].Universal();
            if (child < verb && (relation is DependencyRelation.Advmod && parse.Lemma(child) is not ("also" or "therefore" or "however")))
            {
                first = Math.Min(first, child);
            }

            if (child < verb && withSubject && relation == DependencyRelation.Nsubj && parse.Upos[child] is not UposTag.Pron && parse.Relations[child] == DependencyRelation.NsubjPass)
            {
                first = Math.Min(first, parse.LeftEdge(child));
            }
        }

        return Bounds(parse, verb, first);
    }

    private static (int Head, int First, int End)? Bounds(ParsedText parse, int head, int first)
    {
        int marker = parse.ChildWith(head, DependencyRelation.Case);
        first = marker >= 0 && marker == first ? first + 1 : first;
        int last = head;
        foreach (int child in parse.Children(head))
        {
            if (!IsAside(parse, head, child))
            {
                last = Math.Max(last, parse.RightEdge(child));
            }
        }

        last = Math.Min(CutAside(parse, head, last), first + LongestAction);
        while (last > head && parse.Upos[last] == UposTag.Punct)
        {
            last--;
        }

        return last < first ? null : (head, first, last + 1);
    }

    // "..., a move to ...", "..., which ...", "..., said ...": remarks hang on some word of the act in the tree and still are none of it.
    private static int CutAside(ParsedText parse, int head, int last)
    {
        for (int row = head + 1; row < last; row++)
        {
            if (parse.Tokens.Form(row) is "," && parse.Lemma(row + 1) is "a" or "an" or "which" or "who" or "where" or "say" or "accord" or "with" or "without" or "despite")
            {
                return row - 1;
            }

            // "..., palace spokeswoman Rosalind Achterby said".
            for (int at = row + 1; parse.Tokens.Form(row) is "," && at <= Math.Min(last + 1, row + 9) && at < parse.Tokens.Count; at++)
            {
                if (parse.Upos[at] == UposTag.Verb)
                {
                    if (parse.Lemma(at) is "say" or "tell" or "announce" or "add" or "declare")
                    {
                        return row - 1;
                    }

                    break;
                }
            }
        }

        return last;
    }

    // What follows the act without being part of it: who says so, after what and while what else it happens.
    private static bool IsAside(ParsedText parse, int head, int child)
    {
        if (child < head)
        {
            return true;
        }

        bool afterComma = parse.LeftEdge(child) > 0 && parse.Tokens.Form(parse.LeftEdge(child) - 1) is ",";
        int mark = parse.ChildWith(child, DependencyRelation.Mark);
        return parse.Relations[child].Universal() switch
        {
            DependencyRelation.Parataxis => true,
            DependencyRelation.Advcl => afterComma || (mark >= 0 && parse.Lemma(mark) is "as" or "after" or "while" or "because" or "although" or "despite" or "when"),
            DependencyRelation.Obl => Clause.CaseIs(parse, child, "accord") || Clause.CaseIs(parse, child, "according"),
            DependencyRelation.Conj when IsSecond(parse, child) => true,
            DependencyRelation.Conj => afterComma && parse.Upos[child] == UposTag.Verb && parse.ChildWith(child, DependencyRelation.Nsubj) >= 0,
            _ => false,
        };
    }

    private static List<int> Parties(SceneIndex index, StatementView view, int cue, char part, int act)
    {
        var parties = new List<int>();
        int actor = part == 'v' ? Clause.Actor(index.Parse, cue) : part == 'a' ? Clause.Subject(index.Parse, cue, 0) : Clause.Holder(index.Parse, cue);
        index.Collect(actor, parties);
        int with = Clause.Under(index.Parse, cue, "with");
        with = with >= 0 ? with : Clause.Object(index.Parse, cue) is >= 0 and var found ? Clause.Under(index.Parse, found, "with") : -1;
        index.Collect(with, parties);
        parties.RemoveAll(one => index.Scene.Actors.Actors[one].Type == ActorType.Document);
        CommitmentParties.Complete(index, actor, cue, parties);
        if (parties.Count == 0 && (actor < 0 || index.Parse.Upos[actor] == UposTag.Pron))
        {
            view.SpeakersAt(act, parties);
        }

        return parties;
    }

    // "X will deploy Y", said by X's own side or told by the reporter.
    private void AddFuture(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        if (parse.Upos[row] != UposTag.Verb || !IsFuture(parse, row) || !_lexicon.IsBinding(parse.Lemma(row)) || IsDoubted(parse, row) || view.IsDenialAt(row) || IsAsked(index, row)
            || parse.Relations[row].Universal() is DependencyRelation.Acl or DependencyRelation.Advcl)
        {
            return;
        }

        int subject = Clause.IsPassive(parse, row) ? Clause.Object(parse, row) : Clause.Subject(parse, row, 0);
        var parties = new List<int>();
        int doer = Clause.IsPassive(parse, row) ? Clause.Actor(parse, row) : subject;
        index.Collect(doer, parties);
        bool acts = subject >= 0 && parties.Contains(index.NamedAt(subject));
        CommitmentParties.Complete(index, doer, row, parties);
        bool own = subject >= 0 && parse.Upos[subject] == UposTag.Pron && parse.Lemma(subject) is "we" or "I";
        var speakers = new List<int>();
        view.SpeakersAt(row, speakers);
        if (own || parties.Count == 0)
        {
            // "he will", "the debris will be taken": who says so on his own side's behalf answers for it.
            parties.AddRange(speakers.Where(one => !parties.Contains(one)));
        }

        if (parties.Count == 0 && Clause.IsPassive(parse, row) && drafts.Count > 0 && index.Tokens.SentenceOf(row) - index.Tokens.SentenceOf(drafts[^1].First) is >= 0 and <= 2)
        {
            // "The first 12 million dollars will be paid on March 1": by whoever bound himself just before.
            parties.AddRange(drafts[^1].Parties);
        }

        if (parties.Count == 0 || (speakers.Count > 0 && !parties.Exists(one => speakers.Exists(two => SameSide(index, one, two))))
            || ClauseAct(parse, row, withSubject: true) is not { } act)
        {
            return;
        }

        if (subject >= 0 && subject < act.First && parse.Upos[subject] != UposTag.Pron && !acts && !parties.Contains(index.NamedAt(subject)))
        {
            // Another than the party is to act ("building work would begin"): without it the words say nothing.
            act.First = parse.LeftEdge(subject);
            if (!Clause.IsPassive(parse, row) && index.ActorAt(subject) < 0 && !HasTime(index, act))
            {
                // "Our presence will build trust": a thing that acts at no given time is hope, not plan.
                return;
            }
        }

        bool agreed = Clause.Under(parse, row, "under") is >= 0 and var basis && _lexicon.ClassOf(parse.Lemma(basis)) == "agreement";
        if (Reality.IsNegated(parse, row) && !agreed && !HasPeriodOrDue(index, act.First, act.End) && !view.IsPromiseAt(row))
        {
            // "Will not annex" denies; a promise to refrain says until when, or is one by its cue.
            return;
        }

        CommitmentKind kind = agreed ? CommitmentKind.Agreement
            : own || Reality.IsNegated(parse, row) || view.IsPromiseAt(row) ? CommitmentKind.Promise
            : CommitmentKind.Announcement;
        drafts.Add(Draft(index, parties, new CommitmentCue(default, kind, agreed ? CommitmentStatus.Agreed : CommitmentStatus.Planned), act, row) with { Confidence = 0.6 });
    }

    // "New frameworks for 2024 through 2026 would be formalized": nobody acts, but the day or the years can be asked after.
    private void AddDatedPlan(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        if (parse.Upos[row] != UposTag.Verb || !DatedPlan.IsAt(index, row) || IsDoubted(parse, row) || view.IsDenialAt(row) || IsAsked(index, row)
            || !(_lexicon.IsPlan(parse.Lemma(row)) || (_lexicon.IsBinding(parse.Lemma(row)) && _lexicon.ClassOf(parse.Lemma(DatedPlan.Subject(parse, row))) is not null))
            || ClauseAct(parse, row, withSubject: true) is not { } act)
        {
            return;
        }

        act.First = parse.LeftEdge(DatedPlan.Subject(parse, row));
        if (!HasPeriodOrDue(index, act.First, act.End))
        {
            return;
        }

        List<int> parties = DatedPlan.Parties(index, view, row, (act.First, act.End));
        if (parties.Count > 0)
        {
            drafts.Add(Draft(index, parties, new CommitmentCue(default, CommitmentKind.Announcement, CommitmentStatus.Planned), act, row) with { Confidence = 0.5 });
        }
    }

    private static bool HasPeriodOrDue(SceneIndex index, int first, int end)
    {
        (Period? period, string? due) = CommitmentTimes.Find(index, first, end, index.Scene.Report.Published);
        return period is not null || due is not null;
    }

    // "Will your government accept joint patrols?"
    private static bool IsAsked(SceneIndex index, int row)
    {
        int end = index.Tokens.SentenceStarts[index.Tokens.SentenceOf(row) + 1];
        for (int at = row + 1; at < end; at++)
        {
            if (index.Tokens.Form(at) is "?")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTime(SceneIndex index, (int Head, int First, int End) act)
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

    private static bool SameSide(SceneIndex index, int one, int two)
    {
        Actor a = index.Scene.Actors.Actors[one];
        Actor b = index.Scene.Actors.Actors[two];
        return one == two || a.State is null || b.State is null || a.State == b.State;
    }

    private static CommitmentDraft Draft(SceneIndex index, List<int> parties, CommitmentCue cue, (int Head, int First, int End) act, int row)
    {
        int sentence = index.Tokens.SentenceOf(row);
        return new CommitmentDraft
        {
            Kind = cue.Kind,
            Parties = parties,
            First = act.First,
            End = act.End,
            Status = cue.Status,
            Evidence = [index.Tokens.Span(index.Tokens.SentenceStarts[sentence], index.Tokens.SentenceStarts[sentence + 1])],
            Confidence = 0.75,
        };
    }

    // The same words told of by two cues ("signed an agreement to share"), or the same promise told twice.
    private static List<CommitmentDraft> Merge(SceneIndex index, List<CommitmentDraft> drafts)
    {
        var merged = new List<CommitmentDraft>();
        foreach (CommitmentDraft draft in drafts)
        {
            CommitmentDraft? same = merged.Find(known => (draft.First < known.End && known.First < draft.End) || SharedWords(index, known, draft) || SameObject(index, known, draft));
            if (same is null)
            {
                merged.Add(draft);
            }
            else
            {
                same.Evidence.AddRange(draft.Evidence.Where(span => !same.Evidence.Contains(span)));
                same.Parties.AddRange(draft.Parties.Where(one => !same.Parties.Contains(one) && same.Kind == CommitmentKind.Agreement));
            }
        }

        return merged;
    }

    // "a loan had been granted", later "it approved the loan": the bare noun tells nothing new.
    private static bool SameObject(SceneIndex index, CommitmentDraft known, CommitmentDraft draft) =>
        draft.End - draft.First <= 2 && index.Parse.Upos[draft.End - 1] == UposTag.Noun
        && Enumerable.Range(known.First, known.End - known.First).Any(row => index.Parse.Lemma(row) == index.Parse.Lemma(draft.End - 1));

    private static bool SharedWords(SceneIndex index, CommitmentDraft known, CommitmentDraft draft)
    {
        HashSet<string> words = ContentWords(index, known);
        HashSet<string> others = ContentWords(index, draft);
        int smaller = Math.Min(words.Count, others.Count);
        words.IntersectWith(others);
        return smaller >= 3 && words.Count * 10 >= smaller * 6;
    }

    private static HashSet<string> ContentWords(SceneIndex index, CommitmentDraft draft)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int row = draft.First; row < draft.End; row++)
        {
            if (index.Parse.Upos[row] is UposTag.Noun or UposTag.Verb or UposTag.Propn or UposTag.Adj or UposTag.Num)
            {
                words.Add(index.Parse.Lemma(row));
            }
        }

        return words;
    }

    private Commitment Finish(SceneIndex index, IReadOnlyList<Statement> statements, CommitmentDraft draft)
    {
        TextSpan action = index.Tokens.Span(draft.First, draft.End);
        (Period? period, string? due) = CommitmentTimes.Find(index, draft.First, draft.End, index.Scene.Report.Published);
        return new Commitment
        {
            Kind = draft.Kind,
            Parties = draft.Parties,
            Action = action,
            Period = period,
            Due = due,
            Amount = _quantities.Find(index, draft.First, draft.End),
            Status = draft.Status,
            Statement = StatementView.Innermost(statements, action),
            Evidence = [.. draft.Evidence.Order()],
            Confidence = draft.Confidence,
        };
    }
}
