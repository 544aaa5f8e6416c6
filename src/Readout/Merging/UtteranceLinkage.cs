namespace Readout.Merging;

/// <summary>
/// Groups wordings into utterances by complete linkage (Sørensen 1948): a group takes in another where every wording of the one and every wording
/// of the other can be one, the likeliest first. What stands word for word in a wording of the other group has no say, so that the parts of a long quotation meet in it.
/// </summary>
public static class UtteranceLinkage
{
    /// <summary>Number of the first wording of the group that each wording is in, [wordings.Count].</summary>
    /// <param name="wordings">In an order that does not depend on arrival: ties are decided by it.</param>
    /// <param name="score">Probability that two are one.</param>
    /// <param name="threshold">Least probability.</param>
    public static int[] Group(IReadOnlyList<PreparedWording> wordings, Func<int, int, double> score, double threshold)
    {
        ArgumentNullException.ThrowIfNull(wordings);
        ArgumentNullException.ThrowIfNull(score);
        int count = wordings.Count;
        var odds = new double[count, count];
        var isPart = new bool[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                odds[i, j] = odds[j, i] = score(j, i) - threshold;
                isPart[i, j] = odds[i, j] >= 0 && wordings[i].IsPartOf(wordings[j]);
                isPart[j, i] = odds[i, j] >= 0 && wordings[j].IsPartOf(wordings[i]);
            }
        }

        List<List<int>> groups = [.. Enumerable.Range(0, count).Select(one => new List<int> { one })];
        while (Best(groups, odds, isPart) is { } pair)
        {
            groups[pair.Into].AddRange(groups[pair.From]);
            groups.RemoveAt(pair.From);
        }

        var first = new int[count];
        foreach (List<int> group in groups)
        {
            int least = group.Min();
            group.ForEach(one => first[one] = least);
        }

        return first;
    }

    private static (int Into, int From)? Best(List<List<int>> groups, double[,] odds, bool[,] isPart)
    {
        (int, int)? best = null;
        double most = 0;
        for (int i = 0; i < groups.Count; i++)
        {
            for (int j = i + 1; j < groups.Count; j++)
            {
                double least = Least(groups[i], groups[j], odds, isPart);
                if (least >= 0 && (best is null || least > most))
                {
                    (best, most) = ((i, j), least);
                }
            }
        }

        return best;
    }

    private static double Least(List<int> left, List<int> right, double[,] odds, bool[,] isPart)
    {
        double least = 1;
        foreach (int one in left)
        {
            if (right.Exists(other => isPart[one, other]))
            {
                continue;
            }

            foreach (int other in right)
            {
                if (!left.Exists(whole => isPart[other, whole]))
                {
                    least = Math.Min(least, odds[one, other]);
                }
            }
        }

        return least;
    }
}
