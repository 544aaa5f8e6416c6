using Readout.Actors;

namespace Readout.Events;

/// <summary>Looks up the states, authorities and armed groups of a report, for events that imply them.</summary>
internal static class SceneAuthorities
{
    // Rows before an arrest or a protest in which the authorities are named.
    private const int AuthorityReach = 60;

    /// <summary>Actor of the nearest state or organ of a state that is mentioned before a row, within <see cref="AuthorityReach"/> rows, else the first of the report; -1 where there is none but those excepted.</summary>
    public static int AuthorityBefore(this SceneIndex index, int row, List<int> except)
    {
        for (int at = row - 1; at >= Math.Max(0, row - AuthorityReach); at--)
        {
            if (index.HeadActorAt(at) is >= 0 and var actor && !except.Contains(actor) && IsAuthority(index, actor))
            {
                return actor;
            }
        }

        for (int actor = 0; actor < index.Scene.Actors.Actors.Count; actor++)
        {
            if (!except.Contains(actor) && IsAuthority(index, actor))
            {
                return actor;
            }
        }

        return -1;
    }

    /// <summary>The armed group, else the army or police, that is mentioned nearest to a row in its sentence; -1 where there is none but those excepted.</summary>
    public static int ArmedNear(this SceneIndex index, int row, List<int> except)
    {
        int sentence = index.Tokens.SentenceOf(row);
        int best = -1;
        int distance = int.MaxValue;
        for (int at = index.Tokens.SentenceStarts[sentence]; at < index.Tokens.SentenceStarts[sentence + 1]; at++)
        {
            if (index.HeadActorAt(at) is >= 0 and var actor && !except.Contains(actor)
                && index.Scene.Actors.Actors[actor].Sectors is [var sector, ..] && sector is "REB" or "UAF" or "CRM" or "MIL" or "COP")
            {
                int steps = Math.Abs(at - row) + (sector is "MIL" or "COP" ? index.Tokens.Count : 0);
                (best, distance) = steps < distance ? (actor, steps) : (best, distance);
            }
        }

        return best;
    }

    /// <summary>The actor that is the state with a code; -1 where the report has none.</summary>
    public static int StateActor(this SceneIndex index, string country)
    {
        for (int actor = 0; actor < index.Scene.Actors.Actors.Count; actor++)
        {
            if (index.Scene.Actors.Actors[actor].Type == ActorType.State && index.Scene.Actors.Actors[actor].State == country)
            {
                return actor;
            }
        }

        return -1;
    }

    /// <summary>The state with a code, else the first organ of it; -1 where the report has neither.</summary>
    public static int PartyOf(this SceneIndex index, string country)
    {
        int state = index.StateActor(country);
        for (int actor = 0; state < 0 && actor < index.Scene.Actors.Actors.Count; actor++)
        {
            state = index.Scene.Actors.Actors[actor].State == country && IsAuthority(index, actor) ? actor : state;
        }

        return state;
    }

    private static bool IsAuthority(SceneIndex index, int actor)
    {
        Actor one = index.Scene.Actors.Actors[actor];
        return one.State is not null && (one.Type == ActorType.State || (one.Type != ActorType.Person && one.Sectors.Count > 0 && one.Sectors[0] is "GOV" or "COP" or "MIL" or "JUD"));
    }
}
