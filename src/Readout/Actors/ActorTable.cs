namespace Readout.Actors;

/// <summary>The actors of one report and the actor of each mention. Immutable.</summary>
public sealed class ActorTable
{
    private readonly int[] _actorOf;

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
                _actorOf[mention] = actor;
            }
        }
    }

    /// <summary>Actors in order of first mention.</summary>
    public IReadOnlyList<Actor> Actors { get; }

    /// <summary>Actor of a mention; -1 where it refers to no actor (a place, a thing, nobody).</summary>
    public int ActorOf(int mention) => _actorOf[mention];
}
