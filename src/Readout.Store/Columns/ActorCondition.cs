namespace Readout.Store.Columns;

/// <summary>Somebody takes part in one of some roles.</summary>
/// <param name="Actors">Rows of those meant.</param>
/// <param name="Roles">A bit for each role (<see cref="ActorRole"/>).</param>
internal sealed record ActorCondition(IReadOnlyList<int> Actors, int Roles)
{
    /// <summary>Every role.</summary>
    public const int AnyRole = 0xFF;

    /// <summary>The bit of a role.</summary>
    public static int Of(ActorRole role) => 1 << (int)role;

    /// <summary>Adds the positions of a segment where they do; false where there are none.</summary>
    public bool Gather(FactSegment segment, ref PositionSet set)
    {
        bool any = false;
        foreach (int actor in Actors)
        {
            foreach (ushort posting in segment.PostingsOf(actor))
            {
                if ((Roles >> (posting & 7) & 1) != 0)
                {
                    set.Add(posting >> 3);
                    any = true;
                }
            }
        }

        return any;
    }
}
