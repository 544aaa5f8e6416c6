namespace Readout.Actors;

/// <summary>The actors of one report and the actor of each mention. Immutable.</summary>
public sealed class ActorTable
{
    private readonly int[] _actorOf;

    // Mentions that mean several actors, which are few.
    private readonly Dictionary<int, List<int>> _several = [];

    /// <summary>Takes ownership of the lists.</summary>
    /// <param name="actors">Actors in order of first mention.</param>
    /// <param name="mentionCount">Number of mentions in the report.</param>
    public ActorTable(IReadOnlyList<Actor> actors, int mentionCount)
    {
        ArgumentNullException.ThrowIfNull(actors);
        Actors = actors;
        _actorOf = new int[mentionCount];
        Array.Fill(_actorOf, -1);
        for (int actor = 0; actor < actors.Count; actor++)
        {
            foreach (int mention in actors[actor].Mentions)
            {
                if (_actorOf[mention] < 0)
                {
                    _actorOf[mention] = actor;
                    continue;
                }

                if (!_several.TryGetValue(mention, out List<int>? members))
                {
                    _several.Add(mention, members = [_actorOf[mention]]);
                }

                members.Add(actor);
            }
        }
    }

    /// <summary>Actors in order of first mention.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>Actor of a mention, of several the first; -1 where it refers to no actor (a place, a thing, nobody).</summary>
    public int ActorOf(int mention) => _actorOf[mention];

    /// <summary>The actors of a mention that means several ("the Russian and Belarusian presidents"), in order of first mention; empty for all others.</summary>
    public IReadOnlyList<int> MembersOf(int mention) => _several.TryGetValue(mention, out List<int>? members) ? members : [];
}
