namespace Readout.Attribution.Extraction;

/// <summary>
/// Where the scores of the frozen tagger lie. A labelling may go from any label to O or to the begin of a span, and on within a span only; the score
/// of each such step holds the label's own as well:
/// <code>
/// [4 a + 0] from label a to O     [4 a + 1 + role] from label a to the begin of a role's span
/// [28 + 2 role] from begin to inside     [29 + 2 role] from inside to inside
/// </code>
/// </summary>
internal static class RoleScores
{
    /// <summary>Scores of a position.</summary>
    public const int Count = (RoleLabels.Count * Openings) + (2 * Roles);

    /// <summary>Labels that may follow any other: O and the begin of each role.</summary>
    public const int Openings = 1 + Roles;

    /// <summary>First of the steps within spans.</summary>
    public const int Inside = RoleLabels.Count * Openings;

    /// <summary>Number of roles.</summary>
    public const int Roles = 3;

    /// <summary>The labels of each score: from, to.</summary>
    public static (int From, int To) Labels(int score)
    {
        if (score >= Inside)
        {
            var role = (Role)((score - Inside) / 2);
            return ((score - Inside) % 2 == 0 ? RoleLabels.Begin(role) : RoleLabels.Inside(role), RoleLabels.Inside(role));
        }

        int to = score % Openings;
        return (score / Openings, to == 0 ? 0 : RoleLabels.Begin((Role)(to - 1)));
    }
}
