using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>Brings drafts from the conventions of PolNeAR's annotation to those of the record (docs/guidelines/statements.md).</summary>
internal sealed class RecordRefiner(Scene scene, QuotedRows quoted, CueLexicon cues)
{
    private readonly ParsedText _parse = scene.Parse;

    // Words between "to" and "that" in "explained to the deputies that".
    private const int LongestAddressee = 6;

    // Words of a dateline.
    private const int LongestDateline = 16;

    private readonly TokenTable _tokens = scene.Parse.Tokens;
    private readonly Clauses _clauses = new(scene.Parse);

    public void Refine(List<Draft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft draft = drafts[i];
            TrimCue(draft);
            DropAddressee(draft);
            DropPassiveSubject(draft);
            StartAtThat(draft);
            StartBehindDateline(draft);
            DropOtherParagraphs(draft);
            WidenSource(draft);
            CutSourceAtTime(draft);
            if (i + 1 < drafts.Count && Answers(draft, drafts[i + 1]))
            {
                drafts[i + 1].Rows.InsertRange(0, draft.Rows);
                drafts.RemoveAt(i--);
            }
        }

        drafts.Sort((a, b) => a.Rows[0].First != b.Rows[0].First ? a.Rows[0].First.CompareTo(b.Rows[0].First) : b.Rows[^1].End.CompareTo(a.Rows[^1].End));
    }

    private void TrimCue(Draft draft)
    {
        (int first, int end) = draft.Cue;
        while (end > first && _parse.Upos[end - 1] == UposTag.Punct)
        {
            end--;
        }

        draft.Cue = (first, CutAtTime(first, end));
    }

    // "agreed on Monday": the time is no part of the cue.
    private int CutAtTime(int first, int end)
    {
        for (int row = first + 1; row < end; row++)
        {
            int at = FirstTimeFrom(_tokens.Starts[row]);
            if (at < scene.Times.Count && scene.Times[at].Span.Start < _tokens.Ends[row])
            {
                return row - 1 > first && _parse.Upos[row - 1] == UposTag.Adp ? row - 1 : row;
            }
        }

        return end;
    }

    // "reported the news agency Saturday", "the bank on Wednesday estimated": the day is no part of the speaker.
    private void CutSourceAtTime(Draft draft)
    {
        (int first, int end) = draft.Source;
        int at = end - first > 1 ? FirstTimeFrom(_tokens.Starts[end - 1]) : scene.Times.Count;
        int cut = _parse.Lemma(Math.Max(0, end - 2)) is "on" ? end - 2 : end - 1;
        if (at < scene.Times.Count && scene.Times[at].Span.Start == _tokens.Starts[end - 1] && cut > first && _parse.Upos[cut - 1] is not (UposTag.Adp or UposTag.Det or UposTag.Punct) && _clauses.HeadOf(first, end) < cut)
        {
            draft.Source = (first, cut);
        }
    }

    // A clause of the reporter's in another paragraph than the cue is no content: what goes on without marks has no cue of its own.
    private void DropOtherParagraphs(Draft draft)
    {
        int paragraph = draft.HasCue ? _tokens.ParagraphOf(draft.Cue.First) : -1;
        if (paragraph >= 0 && draft.Rows.Count > 1 && draft.Rows.Exists(rows => _tokens.ParagraphOf(rows.First) == paragraph))
        {
            draft.Rows.RemoveAll(rows => _tokens.ParagraphOf(rows.First) != paragraph && (quoted.Of(rows.First) < 0 || quoted.Of(rows.First) != quoted.Of(rows.End - 1)));
        }
    }

    private int FirstTimeFrom(int offset)
    {
        int low = 0, high = scene.Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = scene.Times[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // "The Serbs are being urged to vote": whom it was said to is the subject, and nobody is named who says it.
    private void DropPassiveSubject(Draft draft)
    {
        if (!draft.HasSource || !draft.HasCue || cues.FirstIn(_parse, draft.Cue.First, draft.Cue.End).Entry is not { Addressee: "obj" })
        {
            return;
        }

        int head = _clauses.HeadOf(draft.Source.First, draft.Source.End), verb = _parse.Heads[head];
        if (_parse.Relations[head] == DependencyRelation.NsubjPass && verb >= draft.Cue.First && verb < draft.Cue.End)
        {
            int agent = _parse.ChildWith(verb, DependencyRelation.OblAgent);
            draft.Source = agent < 0 ? default : _clauses.Phrase(agent);
        }
    }

    // "..., the minister promised the Assembly on Tuesday": behind the verb stands whom it was said to, not what.
    private void DropAddressee(Draft draft)
    {
        if (draft.Rows.Count < 2 || !draft.HasCue || draft.Rows[0].End > draft.Cue.First || cues.FirstIn(_parse, draft.Cue.First, draft.Cue.End).Entry is not { Addressee: "obj" or "to" })
        {
            return;
        }

        draft.Rows.RemoveAll(rows => rows.First == draft.Cue.End && quoted.Of(rows.First) < 0 && !HasVerb(rows.First, rows.End));
    }

    private void StartAtThat(Draft draft)
    {
        for (int i = 0; i < draft.Rows.Count; i++)
        {
            (int first, int end) = draft.Rows[i];
            bool isTo = (_parse.Lemma(first) == "to" && _parse.Upos[first] == UposTag.Adp) || StartsWithTime(first);
            for (int row = first + 1; isTo && row < Math.Min(end - 1, first + LongestAddressee); row++)
            {
                if (_parse.Lemma(row) == "that" && _parse.Upos[row] == UposTag.Sconj)
                {
                    draft.Rows[i] = (row, end);
                    break;
                }
            }
        }
    }

    // "reported two weeks ago that": when it was said stands before the content.
    private bool StartsWithTime(int first)
    {
        int at = FirstTimeFrom(_tokens.Starts[first]);
        return at < scene.Times.Count && scene.Times[at].Span.Start == _tokens.Starts[first];
    }

    // "CALDERMOUTH, December 11 (MPA) -- Maravene ...": place and date in capitals, then a dash.
    private void StartBehindDateline(Draft draft)
    {
        (int first, int end) = draft.Rows[0];
        if (first != _tokens.ParagraphStarts[_tokens.ParagraphOf(first)] || !IsCapitals(first))
        {
            return;
        }

        for (int row = first + 1; row < Math.Min(end - 1, first + LongestDateline); row++)
        {
            if (_tokens.Form(row) is "--" or "–" or "—" or "-")
            {
                draft.Rows[0] = (row + 1, end);
                return;
            }
        }
    }

    private bool IsCapitals(int row)
    {
        ReadOnlySpan<char> form = _tokens.Form(row);
        return form.Length > 2 && !form.ContainsAnyInRange('a', 'z') && char.IsUpper(form[0]);
    }

    // The whole noun phrase is the source: apposition and relative clause included.
    private void WidenSource(Draft draft)
    {
        if (!draft.HasSource || !draft.HasCue)
        {
            return;
        }

        int head = _clauses.HeadOf(draft.Source.First, draft.Source.End);
        (int first, int end) = _clauses.Phrase(head);
        bool isWider = first <= draft.Source.First && end > draft.Source.End && end - draft.Source.End <= 20 && _tokens.SentenceOf(end - 1) == _tokens.SentenceOf(first);
        bool isLoose = isWider && _tokens.Form(draft.Source.End) is not ("," or "(" or "of" or "who" or "which");
        bool meets = draft.Cue.First < end && draft.Cue.End > first;
        foreach ((int start, int stop) in draft.Rows)
        {
            meets |= start < end && stop > first;
        }

        if (isWider && !isLoose && !meets && _parse.Upos[head] is not UposTag.Verb)
        {
            draft.Source = (draft.Source.First, end);
        }
    }

    // "Asked whether ..., she said no": the question is the first content of the answer.
    private bool Answers(Draft question, Draft answer) =>
        question.HasCue && !question.HasSource && answer.HasCue && answer.HasSource && _parse.Lemma(question.Cue.First) == "ask" && _parse.Xpos(question.Cue.First) == "VBN"
        && _tokens.SentenceOf(question.Cue.First) == _tokens.SentenceOf(answer.Cue.First) && question.Rows[^1].End <= answer.Rows[0].First;

    private bool HasVerb(int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (_parse.Upos[row] is UposTag.Verb or UposTag.Aux)
            {
                return true;
            }
        }

        return false;
    }
}
