using Readout.Merging;

namespace Readout.Evaluation;

/// <summary>
/// Scores grouping on articles and reprints made of them: pairs of reports in one group. Two articles that are in truth versions of
/// one are listed by hand (eval/merging/newswire-versions.tsv) and count as one origin.
/// </summary>
public static class DuplicateEvaluation
{
    private const int Reprints = 2;

    /// <summary>The score over all pairs of originals and reprints.</summary>
    /// <param name="reports">The originals.</param>
    /// <param name="versions">Pairs of ids that are versions of one report.</param>
    /// <param name="seed">Seed of the reprints.</param>
    public static Score Evaluate(IReadOnlyList<WireReport> reports, IEnumerable<(string Left, string Right)> versions, int seed)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(versions);
        Dictionary<string, int> origins = Origins(reports, versions);
        var texts = new List<string>();
        var gold = new List<int>();
        var maker = new ReprintMaker(seed);
        foreach (WireReport report in reports)
        {
            texts.Add(report.Headline + "\n\n" + report.Text);
            gold.Add(origins[report.Id]);
        }

        // Each reprint goes under the headline of another article, so that no headline gives it away.
        for (int copy = 0; copy < Reprints; copy++)
        {
            for (int i = 0; i < reports.Count; i++)
            {
                texts.Add(maker.Make(reports[i].Text, reports[(i + 7 + copy) % reports.Count].Headline));
                gold.Add(origins[reports[i].Id]);
            }
        }

        return PairScore(gold, Group(texts));
    }

    /// <summary>Group of each text when they are placed in order.</summary>
    public static IReadOnlyList<int> Group(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var groups = new DuplicateGroups(report => texts[report]);
        foreach (string text in texts)
        {
            groups.Place(text);
        }

        return [.. Enumerable.Range(0, texts.Count).Select(groups.GroupOf)];
    }

    /// <summary>Pairs of items in one cluster, expected against found.</summary>
    public static Score PairScore(IReadOnlyList<int> gold, IReadOnlyList<int> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        return new Score(
            Pairs(gold.Zip(found)),
            Pairs(gold.Select(cluster => (cluster, 0))),
            Pairs(found.Select(cluster => (cluster, 0))));
    }

    private static int Pairs(IEnumerable<(int, int)> items) => items.CountBy(item => item).Sum(group => group.Value * (group.Value - 1) / 2);

    private static Dictionary<string, int> Origins(IReadOnlyList<WireReport> reports, IEnumerable<(string Left, string Right)> versions)
    {
        Dictionary<string, int> origins = reports.Select((report, i) => (report.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        foreach ((string left, string right) in versions)
        {
            if (origins.TryGetValue(left, out int from) && origins.TryGetValue(right, out int to) && from != to)
            {
                foreach (string id in origins.Keys.Where(id => origins[id] == to).ToArray())
                {
                    origins[id] = from;
                }
            }
        }

        return origins;
    }
}
