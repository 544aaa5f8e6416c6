using Readout.Actors;

namespace Readout.Records;

/// <summary>An actor and all its mentions.</summary>
public sealed record ActorRecord
{
    /// <summary><c>a1</c>, <c>a2</c>, ...</summary>
    public required string Id { get; init; }

    /// <summary>Fullest name, or the description of an unnamed source.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of actor.</summary>
    public required ActorType Type { get; init; }

    /// <summary>Office on the day of the report; null where unknown.</summary>
    public string? Office { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null where unknown.</summary>
    public string? State { get; init; }

    /// <summary>Number of the state in the Correlates of War list of states; null where it has none.</summary>
    public int? Cow { get; init; }

    /// <summary>PLOVER sectors.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Wikidata item; null where unknown.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Every mention in text order.</summary>
    public required IReadOnlyList<SpanRecord> Mentions { get; init; }
}
