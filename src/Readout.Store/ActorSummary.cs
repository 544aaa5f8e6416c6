using Readout.Actors;

namespace Readout.Store;

/// <summary>An actor across reports.</summary>
public sealed record ActorSummary
{
    /// <summary>Identity across reports and end of the page's address (<see cref="ActorIdentity"/>).</summary>
    public required string Key { get; init; }

    /// <summary>The name of the report that was added first.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of actor.</summary>
    public required ActorType Type { get; init; }

    /// <summary>Office in the latest report that gives one; null where none does.</summary>
    public string? Office { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null where unknown.</summary>
    public string? State { get; init; }

    /// <summary>Wikidata item; null where unknown.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Every name that reports give, in alphabetical order.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Reports that mention the actor.</summary>
    public required int Reports { get; init; }

    /// <summary>Facts with the actor in any role but <c>about</c>.</summary>
    public required int Facts { get; init; }

    /// <summary>Facts with the actor as speaker.</summary>
    public required int Statements { get; init; }
}
