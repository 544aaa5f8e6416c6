namespace Readout.Actors;

/// <summary>Somebody or something that acts or speaks in one report, resolved as far as the text and the gazetteer allow.</summary>
public sealed record Actor
{
    /// <summary>Fullest name; for unnamed actors the description as in the text.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of actor.</summary>
    public required ActorType Type { get; init; }

    /// <summary>Office held on the day of the report, lower case, such as <c>president</c>; null where unknown.</summary>
    public string? Office { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code of the state that the actor is or belongs to; null where unknown.</summary>
    public string? State { get; init; }

    /// <summary>Number of that state in the Correlates of War project's list of states; null where it has none.</summary>
    public int? Cow { get; init; }

    /// <summary>PLOVER sector codes such as <c>GOV</c>, most specific first.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Wikidata item; null where unknown.</summary>
    public string? Wikidata { get; init; }

    /// <summary>Mention indexes in text order; never empty.</summary>
    public required int[] Mentions { get; init; }
}
