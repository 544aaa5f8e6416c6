using Readout.Attribution.Extraction;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>When statements were made: the time expression that modifies the cue, outside all content.</summary>
internal sealed class UtteranceTimes(Scene scene, QuotedRows quoted, IReadOnlyList<Draft> drafts)
{
    // Rows between cue and time expression; farther ones belong to another verb.
    private const int Reach = 8;

    private readonly TokenTable _tokens = scene.Parse.Tokens;

    /// <summary>TIMEX3 value; null where no time is told.</summary>
    public string? Of(int index)
    {
        Draft draft = drafts[index];
        if (!draft.HasCue)
        {
            return null;
        }

        int sentence = _tokens.SentenceOf(draft.Cue.First);
        int first = _tokens.SentenceStarts[sentence], end = _tokens.SentenceStarts[sentence + 1];
        string? best = null;
        int nearest = int.MaxValue;
        for (int i = FirstFrom(_tokens.Starts[first]); i < scene.Times.Count && scene.Times[i].Span.Start < _tokens.Ends[end - 1]; i++)
        {
            TimeExpression time = scene.Times[i];
            int row = _tokens.RowAt(time.Span.Start);
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Value is not { Length: > 3 } || !char.IsAsciiDigit(time.Value[0]) || !time.Anchored || quoted.Of(row) >= 0 || IsAfterReport(time.Value) || IsHeldElsewhere(index, row))
            {
                continue;
            }

            int distance = Distance(row, _tokens.RowAt(time.Span.End - 1) + 1, draft);
            bool isAcross = row < draft.Rows[0].First && draft.Rows[0].First < draft.Cue.First;
            if (distance < nearest && ((distance <= Reach && !isAcross) || Modifies(row, draft)))
            {
                (best, nearest) = (time.Value, distance);
            }
        }

        return best;
    }

    // Nothing was said after the report was published.
    private bool IsAfterReport(string value)
    {
        ReadOnlySpan<char> published = scene.Report.Published;
        int length = Math.Min(10, Math.Min(value.Length, published.Length));
        return value.AsSpan(0, length).CompareTo(published[..length], StringComparison.Ordinal) > 0;
    }

    // In the content of this or a neighbouring statement, unless that content holds the cue as well.
    private bool IsHeldElsewhere(int index, int row)
    {
        for (int i = Math.Max(0, index - 4); i < Math.Min(drafts.Count, index + 5); i++)
        {
            if (drafts[i].Holds(row) && !drafts[i].Holds(drafts[index].Cue.First))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = scene.Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (scene.Times[middle].Span.Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // Rows between the expression and the cue, the source phrase not counted.
    private static int Distance(int first, int end, Draft draft)
    {
        int from = Math.Min(end, draft.Cue.End), to = Math.Max(first, draft.Cue.First);
        int between = Math.Max(0, to - from);
        int source = Math.Max(0, Math.Min(draft.Source.End, to) - Math.Max(draft.Source.First, from));
        return between - source;
    }

    private bool Modifies(int row, Draft draft)
    {
        int head = scene.Parse.Heads[row];
        for (int climb = 0; climb < 3 && head >= 0; climb++)
        {
            if (head >= draft.Cue.First && head < draft.Cue.End)
            {
                return true;
            }

            head = scene.Parse.Heads[head];
        }

        return false;
    }
}
