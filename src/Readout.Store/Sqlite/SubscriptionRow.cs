using System.Text.Json;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>A row of <c>subscription</c>.</summary>
internal sealed class SubscriptionRow
{
    public const string Columns =
        """
        s.id as Id, s.owner as Owner, s.name as Name, s.kind as Kind, s.query as Query, s.fact as Fact, s.anchor as Anchor, s.is_told as IsTold, s.every as Every, s.at as At,
          s.time_zone as TimeZone, s.made_at as MadeAt, s.last_at as LastAt
        """;

    public long Id { get; init; }

    public string Owner { get; init; } = "";

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Query { get; init; } = "";

    public string? Fact { get; init; }

    public string? Anchor { get; init; }

    public long IsTold { get; init; }

    public string? Every { get; init; }

    public long At { get; init; }

    public string TimeZone { get; init; } = "";

    public string MadeAt { get; init; } = "";

    public string? LastAt { get; init; }

    public long Unread { get; init; }

    /// <summary>Which facts.</summary>
    public FactQuery FactQuery => JsonSerializer.Deserialize<FactQuery>(Query, StoreJson.Options)!;

    /// <summary>Where the fact that is followed stands; null where a query is followed.</summary>
    public FactAnchor? FactAnchor => Anchor is null ? null : JsonSerializer.Deserialize<FactAnchor>(Anchor, StoreJson.Options);

    public Subscription ToSubscription() => new()
    {
        Id = Id,
        Owner = Owner,
        Name = Name,
        Kind = RecordNames.Find<SubscriptionKind>(Kind) ?? default,
        Query = FactQuery,
        Fact = Fact,
        IsTold = IsTold != 0,
        Every = RecordNames.Find<BriefingPace>(Every),
        At = (int)At,
        TimeZone = TimeZone,
        MadeAt = Moments.Parse(MadeAt),
        LastAt = Moments.ParseOrNull(LastAt),
        Unread = (int)Unread,
    };
}
