using Readout.Store.Facts;

namespace Readout.Store.Queries;

/// <summary>Which facts, in which order. What is null does not narrow.</summary>
public sealed record FactQuery
{
    /// <summary>Rows of a part unless asked otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most rows of one part.</summary>
    public const int MaximumLimit = 200;

    /// <summary>Most facts that are ranked by how well they match words: those added last.</summary>
    public const int MostRanked = 2000;

    /// <summary>Types of fact; empty for statements, meetings and commitments.</summary>
    public IReadOnlyList<FactType> Types { get; init; } = [];

    /// <summary>Words in the syntax of <see cref="SearchWords"/>.</summary>
    public string? Words { get; init; }

    /// <summary>Key or name of a speaker; a name matches where each of its words is a word of one of the actor's names.</summary>
    public string? Speaker { get; init; }

    /// <summary>Key or name of an addressee.</summary>
    public string? To { get; init; }

    /// <summary>Key or name of an actor named in a statement's content.</summary>
    public string? About { get; init; }

    /// <summary>Key or name of an actor in any role but <c>about</c>.</summary>
    public string? Actor { get; init; }

    /// <summary>Key or name of a second actor in any role, for facts between two.</summary>
    public string? With { get; init; }

    /// <summary>Kind of a statement or commitment, or PLOVER type.</summary>
    public string? Kind { get; init; }

    /// <summary>Form of a statement.</summary>
    public string? Form { get; init; }

    /// <summary>Status of a meeting, commitment or event.</summary>
    public string? Status { get; init; }

    /// <summary>Outlet, letter case aside.</summary>
    public string? Outlet { get; init; }

    /// <summary>Name of the place of a meeting or event, or its key (<see cref="PlaceSummary.Key"/>).</summary>
    public string? Place { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code or name of a state: facts whose place is there or in which it, or somebody of it, takes part.</summary>
    public string? Country { get; init; }

    /// <summary>Short name or hash of a report.</summary>
    public string? Report { get; init; }

    /// <summary>First year, month or day (<c>2023</c>, <c>2023-12</c>, <c>2023-12-05</c>).</summary>
    public string? Since { get; init; }

    /// <summary>Last year, month or day, inclusive.</summary>
    public string? Until { get; init; }

    /// <summary>Year, month or day that the fact is known to and no more exactly: <c>2023</c> leaves out what is known to the month.</summary>
    public string? On { get; init; }

    /// <summary>Only facts of reports added after a moment, ISO 8601 in UTC to the second (<c>2024-03-12T07:00:00Z</c>).</summary>
    public string? Added { get; init; }

    /// <summary>Earliest due date (year, month or day) of a commitment; facts without one are left out.</summary>
    public string? DueSince { get; init; }

    /// <summary>Latest due date of a commitment, inclusive.</summary>
    public string? DueUntil { get; init; }

    /// <summary>Least confidence in [0, 1].</summary>
    public double? Confidence { get; init; }

    /// <summary>Order.</summary>
    public FactOrder Order { get; init; }

    /// <summary><see cref="Page{T}.Next"/> of the part before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rows, in [1, <see cref="MaximumLimit"/>].</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Whether the facts carry their spans.</summary>
    public bool WithSpans { get; init; }
}
