using Dapper;
using Microsoft.Data.Sqlite;

namespace Readout.Store.Sqlite;

/// <summary>Finds the fact of a report that a correction means, whatever reading the report has now.</summary>
internal sealed class SqliteAnchors(SqliteConnection connection, SqliteTransaction? transaction)
{
    // Two spans that share less than half of what they cover together are of two facts.
    private const double LeastOverlap = 0.5;

    /// <summary>Where the words of a fact were read: from the first to the last of its content, action, trigger or evidence.</summary>
    public (int Start, int End) Span(long fact) => connection.QuerySingle<(int, int)>(
        """
        select coalesce(max(a.start), min(v.start), 0), coalesce(max(a.end), max(v.end), 0) from (select @fact as id) f left join anchor a on a.fact_id = f.id
          left join evidence v on v.fact_id = f.id and v.role in ('content', 'action', 'trigger', 'evidence')
        """,
        new { fact },
        transaction);

    /// <summary>Row of the fact of this type whose span, as it was read, overlaps most; null where none overlaps by half.</summary>
    /// <param name="reportHash">Hash of the report.</param>
    /// <param name="type">Type of the fact.</param>
    /// <param name="span">Where it stood.</param>
    /// <param name="words">What it said.</param>
    /// <param name="isRead">Whether facts that people added are left out.</param>
    public long? Find(string reportHash, string type, (int Start, int End) span, string words, bool isRead = false)
    {
        var facts = connection.Query<(long Id, string Words, long Start, long End)>(
            """
            select f.id, coalesce(a.words, f.words), coalesce(a.start, min(v.start)), coalesce(a.end, max(v.end)) from report r join fact f on f.report_id = r.id
              join evidence v on v.fact_id = f.id and v.role in ('content', 'action', 'trigger', 'evidence') left join anchor a on a.fact_id = f.id
            where r.hash = @reportHash and f.type = @type and (not @isRead or substr(f.local, 2, 1) <> 'x') group by f.id order by f.id
            """,
            new { reportHash, type, isRead },
            transaction).AsList();
        (long? best, double most) = (null, LeastOverlap);
        foreach ((long id, string itsWords, long start, long end) in facts)
        {
            long shared = Math.Min(end, span.End) - Math.Max(start, span.Start);
            double overlap = shared <= 0 ? 0 : (double)shared / (Math.Max(end, span.End) - Math.Min(start, span.Start));

            // Of two facts on one span, the one that still says the same.
            overlap += string.Equals(itsWords, words, StringComparison.Ordinal) ? 1 : 0;
            (best, most) = overlap >= most && (best is null || overlap > most) ? (id, overlap) : (best, most);
        }

        return best;
    }
}
