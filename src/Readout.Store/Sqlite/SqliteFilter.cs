using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>A fact query as the conditions of a <c>where</c> over <c>fact f</c>, with their values as parameters.</summary>
internal sealed class SqliteFilter
{
    private const int MostGathered = 20_000;
    private const int Many = 1_000;

    // Two actors with more facts than this are alike to whoever chooses between them.
    private const int MostWeighed = 50_000;

    // The index on an actor's days knows roles but no types.
    private static readonly Dictionary<string, string> RolesOf = new(StringComparer.Ordinal)
    {
        ["statement"] = "'speaker', 'addressee', 'about'",
        ["meeting"] = "'participant', 'host'",
        ["commitment"] = "'party'",
        ["event"] = "'actor', 'recipient'",
    };

    private readonly SqliteConnection _connection;
    private readonly long? _reading;
    private readonly List<string> _conditions = [];
    private string _roles = "";

    // True where the facts are at hand as a set, from which many are sooner sorted than met along the days.
    private bool _isGathered;
    private string _types = "true";

    // The actor whose facts are gone through: the condition on `fact_actor x`, the same as one on `fact f`, and how many facts there are.
    private (string Leading, string Otherwise, int Facts)? _lead;

    /// <param name="connection">Resolves names.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="reading">Row of the one reading whose facts are looked at; null for all.</param>
    public SqliteFilter(SqliteConnection connection, FactQuery query, long? reading = null)
    {
        _connection = connection;
        _reading = reading;
        Match = SearchWords.ToFts5(query.Words);
        AddTypes(query);
        AddActors(query);
        AddValues(query);
        AddDays(query.Since, query.Until);
        bool isOneMonth = SortDay.Of(query.Since) is { Length: >= 7 } since && SortDay.Of(query.Until) is { Length: >= 7 } until && since[..7] == until[..7];
        MonthLength = isOneMonth ? 10 : 7;
    }

    /// <summary>The FTS5 expression; null where no words are searched.</summary>
    public string? Match { get; }

    public DynamicParameters Values { get; } = new();

    /// <summary>True where nothing narrows but the types.</summary>
    public bool IsOnlyTypes => Match is null && _conditions.Count == 1 && _lead is null;

    /// <summary>Characters of a day by which facts are counted over time: its month, or the whole day where one month is asked for.</summary>
    public int MonthLength { get; }

    /// <summary>True where statements are among the types.</summary>
    public bool HasStatements { get; private set; }

    /// <summary>All conditions but the words, over <c>fact f</c>; never empty.</summary>
    public string Where => string.Join(" and ", _lead is { } lead ? [_types, .. _conditions, lead.Otherwise] : [_types, .. _conditions]);

    /// <summary>All conditions, the words among them as a set of rows.</summary>
    public string WhereWithWords => WithWords("");

    private string WithWords(string limit) => Match is null ? Where : Where + $" and f.id in (select rowid from fact_words where fact_words match @match{limit})";

    /// <summary>The first facts in order of day and row, as a query of <c>id</c> and <c>day</c>: along the days of one actor where one is asked for, else along all days.</summary>
    /// <param name="direction"><c>asc</c> or <c>desc</c>.</param>
    /// <param name="limit">Most rows.</param>
    public string InOrder(string direction, int limit) => _lead is null
        ? $"select f.id as id, f.day as day from fact f where {WhereWithWords} order by {(_isGathered && limit > Many ? "+" : "")}f.day {direction}, f.id {direction} limit {limit}"
        : $"select x.fact_id as id, x.day as day from {Led} group by x.day, x.fact_id order by x.day {direction}, x.fact_id {direction} limit {limit}";

    /// <summary>As <see cref="InOrder"/> from the latest, for counting: of words that are in very many facts, and of nothing else, those added last.</summary>
    /// <param name="limit">Most rows.</param>
    public string Latest(int limit) => Match is null || _conditions.Count > 1 || _lead is not null
        ? InOrder("desc", limit)
        : $"select f.id as id, f.day as day from fact f where {WithWords($" order by rowid desc limit {limit}")}";

