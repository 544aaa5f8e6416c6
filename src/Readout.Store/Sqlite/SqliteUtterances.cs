using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Merging;

namespace Readout.Store.Sqlite;

/// <summary>
/// Groups a statement with those that it may be one with, and with all that these were grouped with, anew: a wording that had to do with a
/// poorer companion moves when its own arrives, so that the order of arrival does not decide. For one transaction: scores and wordings are kept meanwhile.
/// </summary>
internal sealed class SqliteUtterances(SqliteConnection connection, SqliteTransaction transaction, UtteranceScorer scorer)
{
    // A sentence that a hundred reports have in different words is grouped among the first of them.
    private const int MostMembers = 100;

    private readonly SqliteAccounts _accounts = new(connection, transaction);
    private readonly Dictionary<long, PreparedWording> _prepared = [];
    private readonly Dictionary<(long, long), double> _scores = [];

    /// <summary>Whether anybody is known to have said it; what nobody is known to have said is joined with nothing.</summary>
    public bool IsAttributed(SqliteAccounts.Row fact) => Prepared(fact).Wording.Speakers.Count > 0;

    /// <summary>Day of the statement; null where unknown.</summary>
    public DateOnly? Day(SqliteAccounts.Row fact) => Prepared(fact).Wording.Day;

    /// <summary>Places a statement and all that its place may change.</summary>
    /// <param name="fact">The statement.</param>
    /// <param name="near">Statements of its speakers about its day.</param>
    /// <param name="apart">Facts that people set apart.</param>
    /// <returns>Rows of all statements that were placed.</returns>
    public IReadOnlyList<long> Place(SqliteAccounts.Row fact, IReadOnlyList<SqliteAccounts.Row> near, IReadOnlySet<long> apart)
    {
        var members = new Dictionary<long, SqliteAccounts.Row> { [fact.Id] = fact };
        double threshold = scorer.ThresholdAmong(near.Count);
        foreach (SqliteAccounts.Row other in near.Where(other => Score(fact, other) >= threshold))
        {
            members[other.Id] = other;
        }

        if (members.Count == 1)
        {
            return [fact.Id];
        }

        foreach (SqliteAccounts.Row mate in _accounts.Load(
            "f.type = 'statement' and f.id in (select k.fact_id from fact_cluster k where k.cluster_id in (select c.cluster_id from fact_cluster c where c.fact_id in @ids)) order by f.id limit @MostMembers",
            new { ids = members.Keys, MostMembers }))
        {
            members[mate.Id] = mate;
        }

        Group([.. members.Values.Where(one => !apart.Contains(one.Id) && one.Verdict != "rejected")], threshold);
        return [.. members.Keys];
    }

    // Reprints have the same words on the same day: they are placed as one.
    private void Group(SqliteAccounts.Row[] members, double threshold)
    {
        SqliteAccounts.Row[][] wordings =
        [
            .. members.GroupBy(one => (one.Words, Day(one), one.Form)).Select(group => group.OrderBy(one => one.Id).ToArray())
                .OrderBy(group => group[0].Words, StringComparer.Ordinal).ThenBy(group => Day(group[0])).ThenBy(group => group[0].Id).Take(MostMembers),
        ];
        int[] groups = UtteranceLinkage.Group([.. wordings.Select(group => Prepared(group[0]))], (i, j) => Score(wordings[i][0], wordings[j][0]), threshold);
        foreach (IGrouping<int, SqliteAccounts.Row> group in Enumerable.Range(0, wordings.Length).SelectMany(i => wordings[i].Select(row => (Group: groups[i], Row: row))).GroupBy(one => one.Group, one => one.Row))
        {
            long[] ids = [.. group.Select(row => row.Id)];
            connection.Execute("update fact_cluster set cluster_id = @cluster where fact_id in @ids", new { cluster = ids.Min(), ids }, transaction);
        }
    }

    private double Score(SqliteAccounts.Row left, SqliteAccounts.Row right)
    {
        (long, long) key = left.Id < right.Id ? (left.Id, right.Id) : (right.Id, left.Id);
        return _scores.TryGetValue(key, out double score) ? score : _scores[key] = scorer.Score(Prepared(left), Prepared(right));
    }

    private PreparedWording Prepared(SqliteAccounts.Row fact) =>
        _prepared.TryGetValue(fact.Id, out PreparedWording? known) ? known : _prepared[fact.Id] = scorer.Prepare(_accounts.Wording(fact));
}
