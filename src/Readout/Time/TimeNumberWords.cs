namespace Readout.Time;

/// <summary>Joins number words into numbers ("two hundred and ten"), ordinals ("twenty-first") and years ("nineteen ninety-four").</summary>
internal sealed class TimeNumberWords
{
    private readonly int _word, _ordinal, _hyphen, _and, _num, _hourWord, _yearWord;
    private readonly TimeNumberReader _numbers;

    public TimeNumberWords(TimeVocabulary vocabulary)
    {
        _word = vocabulary.Symbol("NUMWORD");
        _ordinal = vocabulary.Symbol("ORDINAL");
        _hyphen = vocabulary.Word("-");
        _and = vocabulary.Word("and");
        _num = vocabulary.Symbol("NUM");
        _hourWord = vocabulary.Symbol("HOURWORD");
        _yearWord = vocabulary.Symbol("YEARWORD");
        _numbers = new TimeNumberReader(vocabulary);
    }

    /// <summary>Replaces runs of number words by one atom each, in place and in one pass.</summary>
    public void Join(List<TimeAtom> atoms)
    {
        int to = 0;
        for (int from = 0; from < atoms.Count;)
        {
            if (atoms[from].Readings.Length == 0 || atoms[from].ValueAs(_word) is null)
            {
                atoms[to++] = atoms[from++];
                continue;
            }

            int end = Read(atoms, from, out TimeReading[] readings);
            TimeReading[] own = end == from + 1 ? [.. readings, .. atoms[from].Readings] : readings;
            atoms[to++] = atoms[from] with { End = atoms[end - 1].End, Readings = own };
            from = end;
        }

        atoms.RemoveRange(to, atoms.Count - to);
    }

    private int Read(List<TimeAtom> atoms, int from, out TimeReading[] readings)
    {
        int first = atoms[from].ValueAs(_word)!.Value;
        if (first is >= 11 and <= 20 && Below100(atoms, from + 1, out int twoDigits) is int yearEnd && twoDigits is >= 10 and < 100)
        {
            readings = [new(_yearWord, (first * 100) + twoDigits)];
            return yearEnd;
        }

        int at = from;
        long total = 0;
        long group = 0;
        while (Next(atoms, at, at == from) is int index)
        {
            int value = atoms[index].ValueAs(_word)!.Value;
            if (value >= 1000)
            {
                total += Math.Max(group, 1) * value;
                group = 0;
            }
            else if (value == 100)
            {
                group = Math.Max(group, 1) * 100;
            }
            else if (group % 100 == 0 || (group % 100 >= 20 && group % 10 == 0 && value < 10))
            {
                group += value;
            }
            else
            {
                break;
            }

            at = index + 1;
            if (total > 1_000_000)
            {
                break;
            }
        }

        int number = (int)Math.Min(total + group, 1_000_000_000);
        return Ordinal(atoms, at, number, out readings) ?? Cardinal(at, number, out readings);
    }

    private int Cardinal(int end, int number, out TimeReading[] readings)
    {
        var list = new List<TimeReading> { new(_num, number) };
        if (number is >= 1 and <= 12)
        {
            list.Add(new(_hourWord, number));
        }

        if (number is > 2000 and < 2100)
        {
            list.Add(new(_yearWord, number));
        }

        readings = [.. list];
        return end;
    }

    // "twenty-first": tens followed, with or without a hyphen, by the ordinal of a unit.
    private int? Ordinal(List<TimeAtom> atoms, int at, int number, out TimeReading[] readings)
    {
        readings = [];
        int index = at < atoms.Count && atoms[at].Is(_hyphen) ? at + 1 : at;
        if (number % 10 != 0 || number % 100 < 20 || index >= atoms.Count || atoms[index].ValueAs(_ordinal) is not (>= 1 and <= 9) and not null)
        {
            return null;
        }

        if (atoms[index].ValueAs(_ordinal) is not { } unit)
        {
            return null;
        }

        readings = _numbers.Ordinal(number + unit);
        return index + 1;
    }

    // Index of the next number word after at, passing over a hyphen or an "and" between two of them; null where none follows.
    private int? Next(List<TimeAtom> atoms, int at, bool isFirst)
    {
        if (at < atoms.Count && !isFirst && (atoms[at].Is(_hyphen) || atoms[at].Is(_and)))
        {
            bool bridge = at + 1 < atoms.Count && atoms[at + 1].ValueAs(_word) is not null
                && (atoms[at].Is(_hyphen) || atoms[at - 1].ValueAs(_word) is >= 100);
            return bridge ? at + 1 : null;
        }

        return at < atoms.Count && atoms[at].ValueAs(_word) is not null ? at : null;
    }

    private int? Below100(List<TimeAtom> atoms, int at, out int value)
    {
        value = 0;
        if (at < atoms.Count && atoms[at].Is(_hyphen))
        {
            at++;
        }

        if (at >= atoms.Count || atoms[at].ValueAs(_word) is not (>= 10 and < 100) and { } || atoms[at].ValueAs(_word) is not { } tens)
        {
            return null;
        }

        value = tens;
        int unit = at + 1 < atoms.Count && atoms[at + 1].Is(_hyphen) ? at + 2 : at + 1;
        if (tens >= 20 && unit < atoms.Count && atoms[unit].ValueAs(_word) is >= 1 and <= 9 and { } ones)
        {
            value += ones;
            return unit + 1;
        }

        return at + 1;
    }
}
