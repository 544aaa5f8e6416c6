using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Http;

/// <summary>A fact query as the query part of an address, and back. Every view is an address.</summary>
internal static class FactQueryString
{
    /// <summary>Every parameter.</summary>
    public static IReadOnlyList<string> Parameters { get; } =
    [
        "words", "type", "speaker", "to", "about", "actor", "with", "kind", "form", "status", "place", "country", "outlet", "report", "since", "until", "on", "added", "duesince", "dueuntil", "confidence", "order", "cursor", "limit",
    ];

    /// <summary>Reads an address; empty parameters, as forms send them, say nothing.</summary>
    /// <param name="query">The query part.</param>
    /// <param name="strict">Whether an unknown parameter is an error, as for programs, or passed over, as for people.</param>
    /// <exception cref="QueryException">A value cannot be understood.</exception>
    public static FactQuery Read(IQueryCollection query, bool strict = false)
    {
        if (strict)
        {
            CheckNames(query);
        }

        return new FactQuery
        {
            Words = Value(query, "words"),
            Types = Types(query),
            Speaker = Value(query, "speaker"),
            To = Value(query, "to"),
            About = Value(query, "about"),
            Actor = Value(query, "actor"),
            With = Value(query, "with"),
            Kind = Kind(query, strict),
            Form = OneOf(query, "form", RecordNames.All<StatementForm>()),
            Status = OneOf(query, "status", [.. RecordNames.All<MeetingStatus>(), .. RecordNames.All<CommitmentStatus>(), .. RecordNames.All<EventStatus>()]),
            Place = Value(query, "place"),
            Country = Value(query, "country"),
            Outlet = Value(query, "outlet"),
            Report = Value(query, "report"),
            Since = Value(query, "since"),
            Until = Value(query, "until"),
            On = Value(query, "on"),
            Added = Value(query, "added"),
            DueSince = Value(query, "duesince"),
            DueUntil = Value(query, "dueuntil"),
            Confidence = Confidence(query),
            Order = RecordNames.Find<FactOrder>(OneOf(query, "order", RecordNames.All<FactOrder>())) ?? FactOrder.Newest,
            Cursor = Value(query, "cursor"),
            Limit = Limit(query),
        };
    }

    /// <summary>An address with a query; what says nothing is left out.</summary>
    public static string Url(string path, FactQuery query)
    {
        var url = new StringBuilder(path);
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                url.Append(url.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        Add("words", query.Words);
        foreach (FactType type in query.Types)
        {
            Add("type", RecordNames.Of(type));
        }

        (string Name, string? Value)[] values =
        [
            ("speaker", query.Speaker), ("to", query.To), ("about", query.About), ("actor", query.Actor), ("with", query.With), ("kind", query.Kind), ("form", query.Form),
            ("status", query.Status), ("place", query.Place), ("country", query.Country), ("outlet", query.Outlet), ("report", query.Report), ("since", query.Since), ("until", query.Until), ("on", query.On), ("added", query.Added), ("duesince", query.DueSince), ("dueuntil", query.DueUntil),
            ("confidence", query.Confidence?.ToString(CultureInfo.InvariantCulture)), ("order", query.Order == FactOrder.Newest ? null : RecordNames.Of(query.Order)),
            ("cursor", query.Cursor), ("limit", query.Limit == FactQuery.DefaultLimit ? null : query.Limit.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach ((string name, string? value) in values)
        {
            Add(name, value);
        }

        return url.ToString();
    }

    /// <summary>A parameter's value; null where it is missing or blank.</summary>
    public static string? Value(IQueryCollection query, string name) => query[name] is [{ } value, ..] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Rows asked for.</summary>
    /// <exception cref="QueryException">It is no number in range.</exception>
    public static int Limit(IQueryCollection query)
    {
        if (Value(query, "limit") is not { } limit)
        {
            return FactQuery.DefaultLimit;
        }

        return int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out int rows) && rows is >= 1 and <= FactQuery.MaximumLimit
            ? rows
            : throw new QueryException("limit", $"'{limit}' is no number of rows; give one from 1 to {FactQuery.MaximumLimit}");
    }

    private static void CheckNames(IQueryCollection query)
    {
        foreach (string name in query.Keys)
        {
            if (!Parameters.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new QueryException(name, $"'{name}' is no parameter; there are {string.Join(", ", Parameters)}");
            }
        }
    }

    private static FactType[] Types(IQueryCollection query) =>
    [
        .. query["type"].Where(type => !string.IsNullOrWhiteSpace(type)).Distinct().Select(type => RecordNames.Find<FactType>(type?.Trim())
            ?? throw new QueryException("type", $"'{type}' is no type; there are {string.Join(", ", RecordNames.All<FactType>())}")),
    ];

    private static string? Kind(IQueryCollection query, bool strict)
    {
        string? kind = Value(query, "kind");

        // PLOVER types are upper case and many; a store holds whichever the engine knew.
        bool plover = kind is not null && kind.All(c => char.IsAsciiLetterUpper(c) || c == '_');
        return plover && strict ? kind : OneOf(query, "kind", [.. RecordNames.All<StatementKind>(), .. RecordNames.All<CommitmentKind>()]);
    }

    private static string? OneOf(IQueryCollection query, string name, IReadOnlyList<string> names)
    {
        string? value = Value(query, name);
        return value is null || names.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new QueryException(name, $"'{value}' is no {name}; there are {string.Join(", ", names.Distinct())}");
    }

    private static double? Confidence(IQueryCollection query)
    {
        if (Value(query, "confidence") is not { } typed)
        {
            return null;
        }

        return double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double confidence) && confidence is >= 0 and <= 1
            ? confidence
            : throw new QueryException("confidence", $"'{typed}' is no confidence; give a number from 0 to 1");
    }
}
