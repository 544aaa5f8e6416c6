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
