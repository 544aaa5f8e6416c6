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
        if (!draft.HasCue && draft.HasSource && draft.Origin != DraftOrigin.Turn && cues.IsLabel(scene.Parse.Tokens.Span(draft.Source.First, draft.Source.End).In(scene.Parse.Tokens.Text)))
        {
            return false;
        }

        if (draft.HasCue && IsNaming(draft))
        {
            return false;
        }

        if (!draft.HasCue || IsQuoted(draft))
        {
            return draft.Origin switch
            {
                DraftOrigin.Alone => HasVerb(draft),
                DraftOrigin.Colon => HasVerb(draft) || IsQuoted(draft) || draft.Anchor < scene.Parse.Tokens.ParagraphStarts[1],
                _ => true,
            };
        }

        CueEntry? entry = Entry(draft);
        if (IsAnonymityFormula(draft))
        {
            return false;
        }

        if (entry is null)
        {
            return draft.HasSource && IsActor(draft, false) && draft.Origin != DraftOrigin.Tagged;
        }

        if (IsModifier(draft) || !IsUttered(draft) || (draft.HasSource && draft.Origin == DraftOrigin.Tagged && IsPassiveSubject(draft)))
        {
            return false;
        }

        return entry.Class is not ("wish" or "evidence") && !(entry.Class == "belief" && !draft.HasSource) && (draft.HasSource ? IsActor(draft, entry.Lemma == "suggest") : entry.Class is "speech" or "text" && HasVerb(draft) && !IsDoneToSomebody(draft));
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

    // "Their team, called "Angola 30"", "a race known as the "stade"": a name, nothing said.
    private bool IsNaming(Draft draft)
    {
        int head = _clauses.HeadOf(draft.Cue.First, draft.Cue.End);
        return draft.Cue.End - draft.Cue.First == 1 && scene.Parse.Xpos(head) == "VBN" && scene.Parse.Lemma(head) is "call" or "know" or "name" or "dub" or "entitle" && scene.Parse.Relations[head] == DependencyRelation.Acl;
    }

    // "Alleged irregularities", "the defending champion": part of a noun phrase, said by nobody.
    private bool IsModifier(Draft draft)
    {
        int head = _clauses.HeadOf(draft.Cue.First, draft.Cue.End);
        return scene.Parse.Relations[head] is DependencyRelation.Amod or DependencyRelation.Compound && draft.Holds(scene.Parse.Heads[head]);
    }

    // "Found extra bounce", "added to his goals", "called a halt": verbs that tell words with a clause tell an act with a noun phrase.
    private bool IsUttered(Draft draft)
    {
        foreach ((int first, int end) in draft.Rows)
        {
            int head = _clauses.HeadOf(first, end);
            bool isNoun = scene.Parse.Upos[head] is UposTag.Noun or UposTag.Propn or UposTag.Num && scene.Parse.ChildWith(head, DependencyRelation.Cop) < 0;
            bool isClause = !isNoun || scene.Parse.Relations[head] is DependencyRelation.Xcomp or DependencyRelation.Ccomp || scene.Parse.Lemma(first) is "that" or "to" or "how" or "why";
            if (isClause || first < draft.Cue.First)
            {
                return true;
            }
        }

        return cues.Needs(Verb(draft)) switch { ContentNeed.Clause => false, ContentNeed.Verb => HasVerb(draft), _ => true };
    }

    private string Verb(Draft draft) => Entry(draft)?.Lemma ?? "";

    // "Ahtisaari is expected to reveal ...": somebody else expects. Of those who are quoted the subject does speak.
    private bool IsPassiveSubject(Draft draft)
    {
        int cue = _clauses.HeadOf(draft.Cue.First, draft.Cue.End);
        if (draft.IsSourceShared && scene.Parse.ChildWith(cue, DependencyRelation.AuxPass) >= 0)
        {
            return scene.Parse.Lemma(cue) is not ("quote" or "cite") && scene.Parse.ChildWith(cue, DependencyRelation.OblAgent) < 0;
        }

        int head = _clauses.HeadOf(draft.Source.First, draft.Source.End), verb = scene.Parse.Heads[head];
        return scene.Parse.Relations[head] == DependencyRelation.NsubjPass && verb >= draft.Cue.First && verb < draft.Cue.End && scene.Parse.ChildWith(verb, DependencyRelation.AuxPass) >= 0
            && scene.Parse.Lemma(verb) is not ("quote" or "cite");
    }

    // "Fifteen million were called to the polls", "he was admitted to hospital": no "it" that stands for a clause, so nobody says it.
    private bool IsDoneToSomebody(Draft draft)
    {
        int head = _clauses.HeadOf(draft.Cue.First, draft.Cue.End);
        int subject = scene.Parse.ChildWith(head, DependencyRelation.NsubjPass);
        return subject >= 0 && scene.Parse.ChildWith(head, DependencyRelation.AuxPass) >= 0 && scene.Parse.Lemma(subject) != "it";
    }

    // A source without any mention ("the tone", "this move") is a thing; pronouns and names that detection missed are given the benefit. What suggests
    // something is often a thing with a name beside it ("an index of US activity").
    private bool IsActor(Draft draft, bool isStrict)
    {
        int head = _clauses.HeadOf(draft.Source.First, draft.Source.End);
        int mention = isStrict ? _index.At(head) : _index.FirstFrom(draft.Source.First);
        return scene.Mentions.Count == 0 || scene.Parse.Upos[head] is not UposTag.Noun
            || (mention >= 0 && mention < scene.Mentions.Count && scene.Mentions[mention].First < draft.Source.End);
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
