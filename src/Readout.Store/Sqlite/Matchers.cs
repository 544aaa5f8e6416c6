using Readout.Merging;

namespace Readout.Store.Sqlite;

/// <summary>What says whether two facts tell of one thing. Immutable, thread-safe.</summary>
/// <param name="Utterances">Of two wordings.</param>
/// <param name="Commitments">Of two commitments.</param>
/// <param name="Events">Of two events.</param>
internal sealed record Matchers(UtteranceScorer Utterances, CommitmentMatcher Commitments, SameEventScorer Events)
{
    /// <summary>Loads the word lists and weights.</summary>
    public static Matchers Load(string dataDirectory)
    {
        UtteranceScorer utterances = UtteranceScorer.Load(dataDirectory);
        return new Matchers(utterances, new CommitmentMatcher(utterances), SameEventScorer.Load(dataDirectory));
    }
}
