using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Quotations;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Mends what the tagger gets wrong by class: a colon taken for a cue, the speaker behind an inverted verb or a participle before it taken for
/// content, and cues without a source of their own.
/// </summary>
internal sealed class DraftRefiner(ParsedText parse, QuotedRows quoted, CueLexicon cues)
{
    private readonly Clauses _clauses = new(parse);

    public void Refine(List<Draft> drafts)
    {
        foreach (Draft draft in drafts)
        {
            DropPunctuationCue(draft);
            TakeSourceOutOfContent(draft);
            TakeSourceBehindVerb(draft);
            SwapSides(draft);
            DropExpletive(draft);
            DropParticiple(draft);
            TakeQuoted(draft);
            DetachParagraphBefore(draft);
        }

        drafts.RemoveAll(draft => draft.Rows.Count == 0);

        var held = new bool[parse.Tokens.Count];
        foreach (Draft draft in drafts)
        {
            foreach ((int first, int end) in draft.Rows)
            {
                held.AsSpan(first, end - first).Fill(true);
            }
        }

        for (int i = 0; i < drafts.Count; i++)
        {
            if (!drafts[i].HasSource && drafts[i].HasCue)
            {
                ShareSource(drafts, i, held);
            }
        }
    }

    private void DropPunctuationCue(Draft draft)
    {
        for (int row = draft.Cue.First; row < draft.Cue.End; row++)
        {
            if (char.IsLetter(parse.Tokens.Form(row)[0]))
            {
                return;
            }
        }

        if (draft.HasCue)
        {
            (draft.Cue, draft.Origin) = (default, DraftOrigin.Colon);
        }
    }

    // “The talks were productive”, declared the chancellor at the end of the summit: what follows the verb is its subject.
    private void TakeSourceOutOfContent(Draft draft)
    {
        if (!draft.HasCue || draft.HasSource || draft.Rows.Count < 2 || !IsDirect(draft.Rows[0]) || cues.FirstIn(parse, draft.Cue.First, draft.Cue.End).Entry is not { IsSpeechVerb: true })
        {
            return;
        }

        int piece = draft.Rows.FindIndex(rows => rows.First >= draft.Cue.End && rows.First <= draft.Cue.End + 1 && quoted.Of(rows.First) < 0);
        if (piece > 0)
        {
            draft.Source = NounPhraseFrom(draft.Rows[piece].First, draft.Rows[piece].End);
            draft.Rows.RemoveAt(piece);
        }
    }

    // "..., said the central bank": behind a speech verb that a comma parts from what was said, a noun phrase to the end of the clause is the speaker,
    // which the tagger leaves out or takes for more content.
    private void TakeSourceBehindVerb(Draft draft)
    {
        int first = draft.Cue.End, behind = draft.Rows.FindIndex(rows => rows.First >= first);
        bool isInverted = !draft.HasSource && draft.Cue.End - draft.Cue.First == 1 && draft.Cue.First > 0 && behind != 0
            && parse.Tokens.Form(draft.Cue.First - 1) is "," or "\"" or "”" or "»" && cues.At(parse, draft.Cue.First) is { IsSpeechVerb: true };
        int end = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(draft.Cue.First) + 1];
        if (!isInverted || first >= end || parse.Upos[first] is not (UposTag.Det or UposTag.Noun or UposTag.Propn or UposTag.Adj or UposTag.Pron) || parse.Lemma(first) is "that" or "this" or "it" or "there")
        {
            return;
        }

