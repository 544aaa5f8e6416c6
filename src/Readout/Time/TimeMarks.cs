namespace Readout.Time;

/// <summary>What the few words between two expressions tell: whether they are one, or the two ends of a range.</summary>
internal sealed class TimeMarks
{
    private readonly int _comma, _on, _at, _to, _through, _until, _till, _and, _from, _between, _hyphen, _open, _close;

    public TimeMarks(TimeVocabulary vocabulary)
    {
        _comma = vocabulary.Word(",");
        _on = vocabulary.Word("on");
        _at = vocabulary.Word("at");
        _to = vocabulary.Word("to");
        _through = vocabulary.Word("through");
        _until = vocabulary.Word("until");
        _till = vocabulary.Word("till");
        _and = vocabulary.Word("and");
        _from = vocabulary.Word("from");
        _between = vocabulary.Word("between");
        _hyphen = vocabulary.Word("-");
        _open = vocabulary.Word("(");
        _close = vocabulary.Word(")");
    }

    /// <summary>Whether a clock time and the day beside it ("10 p.m. on Wednesday", "Wednesday at 10") are one expression.</summary>
    public bool Completes(List<TimeAtom> atoms, TimeMatch first, TimeMatch second)
    {
        if (first.Rule.Operation != TimeOperation.Date || second.Rule.Operation != TimeOperation.Date
            || second.First - first.End > 2 || atoms[first.End].Has(TimeAtomTraits.BreakBefore))
        {
            return false;
        }

        for (int i = first.End; i < second.First; i++)
        {
            if (!atoms[i].Is(_comma) && !atoms[i].Is(_on) && !atoms[i].Is(_at))
            {
                return false;
            }
        }

        return (IsClockOnly(first) && IsDayOnly(second)) || (IsDayOnly(first) && IsClockOnly(second));
    }

    /// <summary>Whether the second is the first again in another zone: "6:30 pm (1530 GMT)".</summary>
    public bool Repeats(List<TimeAtom> atoms, TimeMatch first, TimeMatch second) =>
        second.First == first.End + 1 && atoms[first.End].Is(_open) && second.End < atoms.Count && atoms[second.End].Is(_close)
        && IsClockOnly(first) && IsClockOnly(second);

    /// <summary>Whether the two are the ends of a range: "from 2024 through 2026", "between March and May", "2024-2026".</summary>
    public bool OpensRange(List<TimeAtom> atoms, TimeMatch first, TimeMatch second)
    {
        if (second.First - first.End != 1)
        {
            return false;
        }

        TimeAtom joint = atoms[first.End];
        TimeAtom? before = first.First > 0 ? atoms[first.First - 1] : null;
        return joint.Is(_through) || joint.Is(_hyphen)
            || ((joint.Is(_to) || joint.Is(_until) || joint.Is(_till)) && before is { } from && from.Is(_from))
            || (joint.Is(_and) && before is { } between && between.Is(_between));
    }

    private static bool IsClockOnly(TimeMatch match) =>
        (match.Has(TimeKey.Clock) || match.Has(TimeKey.Hour) || match.Has(TimeKey.Hhmm)) && !HasDay(match);

    private static bool IsDayOnly(TimeMatch match) => HasDay(match) && match.Rule.Type == TimeType.Date;

    private static bool HasDay(TimeMatch match) => match.Has(TimeKey.Day) || match.Has(TimeKey.Weekday) || match.Has(TimeKey.RelDay)
        || match.Has(TimeKey.Iso) || match.Has(TimeKey.Slash);
}
