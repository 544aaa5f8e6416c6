using Readout.Store.Facts;

namespace Readout.Store.Corrections;

/// <summary>A correction as it is kept.</summary>
public sealed record Correction
{
    /// <summary>Number of the correction.</summary>
    public required long Id { get; init; }

    /// <summary><c>sha256:</c> and the hash of the report.</summary>
    public required string Report { get; init; }

    /// <summary>Type of the fact.</summary>
    public required FactType Type { get; init; }

    /// <summary>First code point of the fact's words when it was corrected.</summary>
    public required int Start { get; init; }

    /// <summary>Code point after the last.</summary>
    public required int End { get; init; }

    /// <summary>The fact's words when it was corrected.</summary>
    public required string Words { get; init; }

    /// <summary>What is put right.</summary>
    public required CorrectionField Field { get; init; }

    /// <summary>The right value; null where the field takes none.</summary>
    public string? Value { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Who corrected.</summary>
    public required string Author { get; init; }

    /// <summary>When, ISO 8601 in UTC.</summary>
    public required string MadeAt { get; init; }

    /// <summary>When it was taken back; null where it stands.</summary>
    public string? UndoneAt { get; init; }

    /// <summary>Who took it back; null where it stands.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>Id of the fact that it belongs to in the report's present reading; null where no fact there has its words.</summary>
    public string? Fact { get; init; }
}
