namespace Readout.Time;

/// <summary>Cuts a text into atoms in one pass. Immutable, thread-safe.</summary>
internal sealed class TimeScanner
{
    private static readonly TimeReading[] NoReadings = [];
    private readonly TimeVocabulary _vocabulary;
    private readonly TimeNumberReader _numbers;
    private readonly TimeNumberWords _numberWords;

    public TimeScanner(TimeVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _numbers = new TimeNumberReader(vocabulary);
        _numberWords = new TimeNumberWords(vocabulary);
    }

    /// <summary>The atoms of the text in order; number words are joined ("twenty-five" is one).</summary>
    public List<TimeAtom> Scan(string text)
    {
        var atoms = new List<TimeAtom>((text.Length / 5) + 8);
        int at = 0;
        bool sentenceStart = true;
        while (true)
        {
            TimeAtomTraits traits = SkipSpace(text, ref at, sentenceStart);
            if (at >= text.Length)
            {
                break;
            }

            char c = text[at];
            int start = at;
            TimeReading[] readings;
            if (char.IsLetter(c))
            {
                traits |= TimeAtomTraits.Word | (char.IsUpper(c) ? TimeAtomTraits.Capital : 0);
                at = WordEnd(text, at, out readings);
                sentenceStart = false;
            }
            else if (char.IsAsciiDigit(c))
            {
                readings = _numbers.Read(text, at, out at);
                sentenceStart = false;
            }
            else
            {
                readings = Mark(text, at, (traits & TimeAtomTraits.SpaceBefore) != 0);
                at++;
                sentenceStart = c is '.' or '!' or '?' || (sentenceStart && c is '"' or '\'' or '“' or '”' or '‘' or '’' or '«' or '(');
            }

            atoms.Add(new TimeAtom(start, at, readings, traits));
        }

        _numberWords.Join(atoms);
        return atoms;
    }

    private static TimeAtomTraits SkipSpace(string text, ref int at, bool sentenceStart)
    {
        int lineEnds = at == 0 ? 2 : 0;
        int start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            lineEnds += text[at++] == '\n' ? 1 : 0;
        }

        TimeAtomTraits traits = at > start || at == 0 ? TimeAtomTraits.SpaceBefore : TimeAtomTraits.None;
        if (lineEnds >= 2)
        {
            traits |= TimeAtomTraits.BreakBefore | TimeAtomTraits.SentenceStart;
        }

        return sentenceStart ? traits | TimeAtomTraits.SentenceStart : traits;
    }

    private int WordEnd(string text, int start, out TimeReading[] readings)
    {
        int end = start + 1;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end - start == 1 && end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1])
            && (end + 2 == text.Length || !char.IsLetter(text[end + 2])))
        {
            while (end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1]) && (end + 2 == text.Length || !char.IsLetter(text[end + 2])))
            {
                end += 2;
            }

            end += end < text.Length && text[end] == '.' ? 1 : 0;
            readings = _vocabulary.Find(text.AsSpan(start, end - start));
            return end;
        }

        if (end < text.Length && text[end] == '.')
        {
            readings = _vocabulary.Find(text.AsSpan(start, end + 1 - start));
            if (readings.Length > 0)
            {
                return end + 1;
            }
        }

        readings = end - start == 2 && (text[start] | 0x20) == 'q' && text[start + 1] is >= '1' and <= '4'
            ? _numbers.QuarterCode(text[start + 1] - '0')
            : _vocabulary.Find(text.AsSpan(start, end - start));
        return end;
    }

    // A hyphen joins only where no space stands on either side; all dashes within a word count as one.
    private TimeReading[] Mark(string text, int at, bool spaceBefore)
    {
        char c = text[at];
        ReadOnlySpan<char> mark = text.AsSpan(at, 1);
        switch (c)
        {
            case '-' or '\u2010' or '\u2011' or '–':
                bool joins = !spaceBefore && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
                return joins ? _vocabulary.Find("-") : NoReadings;
            case '’' or '‘' or 'ʼ' or '`':
                mark = "'";
                break;
        }

        return _vocabulary.Find(mark);
    }
}