    /// <summary>How many facts of each type fall on each day, as a query of <c>type</c>, <c>day</c> and <c>n</c>; those without a day are left out.</summary>
    public string ByDay => _lead is null
        ? $"select f.type as type, f.day as day, count(*) as n from fact f where {WhereWithWords} and f.day <> '' group by f.type, f.day"
        : $"""
          select case when x.role in ('participant', 'host') then 'meeting' when x.role = 'party' then 'commitment' when x.role in ('actor', 'recipient') then 'event' else 'statement' end as type,
            x.day as day, count(distinct x.fact_id) as n from {Led} and x.day <> '' group by 2, 1
          """;

    // One actor's facts, from the index alone where nothing else is asked of them. The index on an actor's days has its own copy of the day, and roles tell the type.
    private string Led
    {
        get
        {
            List<string> conditions = [_lead!.Value.Leading, .. _conditions.Select(OnLead)];
            bool needsFact = conditions.Exists(condition => condition.Contains("f.", StringComparison.Ordinal));
            return $"fact_actor x indexed by fact_actor_by_day {(needsFact ? "cross join fact f on f.id = x.fact_id" : "")} where {string.Join(" and ", conditions)}";
        }
    }

    private static string OnLead(string condition) => condition.StartsWith("f.day ", StringComparison.Ordinal) || condition.StartsWith("(f.day, f.id) ", StringComparison.Ordinal) || condition.StartsWith("f.id ", StringComparison.Ordinal)
        || condition.StartsWith("exists ", StringComparison.Ordinal)
        ? condition.Replace("f.day", "x.day", StringComparison.Ordinal).Replace("f.id", "x.fact_id", StringComparison.Ordinal)
        : condition;

    public void Add(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Values.Add(name, value);
    }

    private void AddTypes(FactQuery query)
    {
        string[] types = query.Types.Count == 0
            ? ["statement", "meeting", "commitment"]
            : [.. query.Types.Distinct().Select(type => RecordNames.Of(type))];
        Values.Add("match", Match);
        HasStatements = types.Contains("statement");
        _roles = string.Join(", ", types.Select(type => RolesOf[type]));

        // The names are ours, never the user's; written out, they let the planner use the index on types. What people rejected is few rows.
        _conditions.Add("f.id not in (select id from fact where verdict = 'rejected')");
        _types = types.Length == 1 ? $"f.type = '{types[0]}'" : $"f.type in ('{string.Join("', '", types)}')";
    }

    private void AddActors(FactQuery query)
    {
        AddActor(query.Speaker, "role = 'speaker'", "speaker");
        AddActor(query.To, "role = 'addressee'", "addressee");
        AddActor(query.About, "role = 'about'", "about");
        AddActor(query.Actor, "role <> 'about'", "actor");
        AddActor(query.With, "true", "with");
    }

