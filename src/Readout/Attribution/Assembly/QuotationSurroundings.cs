using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Quotations;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>What the words around a quotation tell: whether it is speech, the verb and the name that go with it.</summary>
internal sealed class QuotationSurroundings
{
    // Shorter quotations without an end of sentence are names, titles and borrowed words.
    private const int SpeechRows = 5;

    /// <summary>Rows within which a reporting verb belongs to the marks.</summary>
    public const int Beside = 14;

    private readonly ParsedText _parse;
    private readonly TokenTable _tokens;
    private readonly QuotedRows _quoted;
    private readonly CueLexicon _cues;
    private readonly IReadOnlyList<TextSpan> _boilerplate;

    public QuotationSurroundings(Scene scene, QuotedRows quoted, CueLexicon cues)
    {
        (_parse, _tokens, _quoted, _cues) = (scene.Parse, scene.Parse.Tokens, quoted, cues);
        _boilerplate = scene.Boilerplate;
    }

    /// <summary>Whether a quotation is long enough, or a whole sentence, or behind a colon.</summary>
    public bool IsSpeech(int quotation)
    {
        (int first, int end) = _quoted.Inner(quotation);
        ReadOnlySpan<char> last = _tokens.Form(end - 1);
        bool isSentence = last is "." or "!" or "?" or "," or "…" && char.IsUpper(_tokens.Form(first)[0]);
        bool follows = first >= 2 && _quoted.Of(first - 2) < 0 && _tokens.Form(first - 2) is ":";
        return end - first >= SpeechRows || (end - first >= 2 && isSentence) || follows;
    }

    /// <summary>Whether a quotation stands in boilerplate.</summary>
    public bool IsBoilerplate(int quotation)
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

    /// <summary>Rows of the paragraph from the quotation before to the quotation after.</summary>
    public (int First, int End) Around(int quotation)
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

    /// <summary>The nearest reporting verb behind the closing mark in the same sentence, else before the opening one.</summary>
    public int FindVerb(int start, int stop, int first, int end)
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

    /// <summary>Whether a comma or a colon stands outside the marks in rows [from, first).</summary>
    public bool EndsClause(int from, int first)
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

    /// <summary>“Minister: ‘We will not yield’”, with nothing but a name before the colon and nothing but the quotation behind it.</summary>
    public bool ColonSource(int first, out (int First, int End) named)
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

    /// <summary>A quotation is uttered where it fills sentences, not where it is a phrase inside the reporter's own sentence.</summary>
    public bool LooksUttered(int quotation, int start, int stop)
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
}
