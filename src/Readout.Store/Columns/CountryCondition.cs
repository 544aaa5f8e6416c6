namespace Readout.Store.Columns;

/// <summary>Something was in a country, or somebody of it took part other than by being spoken about.</summary>
/// <param name="Places">By code of place whether it lies there.</param>
/// <param name="Actors">By row whether the actor is of that state.</param>
internal sealed record CountryCondition(bool[] Places, bool[] Actors)
{
    /// <summary>Adds the positions of a segment where it was or they did.</summary>
    public void Gather(FactSegment segment, ref PositionSet set)
    {
        for (int i = 0; i < segment.Actors.Length; i++)
        {
            if (Actors[segment.Actors[i]])
            {
                foreach (ushort posting in segment.Postings.AsSpan(segment.PostingStarts[i]..segment.PostingStarts[i + 1]))
                {
                    if ((posting & 7) != (int)ActorRole.About)
                    {
                        set.Add(posting >> 3);
                    }
                }
            }
        }

        int[] places = segment.Places;
        for (int position = 0; position < places.Length; position++)
        {
            if (Places[places[position]])
            {
                set.Add(position);
            }
        }
    }
}
