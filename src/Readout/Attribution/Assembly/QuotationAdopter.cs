using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Sees to it that no speech in quotation marks is lost: quotations that no draft covers go on with the statement before or after them,
/// or become drafts of their own with the best speaker that the surroundings give (O'Keefe et al. 2012: cue beside, then sequence).
/// </summary>
internal sealed class QuotationAdopter
{
    private readonly ParsedText _parse;
    private readonly TokenTable _tokens;
    private readonly QuotedRows _quoted;
    private readonly Clauses _clauses;
    private readonly QuotationSurroundings _surroundings;
    private readonly OrderedDrafts _drafts;

    public QuotationAdopter(Scene scene, QuotedRows quoted, CueLexicon cues, List<Draft> drafts)
    {
        (_parse, _tokens, _quoted) = (scene.Parse, scene.Parse.Tokens, quoted);
        _surroundings = new QuotationSurroundings(scene, quoted, cues);
        _drafts = new OrderedDrafts(drafts, _tokens);
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
            owner[i] = _drafts.Owner(first, end);
            if (owner[i] is null && end > first && !_surroundings.IsBoilerplate(i) && (_surroundings.IsSpeech(i) || ContinuesOwned(i, owner)))
            {
                owner[i] = Take(i, owner);
            }
        }
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
            return _drafts.Extend(begun, first, end);
        }

        (int start, int stop) = _surroundings.Around(quotation);
        int verb = _surroundings.FindVerb(start, stop, first, end);
        if (verb >= 0)
        {
            return AtVerb(verb, first, end);
        }

        if (_surroundings.ColonSource(first, out (int First, int End) named))
        {
            return _drafts.Add(new Draft { Origin = DraftOrigin.Colon, Source = named }, first, end);
        }

        if (!_surroundings.LooksUttered(quotation, start, stop))
        {
            return null;
        }

        return Neighbour(quotation, owner, first, end) ?? _drafts.Add(FromContext(first, owner, quotation), first, end);
    }

    private Draft AtVerb(int verb, int first, int end)
    {
        foreach (Draft other in _drafts.Around(first))
        {
            if (other.HasCue && verb >= other.Cue.First && verb < other.Cue.End)
            {
                return _drafts.Extend(other, first, end);
            }
        }

        (int First, int End) source = _clauses.SubjectOf(verb, verb + 1);
        var draft = new Draft { Origin = DraftOrigin.Beside, Cue = (verb, verb + 1) };
        if (source.End > source.First && (source.End <= first || source.First >= end))
        {
            draft.Source = source;
        }

        // "said that the two “will go on”": the clause leads into the marks, and both are one content.
        bool leadsIn = verb + 1 < first && first - verb < QuotationSurroundings.Beside && _parse.Lemma(verb + 1) is "that" or "to" or "it" && !_surroundings.EndsClause(verb + 1, first);
        if (leadsIn)
        {
            int closing = end < _tokens.Count && _quoted.Of(end) == _quoted.Of(first) ? end + 1 : end;
            return _drafts.Add(draft, verb + 1, closing);
        }

        return _drafts.Add(draft, first, end);
    }

    // A quotation in the same paragraph with nothing but its reporting clause between: one statement.
    private Draft? Neighbour(int quotation, Draft?[] owner, int first, int end)
    {
        for (int other = quotation - 1; other >= Math.Max(0, quotation - 4); other--)
        {
            if (owner[other] is { } before && _quoted.Quotations[other].Parent < 0)
            {
                (int _, int otherEnd) = _quoted.Inner(other);
                return SameParagraph(otherEnd - 1, first) && !SomebodyElseBetween(before, otherEnd, first) ? _drafts.Extend(before, first, end) : null;
            }
        }

        return null;
    }

    private bool SameParagraph(int left, int right) => _tokens.ParagraphOf(left) == _tokens.ParagraphOf(right);

    private bool SomebodyElseBetween(Draft own, int from, int to)
    {
        foreach (Draft other in _drafts.Around(to))
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
        Draft? last = _drafts.LastBefore(first, 1, paragraph);
        Draft? other = _drafts.LastBefore(first, 2, paragraph);
        bool isExchange = last is not null && other is not null && quotation > 0 && owner[quotation - 1] == last
            && last.Origin is DraftOrigin.Alternation or DraftOrigin.Context && !SameSource(last, other);
        Draft? from = isExchange ? other : last;
        return from is null
            ? new Draft { Origin = DraftOrigin.Alone }
            : new Draft { Origin = isExchange ? DraftOrigin.Alternation : DraftOrigin.Context, Source = from.Source, IsSourceShared = true };
    }

    private bool SameSource(Draft left, Draft right) =>
        _tokens.Form(left.Source.End - 1).Equals(_tokens.Form(right.Source.End - 1), StringComparison.OrdinalIgnoreCase);
}
