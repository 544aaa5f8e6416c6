using Readout.Attribution.Extraction;
using Readout.Parsing;

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
            DropParticiple(draft);
        }

        var held = new HashSet<int>();
        foreach (Draft draft in drafts)
        {
            foreach ((int first, int end) in draft.Rows)
            {
                for (int row = first; row < end; row++)
                {
                    held.Add(row);
                }
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

    // A noun phrase without what a preposition other than "of" begins.
    private (int First, int End) NounPhraseFrom(int first, int end)
    {
        for (int row = first + 1; row < end; row++)
        {
            if ((parse.Upos[row] is UposTag.Adp && parse.Lemma(row) != "of") || parse.Upos[row] is UposTag.Verb or UposTag.Sconj || parse.Tokens.Form(row) is ",")
            {
                return (first, row);
            }
        }

        return (first, end);
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

    private bool IsDirect((int First, int End) rows) => quoted.Of(rows.First) >= 0 && quoted.Of(rows.First) == quoted.Of(rows.End - 1);

    // "She welcomed the plan and added that ...": a cue without a source of its own takes the subject that the sentence gives it, which in the
    // training annotation already belongs to the first cue; else the source of the statement before it in the sentence.
    private void ShareSource(List<Draft> drafts, int index, HashSet<int> held)
    {
        Draft draft = drafts[index];
        (int First, int End) subject = quoted.Of(draft.Cue.First) >= 0 ? default : _clauses.SubjectOf(draft.Cue.First, draft.Cue.End);
        bool isUsable = subject.End > subject.First && !held.Contains(subject.First) && quoted.Of(subject.First) < 0;
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
