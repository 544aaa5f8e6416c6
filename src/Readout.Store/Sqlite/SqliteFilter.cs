using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>
/// A fact query as the conditions of a <c>where</c> over <c>fact f</c>, with their values as parameters: for few facts at hand, such as those of one report.
/// Lists and counts over the whole store go by columns (<see cref="SqliteFactSearch"/>), which give the same facts.
/// </summary>
internal sealed class SqliteFilter
{
    private readonly SqliteConnection _connection;
    private readonly long? _reading;
    private readonly List<string> _conditions = [];

    /// <param name="connection">Resolves names.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="reading">Row of the one reading whose facts are looked at; null for all.</param>
    public SqliteFilter(SqliteConnection connection, FactQuery query, long? reading = null)
    {
        _connection = connection;
        _reading = reading;
        Match = SearchWords.ToFts5(query.Words);
        Values.Add("match", Match);

        // The names are ours, never the user's.
        _conditions.Add($"f.type in ('{string.Join("', '", TypesOf(query))}') and f.verdict is not 'rejected'");
        AddActors(query);
        AddValues(query);
        AddDays(query.Since, query.Until);
    }

    /// <summary>The FTS5 expression; null where no words are searched.</summary>
    public string? Match { get; }

    public DynamicParameters Values { get; } = new();

    /// <summary>All conditions but the words, over <c>fact f</c>; never empty.</summary>
    public string Where => string.Join(" and ", _conditions);

    /// <summary>All conditions, the words among them as a set of rows.</summary>
    public string WhereWithWords => Match is null ? Where : Where + " and f.id in (select rowid from fact_words where fact_words match @match)";

    /// <summary>The names of the types that a query asks for.</summary>
    public static string[] TypesOf(FactQuery query) => query.Types.Count == 0 ? ["statement", "meeting", "commitment"] : [.. query.Types.Distinct().Select(type => RecordNames.Of(type))];

    /// <summary>The hash, or its beginning, of a report's id.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public static string ReportPrefix(string typed) =>
        ReportKey.Parse(typed) ?? throw new QueryException("report", $"'{typed}' is no report's id; give 4 to 64 hex digits as `list` shows them");

    public void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Values.Add(name, value);
    }

    private void AddActors(FactQuery query)
    {
        AddActor(query.Speaker, "y.role = 'speaker'", "speaker");
        AddActor(query.To, "y.role = 'addressee'", "addressee");
        AddActor(query.About, "y.role = 'about'", "about");
        AddActor(query.Actor, "y.role <> 'about'", "actor");
        AddActor(query.With, "true", "with");
    }

    private void AddActor(string? typed, string role, string name)
    {
        if (!string.IsNullOrWhiteSpace(typed))
        {
            // The plus keeps the planner from going through all that they did.
            Add($"exists (select 1 from fact_actor y where y.fact_id = f.id and +y.actor_id in @{name} and {role})", name, SqliteActors.Resolve(_connection, typed, _reading));
        }
    }

    private void AddValues(FactQuery query)
    {
        AddEqual("f.kind", "kind", query.Kind);
        AddEqual("f.status", "status", query.Status);
        if (!string.IsNullOrWhiteSpace(query.Form))
        {
            Add("exists (select 1 from statement s where s.fact_id = f.id and s.form = @form)", "form", query.Form.Trim());
        }

        if (!string.IsNullOrWhiteSpace(query.Outlet))
        {
            Add("exists (select 1 from report r where r.id = f.report_id and r.outlet = @outlet collate nocase)", "outlet", query.Outlet.Trim());
        }

        if (!string.IsNullOrWhiteSpace(query.Report))
        {
            Add("f.report_id in (select id from report where hash between @report and @report || 'g')", "report", ReportPrefix(query.Report));
        }

        if (!string.IsNullOrWhiteSpace(query.Added))
        {
            Add("exists (select 1 from report r where r.id = f.report_id and r.added_at > @added)", "added", QueryTerms.Moment(query.Added));
        }

        AddPlace(query.Place);
        AddCountry(query.Country);
        if (QueryTerms.Day(query.On, "on") is { } on)
        {
            Add("f.day = @on", "on", on);
        }

        AddDue(query);
        if (query.Confidence is { } confidence)
        {
            Add("f.confidence >= @confidence", "confidence", confidence);
        }
    }

    private void AddPlace(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return;
        }

        (string name, bool isKey, string? country) = QueryTerms.Place(typed.Trim());
        string where = "w.fact_id = f.id and w.place = @place" + (isKey ? " and w.country is @placeCountry" : "");
        Values.Add("placeCountry", country);
        Add($"(exists (select 1 from meeting w where {where}) or exists (select 1 from event w where {where}))", "place", name);
    }

    private void AddCountry(string? typed)
    {
        if (!string.IsNullOrWhiteSpace(typed))
        {
            Add(
                """
                (exists (select 1 from fact_actor y join actor a on a.id = y.actor_id where y.fact_id = f.id and y.role <> 'about' and +a.state in @country)
                  or exists (select 1 from meeting w where w.fact_id = f.id and w.country in @country) or exists (select 1 from event w where w.fact_id = f.id and w.country in @country))
                """,
                "country",
                SqliteActors.States(_connection, typed.Trim()));
        }
    }

    private void AddEqual(string column, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            Add($"{column} = @{name}", name, value.Trim());
        }
    }

    private void AddDue(FactQuery query)
    {
        if (QueryTerms.Day(query.DueSince, "duesince") is { } since)
        {
            Add("exists (select 1 from commitment c where c.fact_id = f.id and c.due >= @duesince)", "duesince", since);
        }

        if (QueryTerms.Day(query.DueUntil, "dueuntil") is { } until)
        {
            Add("exists (select 1 from commitment c where c.fact_id = f.id and c.due <= @dueuntil)", "dueuntil", until + "~");
        }
    }

    private void AddDays(string? since, string? until)
    {
        if (QueryTerms.Day(since, "since") is { } first)
        {
            Add("f.day >= @since", "since", first);
        }

        if (QueryTerms.Day(until, "until") is { } last)
        {
            // '~' sorts after every digit and hyphen: the last month or year is wholly inside. What has no day is outside.
            Add("f.day <= @until and f.day <> ''", "until", last + "~");
        }
    }
}
