using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Store.Columns;
using Readout.Store.Queries;

namespace Readout.Store.Sqlite;

/// <summary>Resolves a fact query to a filter over columns: who names mean, which reports, what words find.</summary>
internal sealed class SqliteFactSearch(SqliteConnection connection, (FactColumns Columns, long Revision) at, SqliteWords words, SqliteNames names)
{
    /// <summary>The columns.</summary>
    public FactColumns Columns => at.Columns;

    /// <summary>The connection that names are resolved by.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The filter of a query, whatever its order, cursor and limit.</summary>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public FactFilter Filter(FactQuery query)
    {
        string? match = SearchWords.ToFts5(query.Words);
        string[] types = SqliteFilter.TypesOf(query);
        (string? kind, string? status, string? form) = (Typed(query.Kind), Typed(query.Status), Typed(query.Form));
        (int min, int max) = Days(query);
        return new FactFilter
        {
            Shapes = Columns.Tables.Shapes.Where(shape => !shape.IsRejected && types.Contains(shape.Type)
                && (kind is null || shape.Kind == kind) && (status is null || shape.Status == status) && (form is null || shape.Form == form)),
            MinDay = min,
            MaxDay = max,
            Outlets = Typed(query.Outlet) is { } outlet ? Columns.Tables.Outlets.Where(name => string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase)) : null,
            Places = Typed(query.Place) is { } place ? Places(place) : null,
            Dues = Dues(query),
            Reports = Reports(query),
            AddedAfter = Typed(query.Added) is { } added ? (uint)Math.Clamp(DateTimeOffset.Parse(QueryTerms.Moment(added), CultureInfo.InvariantCulture).ToUnixTimeSeconds(), 0, uint.MaxValue) : null,
            Confidence = (float?)query.Confidence,
            Actors = [.. Actors(query)],
            Country = Typed(query.Country) is { } country ? Country(country) : null,
            Words = match is null ? null : words.Find(connection, at.Revision, match),
        };
    }

    /// <summary>Everything that is reported from a place, whatever people said of it.</summary>
    public FactFilter At(string place) => new() { Shapes = Columns.Tables.Shapes.Where(_ => true), Places = Places(place) };

    /// <summary>Everything that an actor has to do with, whatever people said of it.</summary>
    public FactFilter Of(long actor) => new() { Shapes = Columns.Tables.Shapes.Where(_ => true), Actors = [new ActorCondition([checked((int)actor)], ActorCondition.AnyRole)] };

    private static string? Typed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static (int Min, int Max) Days(FactQuery query)
    {
        (int min, int max) = (PackedDay.None, int.MaxValue);
        if (QueryTerms.Day(query.Since, "since") is { } since)
        {
            min = PackedDay.Of(since);
        }

        if (QueryTerms.Day(query.Until, "until") is { } until)
        {
            // What has no day is outside.
            (min, max) = (Math.Max(min, 0), PackedDay.Last(until));
        }

        if (QueryTerms.Day(query.On, "on") is { } on)
        {
            (min, max) = (Math.Max(min, PackedDay.Of(on)), Math.Min(max, PackedDay.Of(on)));
        }

        return (min, max);
    }

    private bool[] Places(string typed)
    {
        (string name, bool isKey, string? country) = QueryTerms.Place(typed);
        return Columns.Tables.Places.Where(place => place.Name == name && (!isKey || place.Country == country));
    }

    private bool[]? Dues(FactQuery query)
    {
        (string? since, string? until) = (QueryTerms.Day(query.DueSince, "duesince"), QueryTerms.Day(query.DueUntil, "dueuntil"));

        // '~' sorts after every digit and hyphen: the last month or year is wholly inside.
        return since is null && until is null ? null : Columns.Tables.Dues.Where(due =>
            (since is null || string.CompareOrdinal(due, since) >= 0) && (until is null || string.CompareOrdinal(due, until + "~") <= 0));
    }

    private HashSet<int>? Reports(FactQuery query)
    {
        if (Typed(query.Report) is not { } typed)
        {
            return null;
        }

        string prefix = SqliteFilter.ReportPrefix(typed);
        return [.. connection.Query<int>("select id from report where hash between @prefix and @prefix || 'g'", new { prefix })];
    }

    private IEnumerable<ActorCondition> Actors(FactQuery query)
    {
        (string? Typed, int Roles)[] all =
        [
            (query.Speaker, ActorCondition.Of(ActorRole.Speaker)),
            (query.To, ActorCondition.Of(ActorRole.Addressee)),
            (query.About, ActorCondition.Of(ActorRole.About)),
            (query.Actor, ActorCondition.AnyRole & ~ActorCondition.Of(ActorRole.About)),
            (query.With, ActorCondition.AnyRole),
        ];
        return all.Where(one => !string.IsNullOrWhiteSpace(one.Typed))
            .Select(one => new ActorCondition(names.Find(connection, at.Revision, one.Typed!), one.Roles));
    }

    private CountryCondition Country(string typed)
    {
        string[] countries = SqliteActors.States(connection, typed);
        bool[] states = Columns.Tables.States.Where(state => countries.Contains(state));
        return new CountryCondition(
            Columns.Tables.Places.Where(place => place.Country is not null && countries.Contains(place.Country)),
            Columns.ActorsWhere((segment, position) => states[segment.States[position]]));
    }
}
