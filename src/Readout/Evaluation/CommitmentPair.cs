using System.Globalization;
using Readout.Merging;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Two accounts of commitments that were judged by hand.</summary>
/// <param name="Left">One account.</param>
/// <param name="Right">The other.</param>
/// <param name="IsOne">Whether they are of one commitment.</param>
public sealed record CommitmentPair(CommitmentAccount Left, CommitmentAccount Right, bool IsOne)
{
    /// <summary>All pairs of accounts of one story in eval/merging/commitments-written.tsv.</summary>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public static IReadOnlyList<CommitmentPair> ReadAll(string path)
    {
        var pairs = new List<CommitmentPair>();
        foreach (string[][] rows in TsvFile.Rows(path, 7).GroupBy(row => row[0]).Select(story => story.ToArray()))
        {
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    pairs.Add(new CommitmentPair(Account(rows[j]), Account(rows[i]), rows[i][1] == rows[j][1]));
                }
            }
        }

        return pairs;
    }

    /// <summary>Pairs that the matcher joins against those that are one.</summary>
    public static Score ScoreOf(IEnumerable<CommitmentPair> pairs, CommitmentMatcher matcher)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(matcher);
        var score = default(Score);
        foreach (CommitmentPair pair in pairs)
        {
            bool found = matcher.AreOne(pair.Left, pair.Right);
            score += new Score(found && pair.IsOne ? 1 : 0, pair.IsOne ? 1 : 0, found ? 1 : 0);
        }

        return score;
    }

    private static CommitmentAccount Account(string[] row) => new()
    {
        Published = DateOnly.ParseExact(row[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Parties = [.. row[3].Split('|').Select(MeetingPair.Participant)],
        Action = row[4],
        Due = row[5] == "_" ? null : row[5],
        Amount = row[6] == "_" ? null : double.Parse(row[6], CultureInfo.InvariantCulture),
    };
}
