namespace Readout.Coreference;

/// <summary>A partition of the mentions of one text: every mention is in exactly one chain, alone where nothing corefers. Immutable.</summary>
public sealed class CorefChains
{
    private readonly int[] _chainOf;
    private readonly int[][] _mentions;

    /// <summary>Builds chains from a chain number for each mention; numbers are 0 to n - 1 in order of first mention.</summary>
    /// <exception cref="ArgumentException">A chain number is skipped or negative.</exception>
    public CorefChains(int[] chainOf)
    {
        ArgumentNullException.ThrowIfNull(chainOf);
        _chainOf = chainOf;
        var lists = new List<List<int>>();
        for (int mention = 0; mention < chainOf.Length; mention++)
        {
            int chain = chainOf[mention];
            if (chain < 0 || chain > lists.Count)
            {
                throw new ArgumentException($"mention {mention} has chain {chain}, expected 0 to {lists.Count}", nameof(chainOf));
            }

            if (chain == lists.Count)
            {
                lists.Add([]);
            }

            lists[chain].Add(mention);
        }

        _mentions = [.. lists.Select(list => list.ToArray())];
    }

    /// <summary>Number of chains.</summary>
    public int Count => _mentions.Length;

    /// <summary>Chain of a mention.</summary>
    public int ChainOf(int mention) => _chainOf[mention];

    /// <summary>Mentions of a chain in text order; never empty.</summary>
    public ReadOnlySpan<int> MentionsOf(int chain) => _mentions[chain];
}
