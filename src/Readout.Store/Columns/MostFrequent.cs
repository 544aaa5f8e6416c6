namespace Readout.Store.Columns;

/// <summary>The largest of many counts.</summary>
internal static class MostFrequent
{
    /// <summary>Indexes and counts, the largest first, of equal ones the lower index; counts below the least are left out.</summary>
    /// <param name="counts">By index.</param>
    /// <param name="most">Most rows.</param>
    /// <param name="least">Least count.</param>
    public static (int Index, int Count)[] Of(ReadOnlySpan<int> counts, int most, int least = 1)
    {
        var best = new PriorityQueue<int, (int Count, int Order)>();
        int worst = least - 1;
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] <= worst)
            {
                continue;
            }

            if (best.Count < most)
            {
                best.Enqueue(i, (counts[i], -i));
            }
            else
            {
                best.EnqueueDequeue(i, (counts[i], -i));
            }

            worst = best.Count == most ? counts[best.Peek()] : least - 1;
        }

        (int, int)[] rows = new (int, int)[best.Count];
        for (int i = rows.Length - 1; i >= 0; i--)
        {
            int index = best.Dequeue();
            rows[i] = (index, counts[index]);
        }

        return rows;
    }
}
