using System.Runtime.InteropServices;
using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Sees to it that no speech in quotation marks is lost: quotations that no draft covers go on with the statement before or after them,
/// or become drafts of their own with the best speaker that the surroundings give (O'Keefe et al. 2012: cue beside, then sequence).
/// </summary>
internal sealed class QuotationAdopter
{
    // Shorter quotations without an end of sentence are names, titles and borrowed words.
    private const int SpeechRows = 5;

    // A reporting verb further from the marks belongs to something else.
    private const int Beside = 14;

    // A statement of more pieces than this is noise; the rest becomes one of its own.
    private const int MostContents = 64;

    // Drafts looked at on either side of a quotation.
    private const int Reach = 6;

    private readonly ParsedText _parse;
    private readonly TokenTable _tokens;
    private readonly QuotedRows _quoted;
    private readonly CueLexicon _cues;
    private readonly Clauses _clauses;
    private readonly IReadOnlyList<TextSpan> _boilerplate;
    private readonly List<Draft> _drafts;

    public QuotationAdopter(Scene scene, QuotedRows quoted, CueLexicon cues, List<Draft> drafts)
    {
        (_parse, _tokens, _quoted, _cues, _drafts) = (scene.Parse, scene.Parse.Tokens, quoted, cues, drafts);
        _boilerplate = scene.Boilerplate;
        _clauses = new Clauses(_parse);
    }

    /// <summary>Adds rows to drafts and drafts to the list, which is in text order afterwards.</summary>
    public void Adopt()
    {
        var owner = new Draft?[_quoted.Quotations.Length];
        for (int i = 0; i < owner.Length; i++)
        {
            if (_quoted.Quotations[i].Parent >= 0)
            {
                continue;
            }

            (int first, int end) = _quoted.Inner(i);
            owner[i] = Owner(first, end);
            if (owner[i] is null && end > first && !IsBoilerplate(i) && (IsSpeech(i) || ContinuesOwned(i, owner)))
            {
                owner[i] = Take(i, owner);
            }
        }
    }

    // Drafts are sorted by their first content, so those that can reach a quotation stand near it.
    private Draft? Owner(int first, int end)
    {
        (int from, int to) = Near(first);
        for (int i = from; i < to; i++)
        {
            Draft draft = _drafts[i];
            bool isNested = draft.HasCue && draft.Cue.First >= first && draft.Cue.End <= end && !Splits(draft, first, end);
            if (!isNested && draft.RowsWithin(first, end) * 2 >= Math.Max(1, end - first - (draft.Cue.First >= first && draft.Cue.First < end ? end - first - draft.RowsWithin(first, end) : 0)))
            {
                return draft;
            }
        }

        return null;
    }

    // "We have agreed – explained the head of the palace – to go on": the cue stands between two contents of one quotation.
    private static bool Splits(Draft draft, int first, int end)
    {
        bool before = false, after = false;
        foreach ((int start, int stop) in draft.Rows)
        {
            before |= start >= first && stop <= draft.Cue.First;
            after |= start >= draft.Cue.End && stop <= end;
        }

        return before && after;
    }

    // The drafts whose contents begin around a row: those before it that can reach it, and the next ones.
    private (int From, int To) Near(int row)
    {
        int low = FirstAfter(row);
        return (Math.Max(0, low - Reach), Math.Min(_drafts.Count, low + Reach));
    }

    // Index of the first draft whose content begins after a row.
    private int FirstAfter(int row)
    {
        int low = 0, high = _drafts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_drafts[middle].Rows[0].First <= row)
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

