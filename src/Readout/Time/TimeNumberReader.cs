using System.Globalization;

namespace Readout.Time;

/// <summary>Reads the numbers of a text as the time rules know them: counts, days, years, clock times, dates in digits.</summary>
internal sealed class TimeNumberReader
{
    private readonly int _num, _anyNum, _day, _dayTh, _ordinal, _centuryTh, _halfTh, _hour, _hhmm, _year, _year2;
    private readonly int _clock, _clockDot, _decimal, _halfNum, _iso, _slash, _decade, _decade2;
    private readonly TimeReading[][] _quarters;

    public TimeNumberReader(TimeVocabulary vocabulary)
    {
        _num = vocabulary.Symbol("NUM");
        _anyNum = vocabulary.Symbol("ANYNUM");
        _day = vocabulary.Symbol("DAY");
        _dayTh = vocabulary.Symbol("DAYTH");
        _ordinal = vocabulary.Symbol("ORDINAL");
        _centuryTh = vocabulary.Symbol("CENTURYTH");
        _halfTh = vocabulary.Symbol("HALFTH");
        _hour = vocabulary.Symbol("HOUR");
        _hhmm = vocabulary.Symbol("HHMM");
        _year = vocabulary.Symbol("YEAR");
        _year2 = vocabulary.Symbol("YEAR2");
        _clock = vocabulary.Symbol("CLOCK");
        _clockDot = vocabulary.Symbol("CLOCKDOT");
        _decimal = vocabulary.Symbol("DECIMAL");
        _halfNum = vocabulary.Symbol("HALFNUM");
        _iso = vocabulary.Symbol("ISODATE");
        _slash = vocabulary.Symbol("SLASHDATE");
        _decade = vocabulary.Symbol("DECADE");
        _decade2 = vocabulary.Symbol("DECADE2");
        int quarter = vocabulary.Symbol("QCODE");
        _quarters = [.. Enumerable.Range(1, 4).Select(q => new[] { new TimeReading(quarter, q) })];
    }

    /// <summary>Reading of Q1 to Q4.</summary>
    public TimeReading[] QuarterCode(int quarter) => _quarters[quarter - 1];

