using Readout.Attribution.Extraction;
using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Tells statements from the wider attributions of PolNeAR (docs/guidelines/statements.md): no wishes, plans and knowledge that nobody uttered, no
/// things that merely suggest something, no passives without a speaker.
/// </summary>
internal sealed class RecordScope(Scene scene, QuotedRows quoted, CueLexicon cues)
{
    private readonly MentionIndex _index = new(scene.Mentions);
    private readonly Clauses _clauses = new(scene.Parse);

    public bool Holds(Draft draft)
    {
        if (!draft.HasCue || IsQuoted(draft))
        {
            return true;
        }

        CueEntry? entry = Entry(draft);
        if (IsAnonymityFormula(draft))
        {
            return false;
        }

        if (entry is null)
        {
            return draft.HasSource && IsActor(draft) && draft.Origin != DraftOrigin.Tagged;
        }

        return entry.Class is not ("wish" or "evidence") && (draft.HasSource ? IsActor(draft) : entry.Class is "speech" or "text" && HasVerb(draft));
    }

    // The most telling entry of the cue: speech before belief before wish.
    private CueEntry? Entry(Draft draft)
    {
        CueEntry? best = null;
        for (int row = draft.Cue.First; row < draft.Cue.End; row++)
        {
            CueEntry? entry = cues.At(scene.Parse, row);
            best = best is null || entry?.Class == "speech" ? entry ?? best : best;
        }

        return best;
    }

    // A source without any mention ("the tone", "this move") is a thing; pronouns and names that detection missed are given the benefit.
    private bool IsActor(Draft draft)
    {
        int head = _clauses.HeadOf(draft.Source.First, draft.Source.End);
        int mention = _index.FirstFrom(draft.Source.First);
        return scene.Mentions.Count == 0 || scene.Parse.Upos[head] is not UposTag.Noun
            || (mention < scene.Mentions.Count && scene.Mentions[mention].First < draft.Source.End);
    }

    // Without a source only a clause is a statement ("it was announced that ..."), not the object of a passive ("is kept informed about the situation").
    private bool HasVerb(Draft draft)
    {
        foreach ((int first, int end) in draft.Rows)
        {
            for (int row = first; row < end; row++)
            {
                if (scene.Parse.Upos[row] is UposTag.Verb or UposTag.Aux)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "who asked not to be named" tells of the source, not of what it said.
    private bool IsAnonymityFormula(Draft draft)
    {
        (int first, int end) = draft.Rows[0];
        return end - first >= 4 && scene.Parse.Lemma(first) == "not" && scene.Parse.Lemma(first + 1) == "to" && scene.Parse.Lemma(first + 3) is "name" or "identify";
    }

    private bool IsQuoted(Draft draft)
    {
        foreach ((int first, int end) in draft.Rows)
        {
            for (int row = first; row < end; row++)
            {
                if (quoted.Of(row) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
