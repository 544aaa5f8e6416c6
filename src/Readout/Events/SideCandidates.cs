using Readout.Actors;

namespace Readout.Events;

/// <summary>Collects who may take part in an event: all of its sentence, of the one before, and those of the report whom a reader would think of. For one report.</summary>
internal sealed class SideCandidates
{
    private const int MostMains = 4;

    private readonly SceneIndex _index;
    private readonly StatementView _view;
    private readonly PartyReader _parties;
    private readonly List<int> _mains;
    private readonly List<int> _buffer = [];

    public SideCandidates(SceneIndex index, StatementView view, PartyReader parties)
    {
        (_index, _view, _parties) = (index, view, parties);
        IReadOnlyList<Actor> actors = index.Scene.Actors.Actors;
        _mains = [.. Enumerable.Range(0, actors.Count).Where(IsParty).OrderByDescending(one => actors[one].Mentions.Length).ThenBy(one => one).Take(MostMains)];
    }

    /// <summary>Whether an actor can take part: documents, agencies and papers tell of events.</summary>
    private bool IsParty(int actor) => _index.Scene.Actors.Actors[actor] is { Type: not ActorType.Document };

    /// <summary>Whether an actor acts for a state that the report does not name with it.</summary>
    public static bool IsOrgan(Actor actor) =>
        actor is { State: null, Type: not (ActorType.State or ActorType.Document), Wikidata: null } && actor.Sectors.Count > 0 && actor.Sectors[0] is "GOV" or "MIL" or "COP" or "JUD" or "LEG";

    /// <summary>Candidates for a draft, those of its sentence first, nobody last; several mentions of an actor in the sentence come apart, all else once.</summary>
    public List<SideCandidate> Find(EventDraft draft)
    {
        var found = new List<SideCandidate>();
        int sentence = _index.Tokens.SentenceOf(draft.Row);
        AddSentence(sentence, SideOrigin.Sentence, found);
        int end = _index.Tokens.SentenceStarts[sentence + 1];
        for (int row = _index.Tokens.SentenceStarts[sentence]; row < end; row++)
        {
            if (_index.HeadActorAt(row) < 0 && char.IsUpper(_index.Tokens.Form(row)[0]))
            {
                _buffer.Clear();
                _parties.State(_index, row, _buffer);
                AddAll(_buffer, row, SideOrigin.Demonym, found);
            }
        }

        _buffer.Clear();
        _view.SpeakersAt(draft.Row, _buffer);
        AddAll(_buffer, -1, SideOrigin.Speaker, found);
        if (sentence > 0)
        {
            AddSentence(sentence - 1, SideOrigin.Before, found);
        }

        for (int row = _index.Tokens.SentenceStarts[sentence]; row < end; row++)
        {
            if (_index.PlaceAt(row) is >= 0 and var place && _index.Scene.Places[place].Country is { } country && _index.StateActor(country) is >= 0 and var state)
            {
                AddOnce(new SideCandidate(state, row, SideOrigin.Place), found);
            }
        }

        _buffer.Clear();
        if (_index.AuthorityBefore(draft.Row, _buffer) is >= 0 and var authority)
        {
            AddOnce(new SideCandidate(authority, -1, SideOrigin.Authority), found);
        }

        AddAll(draft.Actors, -1, SideOrigin.Rule, found);
        AddAll(draft.Recipients, -1, SideOrigin.Rule, found);
        AddAll(_mains, -1, SideOrigin.Main, found);
        found.Add(new SideCandidate(-1, -1, SideOrigin.Nobody));
        return found;
    }

    private void AddSentence(int sentence, SideOrigin origin, List<SideCandidate> found)
    {
        for (int row = _index.Tokens.SentenceStarts[sentence]; row < _index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            if (_index.HeadActorAt(row) is >= 0 and var actor && IsParty(actor))
            {
                if (origin == SideOrigin.Sentence)
                {
                    found.Add(new SideCandidate(actor, row, origin));
                }
                else
                {
                    AddOnce(new SideCandidate(actor, row, origin), found);
                }
            }
        }
    }

    private void AddAll(List<int> actors, int row, SideOrigin origin, List<SideCandidate> found)
    {
        foreach (int actor in actors)
        {
            if (IsParty(actor))
            {
                AddOnce(new SideCandidate(actor, row, origin), found);
            }
        }
    }

    private static void AddOnce(SideCandidate side, List<SideCandidate> found)
    {
        foreach (SideCandidate known in found)
        {
            if (known.Actor == side.Actor)
            {
                return;
            }
        }

        found.Add(side);
    }
}
