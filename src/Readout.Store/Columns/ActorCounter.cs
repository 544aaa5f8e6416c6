namespace Readout.Store.Columns;

/// <summary>In how many facts actors take part, whatever people said of them.</summary>
internal static class ActorCounter
{
    /// <summary>Facts in which an actor has a role other than being spoken about, and how often it speaks.</summary>
    public static (int Facts, int Statements) Of(FactColumns columns, int actor)
    {
        int facts = 0, statements = 0;
        foreach (FactSegment segment in columns.Segments)
        {
            int last = -1;
            foreach (ushort posting in segment.PostingsOf(actor))
            {
                var role = (ActorRole)(posting & 7);
                statements += role == ActorRole.Speaker ? 1 : 0;
                if (role != ActorRole.About && posting >> 3 != last)
                {
                    last = posting >> 3;
                    facts++;
                }
            }
        }

        return (facts, statements);
    }

    /// <summary>By row how often each takes part other than by being spoken about.</summary>
    public static int[] Weights(FactColumns columns)
    {
        int[] weights = new int[columns.ActorLimit];
        foreach (FactSegment segment in columns.Segments)
        {
            foreach (int link in segment.Links)
            {
                weights[link >> 3] += (link & 7) == (int)ActorRole.About ? 0 : 1;
            }
        }

        return weights;
    }
}
