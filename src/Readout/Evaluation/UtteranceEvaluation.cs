using Readout.Merging;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Scores same utterances on the judged pairs: pairs of wordings, and clusters of the written ones.</summary>
public static class UtteranceEvaluation
{
    /// <summary>All judged pairs; those of the newswire only where the corpus is at hand.</summary>
    /// <param name="folder">eval/merging of the repository.</param>
    /// <param name="newswire">Path of newswire.jsonl; null to leave its pairs out.</param>
    public static IReadOnlyList<UtterancePair> Pairs(string folder, string? newswire)
    {
        IReadOnlyList<UtterancePair> written = UtterancePair.Written(Path.Combine(folder, "utterances-written.tsv"));
        if (newswire is null)
        {
            return written;
        }

        var reports = WireReport.ReadAll(newswire).ToDictionary(report => report.Id, StringComparer.Ordinal);
        return [.. written, .. UtterancePair.Newswire(Path.Combine(folder, "utterances-newswire.tsv"), reports)];
    }

    /// <summary>Pairs that the scorer joins against those that are one.</summary>
    public static Score PairScore(UtteranceScorer scorer, IEnumerable<UtterancePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        ArgumentNullException.ThrowIfNull(pairs);
        var score = default(Score);
        foreach (UtterancePair pair in pairs)
        {
            bool found = scorer.AreOne(pair.Left, pair.Right);
            score += new Score(found && pair.IsOne ? 1 : 0, pair.IsOne ? 1 : 0, found ? 1 : 0);
        }

        return score;
    }

    /// <summary>Pairs whose wordings come into one cluster, among the wordings of their speaker and part, against those that are one.</summary>
    public static Score ClusterScore(UtteranceScorer scorer, IEnumerable<UtterancePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(scorer);
        var prepared = new Dictionary<Wording, PreparedWording>(ReferenceEqualityComparer.Instance);
        PreparedWording Prepared(Wording wording) => prepared.TryGetValue(wording, out PreparedWording? found) ? found : prepared[wording] = scorer.Prepare(wording);
        return Clustered([.. pairs], Prepared, (left, right) => scorer.Score(Prepared(left), Prepared(right)), scorer.ThresholdAmong);
    }

    internal static Score Clustered(IReadOnlyList<UtterancePair> pairs, Func<Wording, PreparedWording> prepared, Func<Wording, Wording, double> score, Func<int, double> threshold)
    {
        var sum = default(Score);
        foreach (UtterancePair[] own in pairs.Select((pair, i) => (Pair: pair, Key: pair.Source == "written" ? pair.Part + pair.Left.Speakers[0] : "pair " + i)).GroupBy(one => one.Key, one => one.Pair).Select(group => group.ToArray()))
        {
            Wording[] wordings = [.. own.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct<Wording>(ReferenceEqualityComparer.Instance)];
            int[] groups = UtteranceLinkage.Group([.. wordings.Select(prepared)], (i, j) => score(wordings[i], wordings[j]), threshold(wordings.Length - 1));
            int GroupOf(Wording wording) => groups[Array.FindIndex(wordings, one => ReferenceEquals(one, wording))];
            foreach (UtterancePair pair in own)
            {
                bool found = GroupOf(pair.Left) == GroupOf(pair.Right);
                sum += new Score(found && pair.IsOne ? 1 : 0, pair.IsOne ? 1 : 0, found ? 1 : 0);
            }
        }

        return sum;
    }

    /// <summary>B-cubed of clustering all written wordings of one part.</summary>
    public static (double Precision, double Recall) BCubed(UtteranceScorer scorer, string folder, string part)
    {
        string[][] rows = [.. TsvFile.Rows(Path.Combine(folder, "utterances-written.tsv"), 6).Where(row => row[0] == part)];
        var gold = new Dictionary<(string, string), int>();
        var clusters = new UtteranceClusters(scorer);
        var expected = new List<int>();
        foreach (string[] row in rows)
        {
            expected.Add(gold.TryGetValue((row[1], row[2]), out int known) ? known : gold[(row[1], row[2])] = gold.Count);
            clusters.Add(UtterancePair.WordingOf(row));
        }

        return ClusterScorer.BCubed(expected, [.. Enumerable.Range(0, rows.Length).Select(clusters.ClusterOf)]);
    }
}
