using Readout.Time;

namespace Readout.Evaluation;

/// <summary>One disagreement between the gold and what was found, for reading by eye.</summary>
/// <param name="Gold">The gold expression; null where nothing was to be found.</param>
/// <param name="Found">The expression found; null where it was missed.</param>
public readonly record struct TimeMismatch(GoldTime? Gold, TimeExpression? Found)
{
    /// <summary>Missed, false and wrongly valued expressions of one text, paired as <see cref="TimeScore.Of"/> pairs them.</summary>
    public static IReadOnlyList<TimeMismatch> All(IReadOnlyList<GoldTime> gold, IReadOnlyList<TimeExpression> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var all = new List<TimeMismatch>();
        var used = new bool[found.Count];
        foreach (GoldTime g in gold)
        {
            int at = TimeScore.Partner(g.Span, found, used);
            TimeExpression? partner = at < 0 ? null : found[at];
            if (at >= 0)
            {
                used[at] = true;
            }

            if (partner is null || TimeMlNotation.Of(partner.Value) != g.Value)
            {
                all.Add(new TimeMismatch(g, partner));
            }
        }

        for (int i = 0; i < found.Count; i++)
        {
            if (!used[i])
            {
                all.Add(new TimeMismatch(null, found[i]));
            }
        }

        return all;
    }
}
