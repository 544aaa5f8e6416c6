using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using SQLitePCL;

namespace Readout.Store.Sqlite;

/// <summary>Reads runs of consecutive segments: each table once, in the order of its rows.</summary>
internal sealed class SqliteSegmentLoader(SqliteConnection connection, ColumnTables tables)
{
    private static readonly Dictionary<string, ActorRole> Roles = Enum.GetValues<ActorRole>().ToDictionary(role => role.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly Dictionary<int, (int Outlet, uint Added)> _reports = [];

    /// <summary>The segments of some numbers that hold a fact.</summary>
    /// <param name="first">First number.</param>
    /// <param name="versions">Of each segment from the first on.</param>
    public IEnumerable<FactSegment> Facts(int first, ReadOnlySpan<long> versions)
    {
        var builders = new FactSegmentBuilder[versions.Length];
        for (int i = 0; i < builders.Length; i++)
        {
            builders[i] = new FactSegmentBuilder(first + i);
        }

        var run = new Run(first, builders);
        AddFacts(run);
        AddPlaces(run, "meeting");
        AddPlaces(run, "event");
        AddDues(run);
        AddLinks(run);
        var segments = new List<FactSegment>();
        for (int i = 0; i < builders.Length; i++)
        {
            if (!builders[i].IsEmpty)
            {
                segments.Add(builders[i].Build(versions[i]));
            }
        }

        return segments;
    }

    /// <summary>The actors of a segment.</summary>
    public ActorSegment Actors(int number, long version)
    {
        var segment = new ActorSegment { Number = number, Version = version, States = new ushort[FactSegment.Size], Types = new byte[FactSegment.Size], AreListed = new bool[FactSegment.Size] };
        Read("select id, type, state, key not like 'report/%' and merged_into is null from actor where id between $from and $to", new Run(number, new FactSegmentBuilder[1]), row =>
        {
            int position = (int)(raw.sqlite3_column_int64(row, 0) & (FactSegment.Size - 1));
            segment.Types[position] = (byte)tables.ActorTypes.Code(Text(row, 1)!);
            segment.States[position] = Text(row, 2) is { } state ? (ushort)tables.States.Code(state) : (ushort)0;
            segment.AreListed[position] = raw.sqlite3_column_int(row, 3) != 0;
        });

        return segment;
    }

    private void AddFacts(Run run)
    {
        using SqliteCommand one = connection.CreateCommand();
        one.CommandText = "select outlet, unixepoch(added_at) from report where id = $id";
        SqliteParameter id = one.Parameters.Add("$id", SqliteType.Integer);
        Read(
            """
            select f.id, f.type, f.kind, f.status, s.form, f.verdict = 'rejected', f.day, f.confidence, f.report_id
            from fact f left join statement s on s.fact_id = f.id where f.id between $from and $to
            """,
            run, row =>
        {
            FactSegmentBuilder builder = run.At(raw.sqlite3_column_int64(row, 0), out int position);
            var shape = new FactShape(Text(row, 1)!, Text(row, 2), Text(row, 3), Text(row, 4), raw.sqlite3_column_int(row, 5) != 0);
            builder.Add(position, tables.Shapes.Code(shape), PackedDay.Of(Text(row, 6)!), raw.sqlite3_column_double(row, 7));
            int number = checked((int)raw.sqlite3_column_int64(row, 8));
            if (!_reports.TryGetValue(number, out (int Outlet, uint Added) report))
            {
                id.Value = number;
                using SqliteDataReader found = one.ExecuteReader();
                found.Read();
                report = _reports[number] = (found.IsDBNull(0) ? 0 : tables.Outlets.Code(found.GetString(0)), (uint)found.GetInt64(1));
            }

            builder.SetReport(position, number, report.Added, report.Outlet);
        });
    }

    private void AddPlaces(Run run, string table)
    {
        Read($"select fact_id, place, country from {table} where fact_id between $from and $to and (place is not null or country is not null)", run, row =>
        {
            run.At(raw.sqlite3_column_int64(row, 0), out int position).SetPlace(position, tables.Places.Code(new PlaceName(Text(row, 1), Text(row, 2))));
        });
    }

    private void AddDues(Run run)
    {
        Read("select fact_id, due from commitment where fact_id between $from and $to and due is not null order by fact_id", run, row =>
        {
            run.At(raw.sqlite3_column_int64(row, 0), out int position).SetDue(position, tables.Dues.Code(Text(row, 1)!));
        });
    }

    private void AddLinks(Run run)
    {
        Read("select fact_id, actor_id, role from fact_actor where fact_id between $from and $to and actor_id is not null order by fact_id, role, ordinal", run, row =>
        {
            run.At(raw.sqlite3_column_int64(row, 0), out int position).Link(position, raw.sqlite3_column_int64(row, 1), Roles[Text(row, 2)!]);
        });
    }

    private void Read(string sql, Run run, Action<sqlite3_stmt> each)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this assembly; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$from", (long)run.First << FactSegment.Bits);
        command.Parameters.AddWithValue("$to", ((long)(run.First + run.Builders.Length) << FactSegment.Bits) - 1);
        using SqliteDataReader rows = command.ExecuteReader();
        while (rows.Read())
        {
            // Straight from SQLite: the reader's own checks of each value would double the time of millions of rows.
            each(rows.Handle!);
        }
    }

    private static string? Text(sqlite3_stmt row, int column) => raw.sqlite3_column_text(row, column).utf8_to_string();

    private readonly record struct Run(int First, FactSegmentBuilder[] Builders)
    {
        public FactSegmentBuilder At(long row, out int position)
        {
            position = (int)(row & (FactSegment.Size - 1));
            return Builders[(int)(row >> FactSegment.Bits) - First];
        }
    }
}
