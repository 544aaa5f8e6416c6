using Readout.Text;
using Readout.Time;

namespace Readout.Evaluation;

/// <summary>
/// Counts of TempEval-3, task A (UzZaman et al. 2013): gold expressions, found ones, those with the same extent, those that overlap
/// (relaxed), and the overlapping ones whose value, in the notation of <see cref="TimeMlNotation"/>, or type is right. The document creation time itself is not counted.
/// </summary>
/// <param name="Gold">Gold expressions.</param>
/// <param name="Found">Expressions found.</param>
/// <param name="Strict">Found with exactly the gold extent.</param>
/// <param name="Relaxed">Found with an overlapping extent, each gold expression once.</param>
/// <param name="Value">Relaxed and with the gold value.</param>
/// <param name="Type">Relaxed and with the gold type.</param>
public readonly record struct TimeScore(int Gold, int Found, int Strict, int Relaxed, int Value, int Type)
{
    /// <summary>F1 of exact extents, 0 to 1.</summary>
    public double StrictF1 => F1(Strict);

    /// <summary>F1 of overlapping extents, 0 to 1.</summary>
    public double RelaxedF1 => F1(Relaxed);

    /// <summary>F1 of overlapping extents with the right value, 0 to 1: TempEval-3's ranking figure.</summary>
    public double ValueF1 => F1(Value);

    /// <summary>F1 of overlapping extents with the right type, 0 to 1.</summary>
    public double TypeF1 => F1(Type);

    /// <summary>Adds counts.</summary>
    public static TimeScore operator +(TimeScore left, TimeScore right) => Add(left, right);

    /// <summary>Adds counts.</summary>
    public static TimeScore Add(TimeScore left, TimeScore right) => new(
        left.Gold + right.Gold, left.Found + right.Found, left.Strict + right.Strict, left.Relaxed + right.Relaxed, left.Value + right.Value, left.Type + right.Type);

    /// <summary>Scores one text; both lists in text order.</summary>
    public static TimeScore Of(IReadOnlyList<GoldTime> gold, IReadOnlyList<TimeExpression> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var score = new TimeScore(gold.Count, found.Count, 0, 0, 0, 0);
        var used = new bool[found.Count];
        foreach (GoldTime g in gold)
        {
            int at = Partner(g.Span, found, used);
            if (at < 0)
            {
                continue;
            }

            used[at] = true;
            TimeExpression f = found[at];
            score = score with
            {
                Strict = score.Strict + (f.Span == g.Span ? 1 : 0),
                Relaxed = score.Relaxed + 1,
                Value = score.Value + (TimeMlNotation.Of(f.Value) == g.Value ? 1 : 0),
                Type = score.Type + (string.Equals(f.Type.ToString(), g.Type, StringComparison.OrdinalIgnoreCase) ? 1 : 0),
            };
        }

        return score;
    }

    // The expression with the same extent, else the first unused one that overlaps.
    internal static int Partner(TextSpan span, IReadOnlyList<TimeExpression> found, bool[] used)
    {
        int overlapping = -1;
        for (int i = 0; i < found.Count && found[i].Span.Start < span.End; i++)
        {
            if (used[i] || !found[i].Span.Overlaps(span))
            {
                continue;
            }

            if (found[i].Span == span)
            {
                return i;
            }

            overlapping = overlapping < 0 ? i : overlapping;
        }

        return overlapping;
    }

    private double F1(int right) => Gold + Found == 0 ? 1 : 2.0 * right / (Gold + Found);
}
