using Readout.Actors;
using Readout.Attribution.Extraction;
using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>Finds whom a speaker addressed: the object of "told" and "called on", the "to" of "said to" and of "a letter to", the object of "addressing".</summary>
internal sealed class AddresseeFinder(Scene scene, QuotedRows quoted, CueLexicon cues, SpeakerResolver speakers)
{
    private readonly ParsedText _parse = scene.Parse;
    private readonly Clauses _clauses = new(scene.Parse);
    private readonly MentionIndex _index = new(scene.Mentions);

    public IReadOnlyList<ActorReference> Find(Draft draft)
    {
        if (!draft.HasCue)
        {
            return [];
        }

        (int row, CueEntry? entry) = cues.FirstIn(_parse, draft.Cue.First, draft.Cue.End);
        if (entry is null || entry.PartOfSpeech != "verb")
        {
            return [];
        }

        int target = Target(row, entry, draft);
        if (target < 0)
        {
            return [];
        }

        int mention = _index.At(target);
        (int first, int end) = mention >= 0 && scene.Mentions[mention].Head == target ? (scene.Mentions[mention].First, scene.Mentions[mention].End) : _clauses.Phrase(target);
        end = CutAtContent(first, CutAtPreposition(target, end), target, draft);
        bool isInSource = first >= draft.Source.First && first < draft.Source.End;
        return isInSource ? [] : speakers.Resolve(first, end);
    }

    private int Target(int verb, CueEntry entry, Draft draft)
    {
        int indirect = _parse.ChildWith(verb, DependencyRelation.Iobj);
        if (indirect >= 0 && Fits(indirect, draft, entry))
        {
            return indirect;
        }

        int direct = entry.Addressee == "obj" ? _parse.ChildWith(verb, DependencyRelation.Obj) : -1;
        if (direct >= 0 && Fits(direct, draft, entry))
        {
            return direct;
        }

        // "Residents were asked to leave".
        int passive = entry.Addressee == "obj" ? _parse.ChildWith(verb, DependencyRelation.NsubjPass) : -1;
        if (passive >= 0 && Fits(passive, draft, entry))
        {
            return passive;
        }

        string preposition = Preposition(entry);
        foreach (int child in _parse.Children(verb))
        {
            bool isOblique = _parse.Relations[child] == DependencyRelation.Obl;
            if (isOblique && HasCase(child, preposition) && Fits(child, draft, entry))
            {
                return child;
            }

            if (isOblique && Recipient(child) is >= 0 and int recipient && Fits(recipient, draft, entry))
            {
                return recipient;
            }
        }

        return Addressed(verb);
    }

    // The particle of "call on" before its object; else "with" or "to".
    private static string Preposition(CueEntry entry)
    {
        int space = entry.Lemma.LastIndexOf(' ');
        return entry.Addressee == "with" ? "with" : entry.Addressee == "obj" && space >= 0 ? entry.Lemma[(space + 1)..] : "to";
    }

    // "Said in a letter to the secretary-general".
    private int Recipient(int oblique)
    {
        if (_parse.Lemma(oblique) is "letter" or "message" or "telegram" or "cable" or "note" && HasCase(oblique, "in"))
        {
            foreach (int child in _parse.Children(oblique))
            {
                if (_parse.Relations[child] == DependencyRelation.Nmod && HasCase(child, "to"))
                {
                    return child;
                }
            }
        }

        return -1;
    }

    // "Addressing the chancellor directly, the president stated": a participle of the same clause.
    private int Addressed(int verb)
    {
        foreach (int child in _parse.Children(verb))
        {
            if (_parse.Relations[child] == DependencyRelation.Advcl && _parse.Lemma(child) == "address" && quoted.Of(child) < 0)
            {
                return _parse.ChildWith(child, DependencyRelation.Obj);
            }
        }

        return -1;
    }

    // An object inside the content is an addressee only of verbs whose act is directed at it ("accused Maravene of"), or where it is to act ("asked the yards to bid").
    private bool Fits(int row, Draft draft, CueEntry entry)
    {
        bool isHeld = draft.Holds(row);
        return quoted.Of(row) < 0 && IsSomebody(row) && (!isHeld || (entry.Addressee == "obj" && (entry.Kind is not null || IsToAct(row))));
    }

    private bool IsToAct(int row)
    {
        foreach (int child in _parse.Children(_parse.Heads[row]))
        {
            int mark = child > row && _parse.Relations[child] is DependencyRelation.Xcomp or DependencyRelation.Advcl or DependencyRelation.Ccomp ? _parse.ChildWith(child, DependencyRelation.Mark) : -1;
            if (mark > row && _parse.Lemma(mark) == "to")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSomebody(int row) =>
        _parse.Upos[row] is UposTag.Propn or UposTag.Noun or UposTag.Pron && _parse.Lemma(row) is not ("it" or "that" or "this" or "what" or "which");

    private bool HasCase(int row, string preposition)
    {
        foreach (int child in _parse.Children(row))
        {
            if (_parse.Relations[child] == DependencyRelation.Case && _parse.Lemma(child) == preposition)
            {
                return true;
            }
        }

        return false;
    }

    // "accused both governments of signing": what a preposition begins belongs to the verb, unless a name goes on with it ("the head of the League").
    private int CutAtPreposition(int target, int end)
    {
        for (int row = target + 1; row < end; row++)
        {
            bool isAttribute = _parse.Lemma(row) == "of" && _parse.Heads[row] > row && _parse.Upos[_parse.Heads[row]] is UposTag.Propn or UposTag.Noun;
            if (_parse.Upos[row] is UposTag.Adp or UposTag.Sconj && !isAttribute)
            {
                return row;
            }
        }

        return end;
    }

    private static int CutAtContent(int first, int end, int target, Draft draft)
    {
        if (draft.Holds(target))
        {
            return end;
        }

        foreach ((int start, int _) in draft.Rows)
        {
            if (start > target && start < end)
            {
                return start;
            }
        }

        return Math.Max(end, first + 1);
    }
}
