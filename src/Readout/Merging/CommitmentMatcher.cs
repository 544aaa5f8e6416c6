namespace Readout.Merging;

/// <summary>
/// Says whether two reports tell of one commitment: a party in common, and an action in the same, cut or other words. Sums and days that
/// differ in what is else the same words are a conflict of the reports, not a second commitment. Immutable, thread-safe.
/// </summary>
public sealed class CommitmentMatcher(UtteranceScorer scorer)
{
    /// <summary>Days between two reports of one commitment; what is kept for years is told of for months.</summary>
    public const int WindowDays = 120;

    // Parties agree already, so that fewer common words do than for an utterance; where sum or day agree as well, fewer still. Set on the samples.
    private const double LeastScore = 0.5;
    private const double LeastScoreOfAgreed = 0.15;

    /// <summary>Whether two accounts are of one commitment.</summary>
    public bool AreOne(CommitmentAccount left, CommitmentAccount right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (!left.Parties.Any(one => right.Parties.Any(other => IsSameParty(one, other))) || AreFar(left.Published, right.Published))
        {
            return false;
        }

        bool agree = (left.Amount is { } amount && amount == right.Amount) || (left.Due is { } due && due == right.Due);
        return scorer.Score(Action(left), Action(right)) >= (agree ? LeastScoreOfAgreed : LeastScore);
    }

    // A leader binds the state; two people of one state are two.
    private static bool IsSameParty(MeetingParticipant left, MeetingParticipant right) =>
        left.Key == right.Key || ((left.IsState || right.IsState) && left.State is not null && left.State == right.State);

    private static bool AreFar(DateOnly? left, DateOnly? right) => left is { } one && right is { } other && Math.Abs(one.DayNumber - other.DayNumber) > WindowDays;

    private static Wording Action(CommitmentAccount account) => new() { Content = account.Action, Speakers = ["party"] };
}
