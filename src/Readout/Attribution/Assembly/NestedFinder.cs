using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Adds the outer of two nested statements ("X, she said, had promised ...") which the tagger, giving each word one role, leaves out: reporting
/// verbs without a draft whose clause the parse shows. Only for the record; PolNeAR does not annotate them.
/// </summary>
internal sealed class NestedFinder(ParsedText parse, QuotedRows quoted, CueLexicon cues)
{
    private readonly TokenTable _tokens = parse.Tokens;
    private readonly Clauses _clauses = new(parse);

    public void Add(List<Draft> drafts)
    {
        var isCue = new bool[_tokens.Count];
        var isHeld = new bool[_tokens.Count];
        foreach (Draft draft in drafts)
        {
            isCue.AsSpan(draft.Cue.First, draft.Cue.End - draft.Cue.First).Fill(true);
            foreach ((int first, int end) in draft.Rows)
            {
                isHeld.AsSpan(first, end - first).Fill(true);
            }
        }

        var added = new List<Draft>();
        for (int row = 0; row < _tokens.Count; row++)
        {
            bool isVerb = parse.Upos[row] == UposTag.Verb && parse.Xpos(row) is "VBD" or "VBZ" or "VBP";
            if (isVerb && !isCue[row] && !isHeld[row] && quoted.Of(row) < 0 && cues.At(parse, row) is { IsSpeechVerb: true } && Build(row, isHeld) is { } draft)
            {
                added.Add(draft);
            }
        }

        if (added.Count > 0)
        {
            drafts.AddRange(added);
            drafts.Sort((a, b) => a.Rows[0].First != b.Rows[0].First ? a.Rows[0].First.CompareTo(b.Rows[0].First) : b.Rows[^1].End.CompareTo(a.Rows[^1].End));
        }
    }

    private Draft? Build(int verb, bool[] isHeld)
    {
        int subject = parse.ChildWith(verb, DependencyRelation.Nsubj);
        (int First, int End) content = subject < 0 ? default : About(verb) is { End: > 0 } told ? told : Clause(verb, subject);
        if (content.End - content.First < 2 || quoted.Of(content.First) >= 0 || isHeld[subject])
        {
            return null;
        }

        var draft = new Draft { Origin = DraftOrigin.Clause, Cue = (verb, content.First == verb + 2 && parse.Upos[verb + 1] == UposTag.Adp ? verb + 2 : verb + 1), Source = _clauses.Phrase(subject) };
        draft.Rows.Add(content);
        return draft.Source.First >= content.First && draft.Source.First < content.End ? null : draft;
    }

    // "Spoke about his intention to visit": a noun behind the preposition, with a clause that tells its content.
    private (int First, int End) About(int verb)
    {
        if (cues.At(parse, verb) is not { } entry || cues.Needs(entry.Lemma) != ContentNeed.Verb)
        {
            return default;
        }

        int noun = parse.Heads[verb + 1];
        bool isTold = noun > verb + 1 && parse.Heads[noun] == verb && parse.Upos[noun] == UposTag.Noun && (parse.ChildWith(noun, DependencyRelation.Acl) > noun || parse.ChildWith(noun, DependencyRelation.Ccomp) > noun);
        return isTold ? (verb + 2, Trim(parse.RightEdge(noun) + 1)) : default;
    }

    // The complement behind the verb, or the main clause before a parenthetical "she said".
    private (int First, int End) Clause(int verb, int subject)
    {
        int complement = parse.ChildWith(verb, DependencyRelation.Ccomp);
        if (complement > verb && subject < verb)
        {
            return (parse.LeftEdge(complement), Trim(parse.RightEdge(complement) + 1));
        }

        int start = _tokens.SentenceStarts[_tokens.SentenceOf(verb)];
        int end = Math.Min(parse.LeftEdge(subject), verb);
        bool isLoose = parse.Relations[verb] == DependencyRelation.Conj && parse.ChildWith(verb, DependencyRelation.Cc) < 0 && parse.ChildWith(verb, DependencyRelation.Obj) < 0;
        bool isFronted = (complement >= 0 && complement < verb) || parse.Relations[verb] == DependencyRelation.Parataxis || isLoose;
        return isFronted && end > start && _tokens.Form(end - 1) is "," ? (start, end - 1) : default;
    }

    private int Trim(int end)
    {
        while (end > 0 && parse.Upos[end - 1] == UposTag.Punct)
        {
            end--;
        }

        return end;
    }
}
