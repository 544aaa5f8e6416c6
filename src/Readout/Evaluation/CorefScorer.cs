namespace Readout.Evaluation;

/// <summary>
/// The CoNLL-2012 score of coreference: the mean F1 of MUC (Vilain et al. 1995), B-cubed (Bagga and Baldwin 1998) and entity CEAF (Luo 2005), with
/// mentions compared by exact span and counts added up over documents (Pradhan et al. 2014). Not thread-safe.
/// </summary>
public sealed class CorefScorer
{
    private (double Common, double Key) _mucRecall, _cubedRecall, _ceafRecall, _mentionRecall;
    private (double Common, double Response) _mucPrecision, _cubedPrecision, _ceafPrecision, _mentionPrecision;

    /// <summary>Precision, recall and F1 by metric, in [0, 1].</summary>
    public IReadOnlyList<(string Name, double Precision, double Recall, double F1)> Scores
    {
        get
        {
            (string Name, double Precision, double Recall, double F1)[] three =
            [
                Rate("MUC", _mucPrecision, _mucRecall), Rate("B-cubed", _cubedPrecision, _cubedRecall), Rate("CEAF-e", _ceafPrecision, _ceafRecall),
            ];
            return [Rate("mentions", _mentionPrecision, _mentionRecall), .. three, ("CoNLL", three.Average(one => one.Precision), three.Average(one => one.Recall), three.Average(one => one.F1))];
        }
    }

    /// <summary>Adds one document; chains of a single mention are left out on both sides.</summary>
    public void Add(IEnumerable<IReadOnlyList<(int First, int End)>> key, IEnumerable<IReadOnlyList<(int First, int End)>> response)
    {
        List<HashSet<(int, int)>> wanted = Sets(key), found = Sets(response);
        var all = wanted.SelectMany(chain => chain).ToHashSet();
        var own = found.SelectMany(chain => chain).ToHashSet();
        int common = all.Count(own.Contains);
        _mentionRecall = (_mentionRecall.Common + common, _mentionRecall.Key + all.Count);
        _mentionPrecision = (_mentionPrecision.Common + common, _mentionPrecision.Response + own.Count);
        Add(ref _mucRecall, Muc(wanted, found));
        Add(ref _mucPrecision, Muc(found, wanted));
        Add(ref _cubedRecall, Cubed(wanted, found));
        Add(ref _cubedPrecision, Cubed(found, wanted));
        double alike = Ceaf(wanted, found);
        Add(ref _ceafRecall, (alike, wanted.Count));
        Add(ref _ceafPrecision, (alike, found.Count));
    }

    private static void Add(ref (double Common, double All) sum, (double Common, double All) more) => sum = (sum.Common + more.Common, sum.All + more.All);

    private static (string Name, double Precision, double Recall, double F1) Rate(string name, (double Common, double All) precision, (double Common, double All) recall)
    {
        double p = precision.All > 0 ? precision.Common / precision.All : 1, r = recall.All > 0 ? recall.Common / recall.All : 1;
        return (name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
    }

    private static List<HashSet<(int, int)>> Sets(IEnumerable<IReadOnlyList<(int First, int End)>> chains) =>
        [.. chains.Select(chain => new HashSet<(int, int)>(chain)).Where(chain => chain.Count > 1)];

    // Links of each chain that the other side keeps: its size less the number of pieces that the other side cuts it into.
    private static (double Common, double All) Muc(List<HashSet<(int, int)>> chains, List<HashSet<(int, int)>> others)
    {
        Dictionary<(int, int), int> chainOf = ChainOf(others);
        double kept = 0, links = 0;
        foreach (HashSet<(int, int)> chain in chains)
        {
            int alone = chain.Count(mention => !chainOf.ContainsKey(mention));
            int pieces = chain.Where(chainOf.ContainsKey).Select(mention => chainOf[mention]).Distinct().Count();
            kept += chain.Count - alone - pieces;
            links += chain.Count - 1;
        }

        return (kept, links);
    }

    private static (double Common, double All) Cubed(List<HashSet<(int, int)>> chains, List<HashSet<(int, int)>> others)
    {
        Dictionary<(int, int), int> chainOf = ChainOf(others);
        double common = 0, all = 0;
        foreach (HashSet<(int, int)> chain in chains)
        {
            foreach (IGrouping<int, (int, int)> piece in chain.Where(chainOf.ContainsKey).GroupBy(mention => chainOf[mention]))
            {
                common += (double)piece.Count() * piece.Count() / chain.Count;
            }

            all += chain.Count;
        }

        return (common, all);
    }

    private static double Ceaf(List<HashSet<(int, int)>> wanted, List<HashSet<(int, int)>> found)
    {
        var alike = new double[wanted.Count][];
        for (int i = 0; i < wanted.Count; i++)
        {
            alike[i] = [.. found.Select(chain => 2.0 * wanted[i].Count(chain.Contains) / (wanted[i].Count + chain.Count))];
        }

        return Assignment.Best(alike, found.Count);
    }

    private static Dictionary<(int, int), int> ChainOf(List<HashSet<(int, int)>> chains)
    {
        var chainOf = new Dictionary<(int, int), int>();
        for (int i = 0; i < chains.Count; i++)
        {
            foreach ((int, int) mention in chains[i])
            {
                chainOf[mention] = i;
            }
        }

        return chainOf;
    }
}
