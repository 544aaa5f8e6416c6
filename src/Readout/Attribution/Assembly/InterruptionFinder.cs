using Readout.Attribution.Extraction;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Finds source and cue that stand inside a quotation between dashes without closing it: "We have agreed – explained the head of the
/// palace – to go on", as agencies of the Romance languages write. Such an interruption is short and has a reporting verb at one end.
/// </summary>
internal sealed class InterruptionFinder(Scene scene, QuotedRows quoted, CueLexicon cues)
{
    // Rows of the longest interruption, dashes not counted.
    private const int Longest = 14;

    private readonly TokenTable _tokens = scene.Parse.Tokens;

    /// <summary>Replaces the drafts that lie in interrupted quotations and adds what is missing; the list stays in text order.</summary>
    public void Split(List<Draft> drafts)
    {
        for (int i = 0; i < quoted.Quotations.Length; i++)
        {
            (int first, int end) = quoted.Inner(i);
            if (quoted.Quotations[i].Parent < 0 && Find(first, end) is { } found)
            {
                drafts.RemoveAll(draft => draft.RowsWithin(first, end) > 0 || (draft.Cue.First >= first && draft.Cue.First < end));
                var draft = new Draft { Origin = DraftOrigin.Beside, Cue = (found.Verb, found.Verb + 1), Source = found.Source };
                draft.Rows.Add((first, found.Open));
                draft.Rows.Add((found.Close + 1, end));
                int at = drafts.FindIndex(other => other.Rows[0].First > first);
                drafts.Insert(at < 0 ? drafts.Count : at, draft);
            }
        }
    }

    private (int Open, int Close, int Verb, (int First, int End) Source)? Find(int first, int end)
    {
        int open = -1;
        for (int row = first + 1; row < end - 1; row++)
        {
            if (!IsDash(row))
            {
                continue;
            }

            if (open >= 0 && row - open - 1 <= Longest && row - open > 2 && Interruption(open + 1, row) is { } found)
            {
                return (open, row, found.Verb, found.Source);
            }

            open = row;
        }

        return null;
    }

    // The verb comes first ("explained the head of the palace") or last ("the minister said"); the rest is the source.
    private (int Verb, (int First, int End) Source)? Interruption(int first, int end)
    {
        if (cues.At(scene.Parse, first) is { IsSpeechVerb: true } && IsPastOrPresent(first) && StartsPhrase(first + 1))
        {
            return (first, (first + 1, end));
        }

        bool isLast = cues.At(scene.Parse, end - 1) is { IsSpeechVerb: true } && IsPastOrPresent(end - 1) && StartsPhrase(first);
        return isLast ? (end - 1, (first, end - 1)) : null;
    }

    // The other words of a quotation speak in the first and second person; those of the reporter do not.
    private bool StartsPhrase(int row) =>
        char.IsUpper(_tokens.Form(row)[0]) || scene.Parse.Lemma(row) is "the" or "a" or "an" or "he" or "she" or "they" or "his" or "her" or "its" or "their";

    private bool IsPastOrPresent(int row) => scene.Parse.Xpos(row) is "VBD" or "VBZ" or "VBN" or "VBP";

    // A hyphen inside a word has no blanks around it.
    private bool IsDash(int row) => _tokens.Form(row) is "–" or "—" or "--" or "―" || (_tokens.Form(row) is "-" && _tokens.SpaceBefore(row) && row + 1 < _tokens.Count && _tokens.SpaceBefore(row + 1));
}
