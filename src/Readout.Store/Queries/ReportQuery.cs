namespace Readout.Store.Queries;

/// <summary>Which reports, latest publication first. What is null does not narrow.</summary>
public sealed record ReportQuery
{
    /// <summary>Words in the syntax of <see cref="SearchWords"/>.</summary>
    public string? Words { get; init; }

    /// <summary>Outlet, letter case aside.</summary>
    public string? Outlet { get; init; }

    /// <summary>Key of an actor that is mentioned.</summary>
    public string? Actor { get; init; }

    /// <summary>First year, month or day.</summary>
    public string? Since { get; init; }

    /// <summary>Last year, month or day, inclusive.</summary>
    public string? Until { get; init; }

    /// <summary>Only reports added after a moment, ISO 8601 in UTC to the second.</summary>
    public string? Added { get; init; }

    /// <summary><see cref="Page{T}.Next"/> of the part before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>Most rows, in [1, <see cref="FactQuery.MaximumLimit"/>].</summary>
    public int Limit { get; init; } = FactQuery.DefaultLimit;
}
