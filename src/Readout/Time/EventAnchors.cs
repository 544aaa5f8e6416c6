using Readout.Parsing;
using Readout.Text;

namespace Readout.Time;

/// <summary>
/// Times counted from something that happened: "two days after the talks" is the second day after the one that the report gives to the
/// talks, where a sentence before names both. Made for one report; a sentence is read at most once.
/// </summary>
internal sealed class EventAnchors
{
    // Words from the preposition to the head of what happened: "the second round of the talks" has its head at the third.
    private const int LongestPhrase = 6;

    private readonly ParsedText _parse;
    private readonly Dictionary<string, TimeInterval> _days = new(StringComparer.OrdinalIgnoreCase);
    private int _read;

    public EventAnchors(ParsedText parse)
    {
        _parse = parse;
    }

    /// <summary>The expression with its value, its extent stretched over what happened; null where it hangs on nothing known.</summary>
    /// <param name="match">The match: a length before "after" or "before", or "the day after".</param>
    /// <param name="span">Its extent.</param>
    /// <param name="earlier">The expressions before it.</param>
    public TimeExpression? Resolve(TimeMatch match, TextSpan span, List<TimeExpression> earlier)
    {
        if (match.Rule.Operation is not (TimeOperation.Duration or TimeOperation.Later or TimeOperation.Earlier)
            || !match.Has(TimeKey.Unit) || match.Or(TimeKey.Count, TimeVocabulary.Unsaid) < 1 || _parse.Tokens.Count == 0
            || Preposition(span, out int sign) is not { } preposition || Head(preposition + 1) is not { } head)
        {
            return null;
        }

        ReadUpTo(span.Start, earlier);
        TimeUnit unit = (TimeUnit)match[TimeKey.Unit];
        if (!_days.TryGetValue(_parse.Lemma(head), out TimeInterval happened) || !IsPreciseEnough(happened.Precision, unit)
            || CalendarArithmetic.Add(sign > 0 ? happened.Last : happened.First, unit, sign * match[TimeKey.Count]) is not { } reached
            || TimeFormat.UnitOf(reached, unit) is not { } value)
        {
            return null;
        }

        return new TimeExpression(new TextSpan(span.Start, _parse.Tokens.Ends[head]), TimeType.Date, value, true)
        {
            Modifier = match.Modifier,
            Interval = TimeInterval.OfValue(value),
        };
    }

    private static bool IsPreciseEnough(TimePrecision precision, TimeUnit unit) => unit switch
    {
        TimeUnit.Day or TimeUnit.Night => precision == TimePrecision.Day,
        TimeUnit.Week or TimeUnit.Weekend => precision <= TimePrecision.Week,
        TimeUnit.Month => precision <= TimePrecision.Month,
        TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century => true,
        _ => false,
    };

    // The last word of "the day after", or the word after "two days".
    private int? Preposition(TextSpan span, out int sign)
    {
        int row = _parse.Tokens.RowAt(span.End - 1);
        sign = row < _parse.Tokens.Count ? Sign(row) : 0;
        if (sign == 0 && row + 1 < _parse.Tokens.Count)
        {
            row++;
            sign = Sign(row);
        }

        return sign == 0 ? null : row;
    }

    private int Sign(int row) => _parse.Tokens.Form(row) switch
    {
        "after" or "following" => 1,
        "before" => -1,
        _ => 0,
    };

    // "the talks", "his visit to Minsk", "Fort Sumter": what is known to the reader; "a meeting" is news.
    private int? Head(int first)
    {
        if (first >= _parse.Tokens.Count || !IsKnown(first))
        {
            return null;
        }

        int head = first;
        while (_parse.Heads[head] > head && _parse.Heads[head] - first < LongestPhrase
            && _parse.Relations[head] is DependencyRelation.Det or DependencyRelation.Compound or DependencyRelation.Amod or DependencyRelation.NmodPoss or DependencyRelation.Nummod)
        {
            head = _parse.Heads[head];
        }

        while (head + 1 < _parse.Tokens.Count && _parse.Upos[head] == UposTag.Propn && _parse.Relations[head + 1] == DependencyRelation.Flat && _parse.Upos[head + 1] == UposTag.Propn)
        {
            head++;
        }

        // "After the president left" hangs on what he did, which has no name to be found by.
        bool isSubject = _parse.Relations[head] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass;
        return !isSubject && (_parse.Upos[head] is UposTag.Noun or UposTag.Propn) ? head : null;
    }

    private bool IsKnown(int row) => _parse.Upos[row] == UposTag.Propn
        || (_parse.Relations[row] == DependencyRelation.NmodPoss && _parse.Upos[row] == UposTag.Pron)
        || (_parse.Relations[row] == DependencyRelation.Det && _parse.Tokens.Form(row) is "the" or "this" or "that" or "these" or "those");

    // Gives the nouns of each sentence before the offset the latest day that stands in their sentence.
    private void ReadUpTo(int offset, List<TimeExpression> earlier)
    {
        for (; _read < earlier.Count; _read++)
        {
            TimeExpression time = earlier[_read];
            int row = _parse.Tokens.RowAt(time.Span.Start);
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Interval is not { } interval || !time.Anchored || !char.IsAsciiDigit(time.Value![0]) || row >= _parse.Tokens.Count)
            {
                continue;
            }

            int sentence = _parse.Tokens.SentenceOf(row);
            int end = _parse.Tokens.SentenceStarts[sentence + 1];
            for (int at = _parse.Tokens.SentenceStarts[sentence]; at < end && _parse.Tokens.Starts[at] < offset; at++)
            {
                if (_parse.Upos[at] is UposTag.Noun or UposTag.Propn && !time.Span.Overlaps(_parse.Tokens.Span(at)) && GoesWith(at, row))
                {
                    _days[_parse.Lemma(at)] = interval;
                }
            }
        }
    }

    // The noun and the time hang on one verb, or one on the other: "the talks on Monday", "held talks on Monday".
    private bool GoesWith(int noun, int time)
    {
        int clause = Clause(time);
        return clause == Clause(noun) || _parse.IsUnder(time, noun);
    }

    private int Clause(int row)
    {
        while (_parse.Heads[row] >= 0 && _parse.Upos[row] is not (UposTag.Verb or UposTag.Aux))
        {
            row = _parse.Heads[row];
        }

        return row;
    }
}