    /// <summary>Reads the number that begins at a digit; <paramref name="end"/> is the offset after it.</summary>
    public TimeReading[] Read(string text, int start, out int end)
    {
        int digits = DigitsEnd(text, start);
        int length = digits - start;
        end = digits;
        if (length > 9)
        {
            end = AlphanumericEnd(text, digits);
            return [];
        }

        int value = Number(text, start, digits);
        char next = digits < text.Length ? text[digits] : '\0';
        bool digitAfter = digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1]);
        if (digitAfter && next is ':' or '.' or ',' or '/' or '-')
        {
            return Compound(text, start, digits, ref end);
        }

        return char.IsLetter(next) ? WithLetters(text, value, length, ref end) : Plain(value, length);
    }

    private TimeReading[] Compound(string text, int start, int digits, ref int end)
    {
        int value = Number(text, start, digits);
        int length = digits - start;
        int end2 = DigitsEnd(text, digits + 1);
        int length2 = end2 - digits - 1;
        int value2 = length2 <= 9 ? Number(text, digits + 1, end2) : 0;
        switch (text[digits])
        {
            case ':' when length <= 2 && length2 == 2 && value <= 24 && value2 < 60:
                end = end2 + 2 < text.Length && text[end2] == ':' && DigitsEnd(text, end2 + 1) == end2 + 3 ? end2 + 3 : end2;
                if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
                {
                    // "8:40.16" is a runner's time.
                    end = DigitsEnd(text, end + 1);
                    return [];
                }

                return [new(_clock, (value * 60) + value2)];
            case '.' when length <= 2 && length2 <= 2 && end2 + 4 < text.Length && text[end2] == '.' && DigitsEnd(text, end2 + 1) == end2 + 5:
                end = end2 + 5;
                return [new(_iso, (Number(text, end2 + 1, end2 + 5) * 10000) + (value2 * 100) + value)];
            case '.':
                end = end2;
                int tenths = length2 == 1 ? (value * 10) + value2 : -1;
                return tenths >= 0 ? [new(_decimal, tenths)]
                    : length2 == 2 && length <= 2 && value <= 24 && value2 < 60 ? [new(_clockDot, (value * 60) + value2)] : [];
            case ',' when length <= 3 && length2 == 3:
                return Thousands(text, start, ref end);
            case '/':
                return Slashed(text, value, length, end2, value2, ref end);
            case '-' when length == 4 && length2 == 2 && end2 + 2 < text.Length && text[end2] == '-' && DigitsEnd(text, end2 + 1) == end2 + 3:
                end = end2 + 3;
                return [new(_iso, (value * 10000) + (value2 * 100) + Number(text, end2 + 1, end2 + 3))];
            default:
                return Plain(value, length);
        }
    }

    private TimeReading[] Thousands(string text, int start, ref int end)
    {
        long value = 0;
        int at = start;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            if (text[at] != ',' && value < 100_000_000)
            {
                value = (value * 10) + text[at] - '0';
            }

            at++;
        }

        end = at;
        return [new(_num, (int)value)];
    }

    private TimeReading[] Slashed(string text, int value, int length, int end2, int value2, ref int end)
    {
        if (end2 + 1 < text.Length && text[end2] == '/' && char.IsAsciiDigit(text[end2 + 1]) && length <= 2)
        {
            int end3 = DigitsEnd(text, end2 + 1);
            int length3 = end3 - end2 - 1;
            if (length3 is 2 or 4)
            {
                end = end3;
                int year = Number(text, end2 + 1, end3);
                year += length3 == 4 ? 0 : year < 50 ? 2000 : 1900;
                (int month, int day) = value > 12 ? (value2, value) : (value, value2);
                return [new(_slash, (year * 10000) + (month * 100) + day)];
            }
        }

        if (length == 4 && value2 is >= 1 and <= 12 && end2 + 1 < text.Length && text[end2] == '/' && char.IsAsciiDigit(text[end2 + 1]) && DigitsEnd(text, end2 + 1) <= end2 + 3)
        {
            end = DigitsEnd(text, end2 + 1);
            return [new(_iso, (value * 10000) + (value2 * 100) + Number(text, end2 + 1, end))];
        }

        if (value == 1 && value2 == 2)
        {
            end = end2;
            return [new(_halfNum, 1)];
        }

        return Plain(value, length);
    }

    private TimeReading[] WithLetters(string text, int value, int length, ref int end)
    {
        int letters = AlphanumericEnd(text, end);
        ReadOnlySpan<char> suffix = text.AsSpan(end, letters - end);
        if (suffix.Equals("th", StringComparison.OrdinalIgnoreCase) || suffix.Equals("st", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase))
        {
            end = letters;
            return Ordinal(value);
        }

        if (suffix is "s" && value % 10 == 0 && length is 2 or 4)
        {
            end = letters;
            return length == 4 ? [new(_decade, value)] : [new(_decade2, value < 20 ? 2000 + value : 1900 + value)];
        }

        if (suffix.Equals("am", StringComparison.OrdinalIgnoreCase) || suffix.Equals("pm", StringComparison.OrdinalIgnoreCase)
            || suffix is "a" or "p" || suffix.Equals("gmt", StringComparison.OrdinalIgnoreCase))
        {
            return Plain(value, length);
        }

        end = letters;
        return [];
    }

    /// <summary>Readings of an ordinal number.</summary>
    public TimeReading[] Ordinal(int value)
    {
        var readings = new List<TimeReading> { new(_ordinal, value), new(_centuryTh, value) };
        if (value is >= 1 and <= 31)
        {
            readings.Add(new(_dayTh, value));
        }

        if (value is 1 or 2)
        {
            readings.Add(new(_halfTh, value));
        }

        return [.. readings];
    }

    private TimeReading[] Plain(int value, int length)
    {
        var readings = new List<TimeReading>(6) { new(_num, value) };
        if (length <= 4)
        {
            readings.Add(new(_anyNum, value));
        }

        if (length <= 2)
        {
            if (value is >= 1 and <= 31)
            {
                readings.Add(new(_day, value));
            }

            if (value <= 24)
            {
                readings.Add(new(_hour, value));
            }

            if (length == 2)
            {
                readings.Add(new(_year2, value));
            }
        }
        else if (length == 4)
        {
            if (value is >= 1000 and < 2200)
            {
                readings.Add(new(_year, value));
            }

            if (value <= 2400 && value % 100 < 60)
            {
                readings.Add(new(_hhmm, (value / 100 * 60) + (value % 100)));
            }
        }

        return [.. readings];
    }

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int AlphanumericEnd(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Number(string text, int start, int end) =>
        int.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
}
