namespace Readout.Store.Sqlite;

/// <summary>A fact that somebody is to be told of.</summary>
/// <param name="Fact">Row of the fact.</param>
internal sealed record NewNotice(long Fact)
{
    /// <summary>What the quotation was before; null for all else.</summary>
    public string? Before { get; init; }

    /// <summary>The due date that passed; null for all else.</summary>
    public string? Due { get; init; }
}