        (int First, int End) phrase = NounPhraseFrom(first, end);
        if (EndsClause(phrase.End) && (behind < 0 || (behind == draft.Rows.Count - 1 && draft.Rows[behind].First == first && draft.Rows[behind].End <= phrase.End)))
        {
            draft.Source = phrase;
            draft.Rows.RemoveRange(behind < 0 ? draft.Rows.Count : behind, behind < 0 ? 0 : 1);
        }
    }

    // "The storm moves west, reported the station": where the tagger took the subject of what was said for the speaker, and the speaker for what was said.
    private void SwapSides(Draft draft)
    {
        int cue = draft.Cue.First;
        if (draft.Rows.Count != 1 || draft.Cue.End - cue != 1 || draft.Rows[0].First != draft.Cue.End || draft.Source.End > cue || cues.At(parse, cue) is not { IsSpeechVerb: true })
        {
            return;
        }

        int head = _clauses.HeadOf(draft.Rows[0].First, draft.Rows[0].End), start = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(cue)];
        bool isSpeaker = parse.Heads[head] == cue && parse.Upos[head] is UposTag.Noun or UposTag.Propn && (parse.Relations[head] == DependencyRelation.Nsubj || parse.Relations[cue] == DependencyRelation.Parataxis);
        if (isSpeaker && cue - 1 > start && (!draft.HasSource || draft.Source.First >= start) && parse.Tokens.Form(cue - 1) is ",")
        {
            draft.Source = draft.Rows[0];
            draft.Rows[0] = (start, cue - 1);
        }
    }

    // A comma, a full stop, or what tells where and when; a verb would make the phrase the subject of another clause.
    private bool EndsClause(int row) => row >= parse.Tokens.Count || parse.Upos[row] is UposTag.Adp or UposTag.Adv or UposTag.Sconj || IsMark(row);

    private bool IsMark(int row) => parse.Tokens.Form(row) is "," or "." or ";" or ":" or "(" or "--" or "–" or "—" or "\"" or "“" or "”";

    // A noun phrase without what a preposition other than "of" begins.
    private (int First, int End) NounPhraseFrom(int first, int end)
    {
        for (int row = first + 1; row < end; row++)
        {
            if ((parse.Upos[row] is UposTag.Adp && parse.Lemma(row) != "of") || parse.Upos[row] is UposTag.Verb or UposTag.Aux or UposTag.Sconj or UposTag.Adv || IsMark(row))
            {
                return (first, row);
            }
        }

        return (first, end);
    }

    // "The plant is closed, it was reported": "it" stands for the clause.
    private void DropExpletive(Draft draft)
    {
        if (draft.Rows.Count > 1)
        {
            draft.Rows.RemoveAll(rows => rows.End - rows.First == 1 && quoted.Of(rows.First) < 0 && parse.Lemma(rows.First) is "it");
        }
    }

    // "Addressing the chancellor directly, she stated, “...”": the participle tells the manner, not the content.
    private void DropParticiple(Draft draft)
    {
        if (!draft.HasCue || draft.Rows.Count < 2 || !draft.Rows.Exists(IsDirect))
        {
            return;
        }

        draft.Rows.RemoveAll(rows => quoted.Of(rows.First) < 0 && quoted.Of(rows.End - 1) < 0 && rows.End <= draft.Cue.First
            && parse.Xpos(_clauses.HeadOf(rows.First, rows.End)) == "VBG" && parse.Relations[_clauses.HeadOf(rows.First, rows.End)] == DependencyRelation.Advcl);
    }

    // "The magazine quoted the minister as saying", "the minister was quoted by the magazine as saying": who is quoted speaks. A name taken for what the
    // quoting verb says is the speaker of what follows "saying".
    private void TakeQuoted(Draft draft)
    {
        int verb = draft.HasCue ? QuotingVerb(draft.Cue) : -1;
        if (verb < 0)
        {
            return;
        }

        int passive = parse.ChildWith(verb, DependencyRelation.NsubjPass);
        int quotedOne = passive >= 0 ? passive : parse.ChildWith(verb, DependencyRelation.Obj);
        if (quotedOne < 0 || quoted.Of(quotedOne) >= 0 || parse.Upos[quotedOne] is not (UposTag.Propn or UposTag.Noun or UposTag.Pron))
        {
            return;
        }

        (int first, int end) = _clauses.Phrase(quotedOne);
        end = parse.RightEdge(quotedOne) >= verb && quotedOne < verb ? quotedOne + 1 : end;
        draft.Rows.RemoveAll(rows => rows.First >= first && rows.First < end && (rows.End <= end || SaysAs(end, rows.End)));
        draft.Source = (first, end);
    }

    // "quoted the reports of a seminar as saying on Wednesday": nothing between whom is quoted and the end is content.
    private bool SaysAs(int first, int end)
    {
        for (int row = first; row + 1 < end; row++)
        {
            if (parse.Lemma(row) is "as" && parse.Xpos(row + 1) == "VBG")
            {
                return true;
            }
        }

        return false;
    }

    // The verb of the cue, or that which "as saying" hangs on.
    private int QuotingVerb((int First, int End) cue)
    {
        for (int row = cue.First; row < cue.End; row++)
        {
            if (parse.Lemma(row) is "quote" or "cite" && parse.Upos[row] == UposTag.Verb)
            {
                return row;
            }
        }

        int up = parse.Heads[cue.First];
        return parse.Xpos(cue.First) == "VBG" && cue.First > 0 && parse.Lemma(cue.First - 1) == "as" && up >= 0 && parse.Lemma(up) is "quote" or "cite" ? up : -1;
    }

    // A paragraph that is one closed quotation does not belong to a cue of the next paragraph that has content of its own there.
    private void DetachParagraphBefore(Draft draft)
    {
        if (!draft.HasCue || draft.Rows.Count < 2)
        {
            return;
        }

        int paragraph = parse.Tokens.ParagraphOf(draft.Cue.First);
        bool hasOwn = draft.Rows.Exists(rows => parse.Tokens.ParagraphOf(rows.First) == paragraph);
        draft.Rows.RemoveAll(rows => hasOwn && parse.Tokens.ParagraphOf(rows.First) < paragraph && IsDirect(rows) && quoted.Quotations[quoted.Of(rows.First)].Ending == QuotationEnding.Closed
            && parse.Tokens.Form(quoted.Inner(quoted.Of(rows.First)).End - 1) is "." or "!" or "?");
    }

    private bool IsDirect((int First, int End) rows) => quoted.Of(rows.First) >= 0 && quoted.Of(rows.First) == quoted.Of(rows.End - 1);

    // "She welcomed the plan and added that ...": a cue without a source of its own takes the subject that the sentence gives it, which in the
    // training annotation already belongs to the first cue; else the source of the statement before it in the sentence.
    private void ShareSource(List<Draft> drafts, int index, bool[] held)
    {
        Draft draft = drafts[index];
        (int First, int End) subject = quoted.Of(draft.Cue.First) >= 0 ? default : _clauses.SubjectOf(draft.Cue.First, draft.Cue.End);
        bool isUsable = subject.End > subject.First && !held[subject.First] && quoted.Of(subject.First) < 0;
        if (!isUsable)
        {
            subject = index > 0 && IsVerbal(draft) && SameSentence(drafts[index - 1], draft) ? drafts[index - 1].Source : default;
        }

        if (subject.End > subject.First)
        {
            (draft.Source, draft.IsSourceShared) = (subject, true);
        }
    }

    // Participles and finite active verbs have a subject somewhere; passives need not.
    private bool IsVerbal(Draft draft) => parse.Xpos(_clauses.HeadOf(draft.Cue.First, draft.Cue.End)) is "VBG" or "VBD" or "VBZ" or "VBP" or "VB";

    private bool SameSentence(Draft left, Draft right) => left.HasCue && parse.Tokens.SentenceOf(left.Cue.First) == parse.Tokens.SentenceOf(right.Cue.First);
}
