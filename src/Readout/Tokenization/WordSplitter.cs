namespace Readout.Tokenization;

/// <summary>
/// Splits one run of characters without white space into words, left to right, each character looked at a bounded number of times.
/// Word conventions are those of UD English EWT and GUM 2.16: clitics apart, hyphenated words apart but for prefixes,
/// signs alone, runs of one sign together.
/// </summary>
internal ref struct WordSplitter
{
    private readonly ReadOnlySpan<char> _text;
    private readonly CharKinds _kinds;
    private readonly WordLexicon _lexicon;
    private readonly GluedWords _glued;
    private bool _insideSingleQuote;

    public WordSplitter(ReadOnlySpan<char> text, CharKinds kinds, WordLexicon lexicon, GluedWords glued)
    {
        _text = text;
        _kinds = kinds;
        _lexicon = lexicon;
        _glued = glued;
    }

    /// <summary>Forgets open quotation marks; called at each paragraph.</summary>
    public void BeginParagraph() => _insideSingleQuote = false;

    /// <summary>Adds the words of [start, end), which holds no white space.</summary>
    public void Split(int start, int end, ref WordBuffer words)
    {
        int emoticon = EmoticonEnd(start, end);
        if (emoticon > start)
        {
            words.Add(start, emoticon, joins: false);
            start = emoticon;
        }

        while (start < end)
        {
            CharKind kind = _kinds[_text[start]];
            start = kind == CharKind.Sign ? SplitSign(start, end, ref words) : SplitWord(start, end, ref words);
        }
    }

    private int SplitWord(int start, int end, ref WordBuffer words)
    {
        int plain = start;
        while (plain < end && _kinds[_text[plain]] is CharKind.Lower or CharKind.Upper)
        {
            plain++;
        }

        if (plain == end)
        {
            EmitLetters(start, plain, ref words);
            return end;
        }

        int address = AddressEnd(start, end);
        if (address > start)
        {
            words.Add(start, address, joins: false);
            return address;
        }

        int kept = KeptEnd(start, end);
        if (kept > start)
        {
            words.Add(start, kept, joins: false);
            return kept;
        }

        int last = WordScanner.End(_text[..end], start, _kinds, _lexicon);
        int unit = UnitStart(start, last);
        if (unit > start)
        {
            words.Add(start, unit, joins: false);
            start = unit;
        }

        if (last < end && _text[last] == '.')
        {
            last = WithFullStop(start, last, end);
        }

        EmitWord(start, last, end, ref words);
        return ClosePossessive(start, last, end, ref words);
    }

    private readonly int AddressEnd(int start, int end)
    {
        ReadOnlySpan<char> chunk = _text[start..end];
        int web = AddressScanner.WebEnd(chunk);
        if (web > 0)
        {
            return start + web;
        }

        ReadOnlySpan<char> near = chunk[..Math.Min(chunk.Length, 256)];
        int mail = near.Contains('@') ? AddressScanner.MailEnd(chunk) : 0;
        if (mail > 0)
        {
            return start + mail;
        }

        int dot = near.IndexOf('.');
        return dot > 0 && dot + 2 < chunk.Length ? start + AddressScanner.DomainEnd(chunk, _lexicon) : start;
    }

    // "35mm", "5pm": the number and its unit are two words.
    private readonly int UnitStart(int start, int end)
    {
        int letters = end;
        while (letters > start && letters > end - 4 && _kinds[_text[letters - 1]] is CharKind.Lower or CharKind.Upper or CharKind.Sign)
        {
            letters--;
        }

        bool number = letters > start && _kinds[_text[start]] == CharKind.Digit && _kinds[_text[letters - 1]] == CharKind.Digit;
        return number && letters < end && _lexicon.IsUnit(_text[letters..end]) ? letters : start;
    }

    // Words with inner signs that stay whole ("w/o", "s/he"); the part up to a closing sign is tried too.
    private readonly int KeptEnd(int start, int end)
    {
        int length = end - start;
        while (length > 1 && _text[start + length - 1] is '.' or ',' or ';' or ':' or ')' or '?' or '"' or '\u201D')
        {
            length--;
        }

        return length is > 1 and <= 12 && _lexicon.IsKept(_text.Slice(start, length)) ? start + length : start;
    }

    // The full stop belongs to the word in abbreviations, initials and acronyms.
    private readonly int WithFullStop(int start, int stop, int end)
    {
        if (stop + 1 < end && _text[stop + 1] == '.')
        {
            return stop;
        }

        ReadOnlySpan<char> word = _text[start..stop];
        ReadOnlySpan<char> withStop = _text[start..(stop + 1)];
        if (word.Length == 1 && _kinds[word[0]] == CharKind.Upper)
        {
            return KeepsInitial(start, stop, end) ? stop + 1 : stop;
        }

        if (WordScanner.IsAcronym(word, _kinds))
        {
            return stop + 1;
        }

        bool keeps = _lexicon.Abbreviation(withStop) switch
        {
            AbbreviationUse.Always => true,
            AbbreviationUse.Number => NextKind(stop + 1) == CharKind.Digit,
            AbbreviationUse.Capital => _kinds[word[0]] == CharKind.Upper && NextKind(stop + 1) is CharKind.Upper or CharKind.Digit,
            _ => false,
        };
        return keeps ? stop + 1 : stop;
    }

    // "J. Smith", "George W. Bush", "J.Smith", but "so did I." and "plan B." at the end of a paragraph.
    private readonly bool KeepsInitial(int start, int stop, int end)
    {
        CharKind next = stop + 1 < end ? _kinds[_text[stop + 1]] : NextKind(stop + 1);
        if (next is CharKind.Line or CharKind.Digit)
        {
            return false;
        }

        return _text[start] != 'I' || (next == CharKind.Upper && PreviousKind(start) is CharKind.Upper or CharKind.Line);
    }

    /// <summary>Kind of the first character after white space from <paramref name="at"/>; Line at the end of the text.</summary>
    private readonly CharKind NextKind(int at)
    {
        int limit = Math.Min(_text.Length, at + 8);
        while (at < limit && _kinds[_text[at]] == CharKind.Space)
        {
            at++;
        }

        return at < limit ? _kinds[_text[at]] : CharKind.Line;
    }

    /// <summary>Kind of the first character of the run before <paramref name="at"/>; Line at the start of the text.</summary>
    private readonly CharKind PreviousKind(int at)
    {
        int i = at - 1;
        int limit = Math.Max(0, at - 40);
        while (i >= limit && _kinds[_text[i]] == CharKind.Space)
        {
            i--;
        }

        CharKind kind = CharKind.Line;
        while (i >= limit && _kinds[_text[i]] is not (CharKind.Space or CharKind.Line))
        {
            kind = _kinds[_text[i]];
            i--;
        }

        return kind;
    }

    private readonly void EmitLetters(int start, int end, ref WordBuffer words)
    {
        ReadOnlySpan<char> word = _text[start..end];
        if (word.Length <= 8)
        {
            ReadOnlySpan<int> cuts = _lexicon.ContractionCuts(word);
            if (cuts.Length > 0)
            {
                EmitCuts(start, end, cuts, ref words);
                return;
            }
        }

        int cut = _glued.Cut(word);
        if (cut > 0)
        {
            words.Add(start, start + cut, joins: false);
            start += cut;
        }

        words.Add(start, end, joins: false);
    }

    private static void EmitCuts(int start, int end, scoped ReadOnlySpan<int> cuts, ref WordBuffer words)
    {
        int from = start;
        foreach (int cut in cuts)
        {
            words.Add(from, start + cut, joins: from > start);
            from = start + cut;
        }

        words.Add(from, end, joins: true);
    }

    private void EmitWord(int start, int end, int chunkEnd, ref WordBuffer words)
    {
        ReadOnlySpan<char> word = _text[start..end];
        int apostrophe = word.LastIndexOfAny("'\u2019\u02BC`\u00B4");
        if (apostrophe < 0)
        {
            EmitLetters(start, end, ref words);
            return;
        }

        // From the right, so that "wouldn't've" gives three words.
        Span<int> cuts = stackalloc int[4];
        int count = 0;
        int last = word.Length;
        while (count < cuts.Length)
        {
            int cut = Clitics.Cut(word[..last]);
            if (cut <= 0)
            {
                break;
            }

            cuts[count++] = cut;
            last = cut;
        }

        cuts[..count].Reverse();
        if (count == 0)
        {
            words.Add(start, end, joins: false);
        }
        else
        {
            EmitCuts(start, end, cuts[..count], ref words);
        }
    }

    // An apostrophe after a final s is possessive, unless it closes a quotation that an apostrophe opened.
    private bool IsPossessive(int start, int end) =>
        !_insideSingleQuote && end - start > 1 && _text[end - 1] is 's' or 'S' or 'x' or 'z' or 'Z';

    private int ClosePossessive(int start, int last, int end, ref WordBuffer words)
    {
        if (last >= end || _text[last] is not ('\'' or '\u2019') || (last + 1 < end && _text[last + 1] is '\'' or '\u2019'))
        {
            return last;
        }

        if (IsPossessive(start, last))
        {
            words.Add(last, last + 1, joins: true);
            return last + 1;
        }

        return last;
    }

    private int SplitSign(int start, int end, ref WordBuffer words)
    {
        int last = SignEnd(start, end);
        words.Add(start, last, joins: false);
        return last;
    }

    private int SignEnd(int start, int end)
    {
        char c = _text[start];
        if (CharKinds.IsApostrophe(c))
        {
            return ApostropheEnd(start, end);
        }

        if (char.IsSurrogate(c))
        {
            return SignScanner.SurrogateEnd(_text[..end], start);
        }

        int emoticon = EmoticonEnd(start, end);
        if (emoticon > start)
        {
            return emoticon;
        }

        bool next = start + 1 < end;
        if (next && c is '#' or '@' && _kinds[_text[start + 1]] is CharKind.Lower or CharKind.Upper)
        {
            return SignScanner.TagEnd(_text[..end], start, _kinds);
        }

        if (c == '.' && next && _kinds[_text[start + 1]] == CharKind.Digit)
        {
            return WordScanner.End(_text[..end], start + 1, _kinds, _lexicon);
        }

        return SignScanner.RunEnd(_text[..end], start);
    }

    // Opening and closing marks, doubled apostrophes as quotation marks, and clitics cut off by a space ("Putin 's").
    private int ApostropheEnd(int start, int end)
    {
        if (start + 1 < end && CharKinds.IsApostrophe(_text[start + 1]))
        {
            return start + 2;
        }

        int letters = start + 1;
        while (letters < end && letters < start + 8 && _kinds[_text[letters]] is CharKind.Lower or CharKind.Upper or CharKind.Digit)
        {
            letters++;
        }

        ReadOnlySpan<char> word = _text[start..letters];
        bool alone = letters == end || _kinds[_text[letters]] == CharKind.Sign;
        if (alone && (Clitics.IsClitic(word) || _lexicon.IsKept(word) || IsDecade(word)))
        {
            return letters;
        }

        bool opens = letters > start + 1 && (start == 0 || _kinds[_text[start - 1]] is CharKind.Space or CharKind.Line or CharKind.Sign);
        _insideSingleQuote = opens;
        return start + 1;
    }

    // '02, '90s
    private readonly bool IsDecade(ReadOnlySpan<char> word) =>
        word.Length is 3 or 4 && _kinds[word[1]] == CharKind.Digit && _kinds[word[2]] == CharKind.Digit && (word.Length == 3 || word[3] == 's');

    private readonly int EmoticonEnd(int start, int end)
    {
        int length = end - start;
        if (length is < 2 or > 12)
        {
            return start;
        }

        while (length > 2 && _text[start + length - 1] is '.' or ',' or '!' or '?')
        {
            length--;
        }

        return _lexicon.IsEmoticon(_text.Slice(start, length)) ? start + length : start;
    }
}