    private bool IsBoilerplate(int quotation)
    {
        TextSpan inner = _quoted.Quotations[quotation].Inner;
        foreach (TextSpan line in _boilerplate)
        {
            if (line.Overlaps(inner))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpeech(int quotation)
    {
        (int first, int end) = _quoted.Inner(quotation);
        ReadOnlySpan<char> last = _tokens.Form(end - 1);
        bool isSentence = last is "." or "!" or "?" or "," or "…" && char.IsUpper(_tokens.Form(first)[0]);
        bool follows = first >= 2 && _quoted.Of(first - 2) < 0 && _tokens.Form(first - 2) is ":";
        return end - first >= SpeechRows || (end - first >= 2 && isSentence) || follows;
    }

    private bool ContinuesOwned(int quotation, Draft?[] owner)
    {
        int previous = _quoted.Quotations[quotation].Previous;
        return previous >= 0 && owner[previous] is not null;
    }

    private Draft? Take(int quotation, Draft?[] owner)
    {
        Quotation taken = _quoted.Quotations[quotation];
        (int first, int end) = _quoted.Inner(quotation);
        if (taken.Previous >= 0 && owner[taken.Previous] is { } begun)
        {
            return Extend(begun, first, end);
        }

        (int start, int stop) = Around(quotation);
        int verb = FindVerb(start, stop, first, end);
        if (verb >= 0)
        {
            return AtVerb(verb, first, end);
        }

        if (ColonSource(first, out (int First, int End) named))
        {
            return AddDraft(new Draft { Origin = DraftOrigin.Colon, Source = named }, first, end);
        }

        if (!LooksUttered(quotation, start, stop))
        {
            return null;
        }

        return Neighbour(quotation, owner, first, end) ?? AddDraft(FromContext(first, owner, quotation), first, end);
    }

    private Draft Extend(Draft draft, int first, int end)
    {
        if (draft.Rows.Count >= MostContents)
        {
            return AddDraft(new Draft { Origin = DraftOrigin.Context, Source = draft.Source, IsSourceShared = true }, first, end);
        }

        // What the draft holds of the quotation already goes into the whole.
        int before = draft.Rows[0].First;
        foreach ((int start, int stop) in draft.Rows.FindAll(rows => rows.First < end && rows.End > first))
        {
            (first, end) = (Math.Min(first, start), Math.Max(end, stop));
            draft.Rows.Remove((start, stop));
        }

        if (first < before)
        {
            // Keeps the list in order of first contents.
            _drafts.Remove(draft);
            draft.Rows.Insert(0, (first, end));
            _drafts.Insert(FirstAfter(first), draft);
            return draft;
        }

        draft.Rows.Add((first, end));
        draft.Rows.Sort();
        return draft;
    }

    private Draft AddDraft(Draft draft, int first, int end)
    {
        draft.Rows.Add((first, end));
        _drafts.Insert(FirstAfter(first), draft);
        return draft;
    }

    // Rows of the paragraph from the quotation before to the quotation after.
    private (int First, int End) Around(int quotation)
    {
        (int first, int end) = _quoted.Inner(quotation);
        int paragraph = _tokens.ParagraphOf(first);
        int start = first, stop = end;
        while (start > _tokens.ParagraphStarts[paragraph] && (_quoted.Of(start - 1) < 0 || _quoted.Of(start - 1) == quotation))
        {
            start--;
        }

        while (stop < _tokens.ParagraphStarts[paragraph + 1] && (_quoted.Of(stop) < 0 || _quoted.Of(stop) == quotation))
        {
            stop++;
        }

        return (start, stop);
    }

    // The nearest reporting verb behind the closing mark in the same sentence, else before the opening one.
    private int FindVerb(int start, int stop, int first, int end)
    {
        int sentenceEnd = end;
        for (int row = end; row < Math.Min(stop, end + Beside); row++)
        {
            if (_quoted.Of(row) < 0 && _tokens.Form(row) is "." or "!" or "?")
            {
                break;
            }

            sentenceEnd = row + 1;
            if (IsReportingVerb(row) && _quoted.Of(row) < 0)
            {
                return ClosedByComma(end) ? row : -1;
            }
        }

        for (int row = first - 1; row >= Math.Max(start, first - Beside); row--)
        {
            if (_quoted.Of(row) < 0 && _tokens.Form(row) is "." or "!" or "?")
            {
                break;
            }

            if (_quoted.Of(row) < 0 && IsReportingVerb(row))
            {
                return row;
            }
        }

        return sentenceEnd < 0 ? sentenceEnd : -1;
    }

    // “..., ” he said: the words before the verb end with a comma, a question or exclamation mark, or a dash; “the plan” said nothing.
    private bool ClosedByComma(int end)
    {
        for (int row = end - 1; row < Math.Min(_tokens.Count, end + 2); row++)
        {
            if (_tokens.Form(row) is "," or "?" or "!" or "…" or "—" or "–" or "-" or ".")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsReportingVerb(int row) =>
        _cues.At(_parse, row) is { IsSpeechVerb: true } && _parse.Upos[row] is UposTag.Verb or UposTag.X;

    private Draft AtVerb(int verb, int first, int end)
    {
        (int from, int to) = Near(first);
        foreach (Draft other in CollectionsMarshal.AsSpan(_drafts)[from..to])
        {
            if (other.HasCue && verb >= other.Cue.First && verb < other.Cue.End)
            {
                return Extend(other, first, end);
            }
        }

        (int First, int End) source = _clauses.SubjectOf(verb, verb + 1);
        var draft = new Draft { Origin = DraftOrigin.Beside, Cue = (verb, verb + 1) };
        if (source.End > source.First && (source.End <= first || source.First >= end))
        {
            draft.Source = source;
        }

        // "said that the two “will go on”": the clause leads into the marks, and both are one content.
        bool leadsIn = verb + 1 < first && first - verb < Beside && _parse.Lemma(verb + 1) is "that" or "to" or "it" && !EndsClause(verb + 1, first);
        if (leadsIn)
        {
            int closing = end < _tokens.Count && _quoted.Of(end) == _quoted.Of(first) ? end + 1 : end;
            return AddDraft(draft, verb + 1, closing);
        }

        return AddDraft(draft, first, end);
    }

    private bool EndsClause(int from, int first)
    {
        for (int row = from; row < first; row++)
        {
            if (_quoted.Of(row) < 0 && _tokens.Form(row) is ":" or ",")
            {
                return true;
            }
        }

        return false;
    }

    // “Minister: ‘We will not yield’”, with nothing but a name before the colon and nothing but the quotation behind it.
    private bool ColonSource(int first, out (int First, int End) named)
    {
        named = default;
        int colon = first - 1;
        while (colon > 0 && _tokens.Form(colon) is not ":" && first - colon < 3)
        {
            colon--;
        }

        int start = _tokens.ParagraphStarts[_tokens.ParagraphOf(first)];
        if (colon <= start || _tokens.Form(colon) is not ":")
        {
            return false;
        }

        int from = colon;
        while (from > start && colon - from < 8 && _tokens.Form(from - 1) is not ("," or "." or "–" or "—" or "-" or ";" or ":"))
        {
            from--;
        }

        named = (from, colon);
        return char.IsUpper(_tokens.Form(from)[0]);
    }

    // A quotation is uttered where it fills sentences, not where it is a phrase inside the reporter's own sentence.
    private bool LooksUttered(int quotation, int start, int stop)
    {
        (int first, int end) = _quoted.Inner(quotation);
        bool opensSentence = char.IsUpper(_tokens.Form(first)[0]) || _tokens.Form(first) is "…" or "...";
        bool ends = _tokens.Form(end - 1) is "." or "!" or "?" or "…" or "..." || _quoted.Quotations[quotation].Ending != QuotationEnding.Closed;
        int before = first - 1;
        while (before >= start && (_quoted.Of(before) == quotation || _tokens.Form(before) is ":" or "," or "–" or "—"))
        {
            before--;
        }

        bool atStart = before < start || _tokens.Form(before) is "." or "!" or "?" || _tokens.Form(first - 1) is ":" || (first >= 2 && _tokens.Form(first - 2) is ":");
        return (opensSentence && atStart) || (ends && atStart && end - first >= SpeechRows && stop >= end);
    }

    // A quotation in the same paragraph with nothing but its reporting clause between: one statement.
    private Draft? Neighbour(int quotation, Draft?[] owner, int first, int end)
    {
        for (int other = quotation - 1; other >= Math.Max(0, quotation - 4); other--)
        {
            if (owner[other] is { } before && _quoted.Quotations[other].Parent < 0)
            {
                (int _, int otherEnd) = _quoted.Inner(other);
                return SameParagraph(otherEnd - 1, first) && !SomebodyElseBetween(before, otherEnd, first) ? Extend(before, first, end) : null;
            }
        }

        return null;
    }

    private bool SameParagraph(int left, int right) => _tokens.ParagraphOf(left) == _tokens.ParagraphOf(right);

    private bool SomebodyElseBetween(Draft own, int from, int to)
    {
        (int near, int end) = Near(to);
        foreach (Draft other in CollectionsMarshal.AsSpan(_drafts)[near..end])
        {
            if (other != own && other.HasCue && other.Cue.First >= from && other.Cue.First < to)
            {
                return true;
            }
        }

        return false;
    }

    private Draft FromContext(int first, Draft?[] owner, int quotation)
    {
        int paragraph = _tokens.ParagraphOf(first);
        Draft? last = LastBefore(first, 1, paragraph);
        Draft? other = LastBefore(first, 2, paragraph);
        bool isExchange = last is not null && other is not null && quotation > 0 && owner[quotation - 1] == last
            && last.Origin is DraftOrigin.Alternation or DraftOrigin.Context && !SameSource(last, other);
        Draft? from = isExchange ? other : last;
        return from is null
            ? new Draft { Origin = DraftOrigin.Alone }
            : new Draft { Origin = isExchange ? DraftOrigin.Alternation : DraftOrigin.Context, Source = from.Source, IsSourceShared = true };
    }

    // The n-th last draft with a source before a row, in this paragraph or one of the two before it.
    private Draft? LastBefore(int row, int n, int paragraph)
    {
        for (int i = FirstAfter(row) - 1; i >= Math.Max(0, FirstAfter(row) - (2 * Reach)); i--)
        {
            Draft draft = _drafts[i];
            if (draft.Rows[0].First < row && draft.HasSource && _tokens.ParagraphOf(draft.Rows[^1].First) >= paragraph - 2 && --n == 0)
            {
                return draft;
            }
        }

        return null;
    }

    private bool SameSource(Draft left, Draft right) =>
        _tokens.Form(left.Source.End - 1).Equals(_tokens.Form(right.Source.End - 1), StringComparison.OrdinalIgnoreCase);
}
