using Readout.Attribution;

namespace Readout.Commitments;

/// <summary>Finds what parties agreed, promised or announced that they will do. Immutable, thread-safe.</summary>
public sealed class CommitmentFinder
{
    private CommitmentFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static CommitmentFinder Load(string dataDirectory) => new();

    /// <summary>Commitments in text order.</summary>
    public IReadOnlyList<Commitment> Find(Scene scene, IReadOnlyList<Statement> statements) => [];
}
