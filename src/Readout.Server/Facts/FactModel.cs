using Readout.Server.Corrections;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Facts;

/// <summary>What the page of a fact shows.</summary>
public sealed record FactModel
{
    /// <summary>The fact, with its spans.</summary>
    public required Fact Fact { get; init; }

    /// <summary>The report that it stands in.</summary>
    public required StoredReport Report { get; init; }

    /// <summary>Other wordings, other reports of the same, or other commitments of the same party.</summary>
    public required IReadOnlyList<Fact> Related { get; init; }

    /// <summary>How many reports' facts tell of the same utterance or meeting, this one among them.</summary>
    public int Accounts { get; init; } = 1;

    /// <summary>What its forms show.</summary>
    public required CorrectionModel Correction { get; init; }
}
