using Readout.Store.Facts;

namespace Readout.Store.Corrections;

/// <summary>A correction as it is kept.</summary>
public sealed record Correction
{
    /// <summary>Number of the correction.</summary>
    public required long Id { get; init; }

    /// <summary><c>sha256:</c> and the hash of the report; empty where an actor of all reports is corrected.</summary>
    public required string Report { get; init; }

    /// <summary>Type of the fact; null for an actor.</summary>
    public required FactType? Type { get; init; }

    /// <summary>First code point of the fact's words as they were read; 0 for an actor.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>The fact's words as they were read; of an actor its key.</summary>
    public required string Words { get; init; }

    /// <summary>What is put right.</summary>
    public required CorrectionField Field { get; init; }

    /// <summary>The right value; null where the field takes none.</summary>
    public string? Value { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Who corrected.</summary>
    public required string Author { get; init; }

    /// <summary>Whether the author had signed in to an account of that name; else the name was typed.</summary>
    public bool IsAccount { get; init; }

    /// <summary>Number of the correction that added the fact which this one is about; null where the engine read it.</summary>
    public long? Added { get; init; }

    /// <summary>When, ISO 8601 in UTC.</summary>
    public required string MadeAt { get; init; }

    /// <summary>When it was taken back; null where it stands.</summary>
    public string? UndoneAt { get; init; }

    /// <summary>Who took it back; null where it stands.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Id of the fact, or key of the actor, that it belongs to in the present readings; null where none there is the same.</summary>
    public string? Fact { get; init; }

    /// <summary>What the engine had read instead; null where it had read nothing, or where the field has no such value.</summary>
    public string? Before { get; init; }

    /// <summary>Whether it stands but finds nothing to change in the present readings: for a person to look at.</summary>
    public bool IsLoose => Fact is null && UndoneAt is null;
}
