using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Merging;
using Readout.Text;

namespace Readout.Store.Sqlite;

/// <summary>Places a new report among its near-duplicates, inside the transaction that adds it.</summary>
internal sealed class SqliteReportPlacing(SqliteConnection connection, SqliteTransaction transaction, AgencyFinder agencies)
{
    // As DuplicateGroups: past the eight likeliest, further copies are of the same group already.
    private const int Aligned = 8;

    /// <summary>Places the report of a row; does nothing where it was placed before (its text never changes).</summary>
    public void Place(long row, Report report)
    {
        if (connection.ExecuteScalar<bool>("select exists (select 1 from report_group where report_id = @row)", new { row }, transaction))
        {
            return;
        }

        WordSequence words = WordSequence.Of(report.Text);
        ReportSketch sketch = ReportSketch.Of(words);
        IReadOnlyList<(long Id, string Text, string? Url)> candidates = Candidates(sketch);
        (DuplicateRelation Relation, long? Earlier) best = (DuplicateRelation.None, null);
        long group = row;
        Insert(row, report);
        foreach ((long id, string text, string? url) in candidates)
        {
            DuplicateRelation relation = DuplicateComparer.Compare(WordSequence.Of(text), words, url is not null && url == report.Url);
            if (DuplicateComparer.IsCopy(relation))
            {
                group = Unite(id, group);
            }

            best = DuplicateComparer.Distance(relation) < DuplicateComparer.Distance(best.Relation) ? (relation, id) : best;
        }

        connection.Execute(
            "update report_group set relation = @relation, earlier_id = @Earlier where report_id = @row", new { row, relation = RecordNames.Of(best.Relation), best.Earlier }, transaction);
        Keep(row, sketch);
    }

    private List<(long Id, string Text, string? Url)> Candidates(ReportSketch sketch) => connection.Query<(long, string, string?)>(
        """
        select r.id, r.text, r.url from (
          select report_id, count(*) as shared from report_minimum where minimum in (select value from json_each(@minima))
          group by report_id having count(*) >= @least order by shared desc, report_id limit @Aligned) c
        join report r on r.id = c.report_id order by c.shared desc, r.id
        """,
        new { minima = JsonSerializer.Serialize(sketch.Minima.ToArray()), least = Math.Min(DuplicateComparer.LeastShared, Math.Max(1, sketch.Minima.Length)), Aligned },
        transaction).AsList();

    private void Insert(long row, Report report) => connection.Execute(
        "insert into report_group (report_id, group_id, relation, agency) values (@row, @row, 'none', @agency)", new { row, agency = agencies.Find(report.Text) }, transaction);

    // The group keeps the number of its first report.
    private long Unite(long report, long group)
    {
        long other = connection.ExecuteScalar<long>("select coalesce((select group_id from report_group where report_id = @report), @report)", new { report }, transaction);
        (long first, long last) = (Math.Min(other, group), Math.Max(other, group));
        connection.Execute("update report_group set group_id = @first where group_id = @last", new { first, last }, transaction);
        return first;
    }

    private void Keep(long row, ReportSketch sketch)
    {
        foreach (uint minimum in sketch.Minima)
        {
            connection.Execute(
                "insert or ignore into report_minimum (minimum, report_id) select @minimum, @row where (select count(*) from report_minimum where minimum = @minimum) < @limit",
                new { minimum = (long)minimum, row, limit = DuplicateIndex.PostingLimit },
                transaction);
        }
    }
}
