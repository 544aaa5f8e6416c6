namespace Readout.Evaluation;

/// <summary>B-cubed precision and recall of clusters (Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998).</summary>
public static class ClusterScorer
{
    /// <summary>Mean precision and recall over items, each in [0, 1]; 1 where there are none.</summary>
    /// <param name="gold">Expected cluster of each item.</param>
    /// <param name="found">Found cluster of each item.</param>
    public static (double Precision, double Recall) BCubed(IReadOnlyList<int> gold, IReadOnlyList<int> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        if (gold.Count == 0)
        {
            return (1, 1);
        }

        Dictionary<int, int> goldSizes = gold.CountBy(cluster => cluster).ToDictionary();
        Dictionary<int, int> foundSizes = found.CountBy(cluster => cluster).ToDictionary();
        Dictionary<(int, int), int> both = gold.Zip(found).CountBy(pair => pair).ToDictionary();
        double precision = 0;
        double recall = 0;
        foreach (((int expected, int actual), int count) in both)
        {
            precision += (double)count * count / foundSizes[actual];
            recall += (double)count * count / goldSizes[expected];
        }

        return (precision / gold.Count, recall / gold.Count);
    }
}
