using Readout.Actors;
using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>Carries the time of a statement over to what the same speaker says next, on the same occasion (docs/guidelines/statements.md). Not thread-safe.</summary>
internal sealed class Occasions(ParsedText parse)
{
    // Paragraphs between two statements of one occasion.
    private const int Reach = 2;

    private readonly Dictionary<int, (string Time, int Paragraph)> _last = [];

    /// <summary>The own time of a statement, else that of the occasion; null where none is told.</summary>
    public string? Carry(Draft draft, IReadOnlyList<ActorReference> speakers, string? own)
    {
        int actor = speakers.Count == 1 ? speakers[0].Actor : -1;
        if (actor < 0)
        {
            return own;
        }

        int paragraph = parse.Tokens.ParagraphOf(draft.Anchor);
        bool isSame = _last.TryGetValue(actor, out (string Time, int Paragraph) last) && paragraph - last.Paragraph <= Reach;
        string? time = own ?? (isSame && IsNarrated(draft) ? last.Time : null);
        if (time is not null && (own is not null || IsNarrated(draft)))
        {
            _last[actor] = (time, paragraph);
        }

        return time;
    }

    // "He has said", "she had told": another occasion.
    private bool IsNarrated(Draft draft)
    {
        for (int row = draft.Cue.First; row < draft.Cue.End; row++)
        {
            if (parse.Lemma(row) is "have" or "will" or "would" || parse.Xpos(row) is "VBZ" or "VBP" or "VB")
            {
                return false;
            }
        }

        return draft.HasCue;
    }
}
