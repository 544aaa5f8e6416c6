namespace Readout.Sources.Dates;

/// <summary>A reading position in a text with the small steps that date forms are made of.</summary>
internal ref struct Scan(ReadOnlySpan<char> text, int position, DateLexicon lexicon)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Offset of the next character.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Whether a digit follows.</summary>
    public readonly bool IsInsideNumber => Position < _text.Length && char.IsAsciiDigit(_text[Position]);

    private readonly char Next => Position < _text.Length ? _text[Position] : '\0';

    /// <summary>Reads a run of up to nine digits.</summary>
    public bool Number(out int value, out int digits)
    {
        value = digits = 0;
        while (IsInsideNumber)
        {
            value = digits < 9 ? (value * 10) + (Next - '0') : value;
            digits++;
            Position++;
        }

        return digits is > 0 and <= 9;
    }

    /// <summary>Takes the next character where it is one of those given; else returns NUL.</summary>
    public char Take(string any)
    {
        char next = Next;
        if (next != '\0' && any.Contains(next, StringComparison.Ordinal))
        {
            Position++;
            return next;
        }

        return '\0';
    }

    /// <summary>Passes over white space.</summary>
    public void SkipSpaces()
    {
        while (Position < _text.Length && char.IsWhiteSpace(_text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Passes over st, nd, rd, th and º after a day.</summary>
    public void SkipOrdinal()
    {
        ReadOnlySpan<char> rest = _text[Position..];
        if (rest.Length >= 2 && rest[..2] is "st" or "nd" or "rd" or "th" or "er")
        {
            Position += 2;
        }
        else if (rest.Length >= 1 && rest[0] == 'º')
        {
            Position++;
        }
    }

    /// <summary>Reads a month name, with "de" before it where one stands there.</summary>
    public bool MonthName(out int month)
    {
        int start = Position;
        if (Word() is "de" or "of")
        {
            SkipSpaces();
        }
        else
        {
            Position = start;
        }

        month = lexicon.MonthOf(Word());
        Position = month == 0 ? start : Position;
        return month != 0;
    }

    /// <summary>Reads the four-digit year after a month name.</summary>
    public bool YearAfterMonth(out int year)
    {
        Take(".");
        Take(",-/");
        SkipSpaces();
        int start = Position;
        if (Word() is "de" or "del")
        {
            SkipSpaces();
        }
        else
        {
            Position = start;
        }

        bool found = Number(out year, out int digits) && digits is 4 or 2;
        year = digits == 2 ? 2000 + year : year;
        return found;
    }

    /// <summary>Passes over what may stand between a date and its time: T, commas, bars, "um", "at".</summary>
    public void SkipToTime()
    {
        int start = Position;
        int limit = Math.Min(_text.Length, Position + 14);
        while (Position < limit && !char.IsAsciiDigit(_text[Position]))
        {
            Position++;
        }

        ReadOnlySpan<char> between = _text[start..Position].Trim(" ,|-–—·•\u00a0\n/()");
        if (between is not ("" or "T" or "t" or "um" or "at" or "à" or "a las" or "ore" or "- " or "kl" or "kl." or "@"))
        {
            Position = start;
        }
    }

    /// <summary>Passes over a fraction of a second.</summary>
    public void SkipFraction()
    {
        if (Take(".,") != '\0')
        {
            Number(out _, out _);
        }
    }

    /// <summary>The hour of 24, where "am" or "pm" follows.</summary>
    public int TwelveHours(int hour)
    {
        int start = Position;
        SkipSpaces();
        ReadOnlySpan<char> rest = _text[Position..];
        bool isPm = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m", StringComparison.OrdinalIgnoreCase);
        bool isAm = rest.StartsWith("am", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("a.m", StringComparison.OrdinalIgnoreCase);
        Position = isPm || isAm ? Position + (rest[1] == '.' ? Math.Min(4, rest.Length) : 2) : start;
        return isPm && hour < 12 ? hour + 12 : isAm && hour == 12 ? 0 : hour;
    }

    /// <summary>Reads Z, ±hh:mm, ±hhmm or a known abbreviation; null where none stands.</summary>
    public TimeSpan? Zone()
    {
        int start = Position;
        SkipSpaces();
        char sign = Take("+-");
        if (sign != '\0' && Number(out int value, out int digits) && digits is 2 or 4)
        {
            int minutes = digits == 4 ? (value / 100 * 60) + (value % 100) : value * 60;
            if (digits == 2 && Take(":") != '\0' && Number(out int rest, out _))
            {
                minutes += rest;
            }

            return minutes <= 14 * 60 ? TimeSpan.FromMinutes(sign == '-' ? -minutes : minutes) : null;
        }

        if (sign == '\0')
        {
            ReadOnlySpan<char> word = Word();
            if (word is "Z" or "z")
            {
                return TimeSpan.Zero;
            }

            if (word is "Uhr" or "Uhr," or "h")
            {
                SkipSpaces();
                word = Word();
            }

            if (lexicon.ZoneOf(word) is { } zone)
            {
                return zone;
            }
        }

        Position = start;
        return null;
    }

    private ReadOnlySpan<char> Word()
    {
        int start = Position;
        while (Position < _text.Length && char.IsLetter(_text[Position]))
        {
            Position++;
        }

        return _text[start..Position];
    }
}
