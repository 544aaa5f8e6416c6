using Readout.Actors;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Drafts from cue words with the act in a fixed place of the dependency tree. Immutable, thread-safe.</summary>
internal sealed class CueRule(CommitmentLexicon lexicon, ClauseMood mood, ActBounds bounds)
{
    private const string Origin = "cue";

    private readonly CueReader _reader = new(lexicon, mood, bounds);
    private readonly CommitmentParties _parties = new(lexicon);

    /// <summary>Adds what a word binds somebody to, if it does.</summary>
    public void Add(SceneIndex index, StatementView view, int row, List<CommitmentDraft> drafts)
    {
        ParsedText parse = index.Parse;
        char part = CommitmentLexicon.PartOf(parse, row);
        ReadOnlySpan<CommitmentCue> cues = part == ' ' ? default : lexicon.CuesOf(part, parse.Lemma(row));
        if (cues.Length == 0 || Reality.IsNegated(parse, row) || mood.IsDoubted(parse, row))
        {
            return;
        }

        foreach (CommitmentCue cue in cues)
        {
            if (_reader.Find(parse, row, cue) is { } act)
            {
                List<int> parties = Parties(index, view, row, part, act.Head);
                if (parties.Count > 0 && (cue.Kind != CommitmentKind.Announcement || parse.Upos[act.Head] != UposTag.Verb || lexicon.IsBinding(parse.Lemma(act.Head))))
                {
                    CommitmentCue alone = Alone(index, cue, parties);
                    drafts.Add(CommitmentDraft.Of(index, parties, alone, act, row, Origin));
                    AddSeconds(index, parties, alone, act.Head, drafts);
                }

                return;
            }
        }
    }

    // "agreed to share the fish and to patrol the strait": what has a "to" of its own is an act of its own.
    private void AddSeconds(SceneIndex index, List<int> parties, CommitmentCue cue, int head, List<CommitmentDraft> drafts)
    {
        foreach (int child in index.Parse.Children(head))
        {
            if (ActBounds.IsSecond(index.Parse, child) && bounds.OfClause(index.Parse, child, withSubject: false) is { } second)
            {
                drafts.Add(CommitmentDraft.Of(index, [.. parties], cue, second, child, Origin));
            }
        }
    }

    // One person who agrees gives a promise; an agreement has two sides or an office behind it.
    private static CommitmentCue Alone(SceneIndex index, CommitmentCue cue, List<int> parties) =>
        cue is { Kind: CommitmentKind.Agreement, Status: CommitmentStatus.Agreed } && parties.Count == 1 && index.Scene.Actors.Actors[parties[0]].Type == ActorType.Person
            ? cue with { Kind = CommitmentKind.Promise, Status = CommitmentStatus.Planned }
            : cue;

    private List<int> Parties(SceneIndex index, StatementView view, int cue, char part, int act)
    {
        var parties = new List<int>();
        int actor = part == 'v' ? Clause.Actor(index.Parse, cue) : part == 'a' ? Clause.Subject(index.Parse, cue, 0) : Clause.Holder(index.Parse, cue);
        index.Collect(actor, parties);
        int with = Clause.Under(index.Parse, cue, "with");
        with = with >= 0 ? with : Clause.Object(index.Parse, cue) is >= 0 and var found ? Clause.Under(index.Parse, found, "with") : -1;
        index.Collect(with, parties);
        parties.RemoveAll(one => index.Scene.Actors.Actors[one].Type == ActorType.Document);
        _parties.Complete(index, actor, cue, parties);
        if (parties.Count == 0 && (actor < 0 || index.Parse.Upos[actor] == UposTag.Pron))
        {
            view.SpeakersAt(act, parties);
        }

        return parties;
    }
}
