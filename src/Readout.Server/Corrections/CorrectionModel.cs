using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;

namespace Readout.Server.Corrections;

/// <summary>What the forms about one fact show.</summary>
public sealed record CorrectionModel
{
    /// <summary>The fact, with its spans.</summary>
    public required Fact Fact { get; init; }

    /// <summary>Corrections of it, those taken back among them.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>Names of the actors of its report.</summary>
    public required IReadOnlyList<string> Actors { get; init; }

    /// <summary>Facts that could be the same.</summary>
    public required IReadOnlyList<Fact> Candidates { get; init; }

    /// <summary>Whether it is joined with others.</summary>
    public required bool IsJoined { get; init; }

    /// <summary>Name last given in this browser; empty where none was.</summary>
    public required string Author { get; init; }

    /// <summary>What the fact is.</summary>
    public FactType Type => RecordNames.Find<FactType>(Exports.FactColumns.Type(Fact)) ?? default;
}