    private void AddActor(string? typed, string role, string name)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return;
        }

        long[] meant = SqliteActors.Resolve(_connection, typed, _reading);
        if (meant is not [long one])
        {
            // Where words are searched, what they found is few and is looked up by fact.
            Add(
                Match is null
                    ? $"f.id in (select fact_id from fact_actor where actor_id in @{name} and {role})"
                    : $"exists (select 1 from fact_actor y where y.fact_id = f.id and +y.actor_id in @{name} and {role.Replace("role", "+y.role", StringComparison.Ordinal)})",
                name,
                meant);
            return;
        }

        // Of several, the one with fewest facts leads through them in order of time; what the others took part in is looked up by fact (the pluses keep
        // the planner from going through all that they did).
        Values.Add(name, one);
        int facts = Match is null && _reading is null ? _connection.ExecuteScalar<int>($"select count(*) from (select 1 from fact_actor where actor_id = @one limit {MostWeighed})", new { one }) : int.MaxValue;
        string other = $"exists (select 1 from fact_actor y where y.fact_id = f.id and +y.actor_id = @{name} and {role.Replace("role", "+y.role", StringComparison.Ordinal)})";
        if (facts == int.MaxValue)
        {
            _conditions.Add(other);
        }
        else if (_lead is null || facts < _lead.Value.Facts)
        {
            if (_lead is { } before)
            {
                _conditions.Add(before.Otherwise);
            }

            _lead = ($"x.actor_id = @{name} and {role.Replace("role", "x.role", StringComparison.Ordinal)} and x.role in ({_roles})", other, facts);
        }
        else
        {
            _conditions.Add(other);
        }
    }

    private void AddValues(FactQuery query)
    {
        AddEqual("f.kind", "kind", query.Kind);
        AddEqual("f.status", "status", query.Status);
        if (!string.IsNullOrWhiteSpace(query.Form))
        {
            Add("f.id in (select fact_id from statement where form = @form)", "form", query.Form.Trim());
        }

        if (!string.IsNullOrWhiteSpace(query.Outlet))
        {
            Add("f.report_id in (select id from report where outlet = @outlet collate nocase)", "outlet", query.Outlet.Trim());
            _isGathered = true;
        }

        if (!string.IsNullOrWhiteSpace(query.Report))
        {
            string prefix = ReportKey.Parse(query.Report)
                ?? throw new QueryException("report", $"'{query.Report}' is no report's id; give 4 to 64 hex digits as `list` shows them");
            Add("f.report_id in (select id from report where hash between @report and @report || 'g')", "report", prefix);
        }

        if (!string.IsNullOrWhiteSpace(query.Added))
        {
            Add("f.report_id in (select id from report where added_at > @added)", "added", QueryMoment(query.Added));
        }

        AddPlace(query.Place);
        AddCountry(query.Country);
        if (QueryDay(query.On, "on") is { } on)
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
        if (!string.IsNullOrWhiteSpace(typed))
        {
            (string name, string where) = SqlitePlaces.Condition(typed.Trim(), Values);
            Add($"f.id in (select fact_id from meeting where {where} union all select fact_id from event where {where})", "place", name);
            _isGathered = true;
        }
    }

    private void AddCountry(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return;
        }

        string[] states = SqliteActors.States(_connection, typed.Trim());
        _isGathered |= _connection.ExecuteScalar<int>(
            $"select count(*) from (select 1 from actor a join fact_actor x on x.actor_id = a.id where a.state in @states limit {MostGathered})", new { states }) < MostGathered;
        Add(
            """
            f.id in (select x.fact_id from actor a join fact_actor x on x.actor_id = a.id where a.state in @country and x.role <> 'about'
              union all select fact_id from meeting where country in @country union all select fact_id from event where country in @country)
            """,
            "country",
            states);
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
        if (QueryDay(query.DueSince, "duesince") is { } since)
        {
            Add("f.id in (select fact_id from commitment where due >= @duesince)", "duesince", since);
        }

        if (QueryDay(query.DueUntil, "dueuntil") is { } until)
        {
            Add("f.id in (select fact_id from commitment where due <= @dueuntil)", "dueuntil", until + "~");
        }
    }

    // Kept to the second, so that text compares as time.
    public static string QueryMoment(string typed) =>
        DateTimeOffset.TryParse(typed.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : throw new QueryException("added", $"'{typed}' is no moment; write one such as 2024-03-12 or 2024-03-12T07:00:00Z");

    private void AddDays(string? since, string? until)
    {
        if (QueryDay(since, "since") is { } first)
        {
            Add("f.day >= @since", "since", first);
        }

        if (QueryDay(until, "until") is { } last)
        {
            // '~' sorts after every digit and hyphen: the last month or year is wholly inside. What has no day is outside.
            Add("f.day <= @until and f.day <> ''", "until", last + "~");
        }
    }

    /// <summary>A year, month or day as typed; null where nothing was.</summary>
    /// <exception cref="QueryException">It is none.</exception>
    public static string? QueryDay(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        string day = typed.Trim();
        string[] shapes = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        return DateOnly.TryParseExact(day, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? day
            : throw new QueryException(field, $"'{typed}' is no date; write a year, month or day such as 2023, 2023-12 or 2023-12-05");
    }
}
