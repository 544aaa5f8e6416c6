using Readout.Attribution.Extraction;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Reads headlines that report speech in the present tense ("Ministry denies inside rift", "China, U.S. agree to share data", "Talks useful, says envoy"), whose clipped
/// grammar tagger and parser do not know: actor, reporting verb, and all that follows.
/// </summary>
internal sealed class HeadlineFinder(Scene scene, QuotedRows quoted, CueLexicon cues)
{
    // Words of the longest headline, and of the longest source in one.
    private const int Longest = 22;
    private const int LongestSource = 9;

    private readonly ParsedText _parse = scene.Parse;
    private readonly TokenTable _tokens = scene.Parse.Tokens;
    private readonly MentionIndex _index = new(scene.Mentions);

    /// <summary>Replaces what was found in the headline by what its form tells; the list stays in text order.</summary>
    public void Add(List<Draft> drafts)
    {
        int end = _tokens.ParagraphStarts[1];
        if (!IsHeadline(end))
        {
            return;
        }

        int first = FirstWord(end);
        Draft? found = Inverted(first, end) ?? Plain(first, end);
        if (found is not null)
        {
            drafts.RemoveAll(draft => draft.Anchor < end);
            drafts.Insert(0, found);
        }
    }

    // The first paragraph, short, without a full stop, in a text of several.
    private bool IsHeadline(int end) =>
        _tokens.ParagraphCount > 1 && end is > 3 and <= Longest && _tokens.Form(end - 1) is not ("." or "!" or "\"") && quoted.Of(0) < 0 && !HasColon(end);

    // What a colon parts is read by the colon.
    private bool HasColon(int end)
    {
        for (int row = 0; row < end; row++)
        {
            if (_tokens.Form(row) is ":" or ";")
            {
                return true;
            }
        }

        return false;
    }

    // "URGENT", "UPDATE 1 -" and the like are no part of the sentence.
    private int FirstWord(int end)
    {
        for (int row = 0; row < Math.Min(4, end); row++)
        {
            if (_tokens.Form(row) is not ("URGENT" or "UPDATE" or "FLASH" or "ADVISORY" or "ALERT" or "-" or "--" or ":") && !char.IsDigit(_tokens.Form(row)[0]))
            {
                return row;
            }
        }

        return 0;
    }

    private Draft? Plain(int first, int end)
    {
        for (int verb = first + 1; verb < Math.Min(end - 1, first + LongestSource + 1); verb++)
        {
            if (IsReporting(verb))
            {
                bool hasParticle = IsParticle(verb, verb + 1) || cues.At(_parse, verb)?.Lemma.Contains(' ', StringComparison.Ordinal) == true;
                int cueEnd = hasParticle ? verb + 2 : verb + 1;
                int stop = NextVerb(cueEnd, ContentEnd(end));
                return IsSource(first, verb) && stop > cueEnd ? Make((first, verb), (verb, cueEnd), (cueEnd, stop)) : null;
            }
        }

        return null;
    }

    // "Put faith in me, says coach", "Station will open by June, minister vows".
    private Draft? Inverted(int first, int end)
    {
        int comma = LastComma(first, end);
        if (comma > first + 1 && end - comma <= LongestSource && IsVerb(end - 1) && IsSource(comma + 1, end - 1))
        {
            return Make((comma + 1, end - 1), (end - 1, end), (first, comma));
        }

        for (int verb = first + 2; verb < end - 1; verb++)
        {
            if (_tokens.Form(verb - 1) is "," && _parse.Lemma(verb) is "say" or "vow" or "warn" or "admit" or "insist" or "claim" or "pledge" && IsReporting(verb))
            {
                return IsSource(verb + 1, end) && end - verb <= LongestSource ? Make((verb + 1, end), (verb, verb + 1), (first, verb - 1)) : null;
            }
        }

        return null;
    }

    private int LastComma(int first, int end)
    {
        int row = end - 1;
        while (row > first && _tokens.Form(row) is not ",")
        {
            row--;
        }

        return row;
    }

    private static Draft Make((int First, int End) source, (int First, int End) cue, (int First, int End) content)
    {
        var draft = new Draft { Origin = DraftOrigin.Headline, Source = source, Cue = cue };
        draft.Rows.Add(content);
        return draft;
    }

    // Present tense, as headlines have it; a plural subject takes the bare form, which is a noun as often.
    private bool IsReporting(int row) => IsVerb(row) && _tokens.Form(row + 1) is not ("of" or "," or "in" or "off");

    private bool IsVerb(int row)
    {
        ReadOnlySpan<char> form = _tokens.Form(row);
        bool isPresent = form[^1] == 's' || (_parse.Xpos(row) is "VBP" && _parse.Upos[row] == UposTag.Verb);
        return isPresent && char.IsLower(form[0]) && quoted.Of(row) < 0 && cues.IsHeadlineVerb(_parse.Lemma(row));
    }

    private bool IsParticle(int verb, int row) =>
        row < _tokens.Count && ((_parse.Lemma(verb) is "call" && _tokens.Form(row) is "for" or "on") || (_parse.Lemma(verb) is "warn" && _tokens.Form(row) is "of" or "against"));

    // An actor speaks, not "snow storm claims two"; no clause before the verb.
    private bool IsSource(int first, int end)
    {
        bool isActor = false;
        for (int row = first; row < end; row++)
        {
            isActor |= _parse.Upos[row] == UposTag.Propn || _index.At(row) >= 0;
            bool isVerb = _parse.Upos[row] == UposTag.Verb && _parse.Xpos(row) is "VBZ" or "VBD" or "VBP";
            if (isVerb || quoted.Of(row) >= 0 || _tokens.Form(row) is "(" or ";")
            {
                return false;
            }
        }

        return isActor && end > first;
    }

    // "..., rejects conference idea": a second verb begins a statement of its own, which the first does not hold.
    private int NextVerb(int first, int end)
    {
        for (int row = first + 1; row < end - 1; row++)
        {
            if (_tokens.Form(row) is "," && (IsReporting(row + 1) || (_parse.Upos[row + 1] == UposTag.Verb && _tokens.Form(row + 1)[^1] == 's')))
            {
                return row;
            }
        }

        return end;
    }

    // "by Angus MacKinnon" at the end is the byline.
    private int ContentEnd(int end)
    {
        for (int row = end - 2; row > Math.Max(0, end - 5); row--)
        {
            if (_tokens.Form(row) is "by" && row + 1 < end && char.IsUpper(_tokens.Form(row + 1)[0]) && char.IsUpper(_tokens.Form(end - 1)[0]))
            {
                return row;
            }
        }

        return end;
    }
}
