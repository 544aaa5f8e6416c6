using Readout.Entities;

namespace Readout.Attribution.Assembly;

/// <summary>Finds the mentions inside a range of rows.</summary>
internal sealed class MentionIndex(IReadOnlyList<Mention> mentions)
{
    // Mentions may enclose each other; one that begins this many mentions earlier does not reach a range any more.
    private const int DeepestNesting = 12;

    /// <summary>Index of the first mention, in mention order, that begins at <paramref name="row"/> or later.</summary>
    public int FirstFrom(int row)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].First < row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The largest mention in the range with the head; -1 where there is none.</summary>
    public int WithHead(int head, int first, int end)
    {
        int best = -1;
        for (int i = FirstFrom(first); i < mentions.Count && mentions[i].First < end; i++)
        {
            if (mentions[i].Head == head && mentions[i].End <= end && (best < 0 || Length(i) > Length(best)))
            {
                best = i;
            }
        }

        return best;
    }

    /// <summary>The smallest mention that covers the row; -1 where none does.</summary>
    public int At(int row)
    {
        int from = FirstFrom(row + 1) - 1;
        for (int i = from; i >= Math.Max(0, from - DeepestNesting); i--)
        {
            if (mentions[i].First <= row && mentions[i].End > row)
            {
                return i;
            }
        }

        return -1;
    }

    private int Length(int mention) => mentions[mention].End - mentions[mention].First;
}
