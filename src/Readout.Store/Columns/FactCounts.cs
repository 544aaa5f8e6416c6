namespace Readout.Store.Columns;

/// <summary>How facts are spread.</summary>
internal sealed record FactCounts
{
    /// <summary>By what they are.</summary>
    public required IReadOnlyList<(FactShape Shape, int Count)> Shapes { get; init; }

    /// <summary>By outlet; facts of reports without one are left out.</summary>
    public required IReadOnlyList<(string Outlet, int Count)> Outlets { get; init; }

    /// <summary>By month or day, in time order.</summary>
    public required IReadOnlyList<(string Month, int Count)> Months { get; init; }

    /// <summary>Rows of the most frequent speakers, most facts first.</summary>
    public required IReadOnlyList<(int Actor, int Count)> Speakers { get; init; }
}
