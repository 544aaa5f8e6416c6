using Readout.Text;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Finds printed interviews: paragraphs that open with a short label and a colon, where at least two labels come back at least twice each and one mostly asks. The label
/// whose turns mostly ask is the interviewer's; the others' turns are statements.
/// </summary>
internal sealed class InterviewFinder(TokenTable tokens, IReadOnlyList<TextSpan> boilerplate)
{
    private const int LongestLabel = 4;
    private const int FewestTurns = 2;

    public void Add(List<Draft> drafts)
    {
        var turns = new Dictionary<string, List<(int First, int Colon, int End)>>(StringComparer.Ordinal);
        for (int paragraph = 0; paragraph < tokens.ParagraphCount; paragraph++)
        {
            if (Turn(paragraph) is { } turn)
            {
                string label = tokens.Span(turn.First, turn.Colon).In(tokens.Text).ToString();
                if (!turns.TryGetValue(label, out List<(int First, int Colon, int End)>? list))
                {
                    turns.Add(label, list = []);
                }

                list.Add(turn);
            }
        }

        // Lists ("Group C: ...", "Roundup: ...") have labels that come back as well, but nobody asks in them.
        bool isInterview = turns.Values.Count(list => list.Count >= FewestTurns) >= 2 && turns.Values.Any(list => list.Count >= FewestTurns && list.Count(Asks) * 2 > list.Count);
        if (isInterview)
        {
            foreach (List<(int First, int Colon, int End)> list in turns.Values.Where(list => list.Count >= FewestTurns && list.Count(Asks) * 2 <= list.Count))
            {
                list.ForEach(turn => AddTurn(turn, drafts));
            }

            foreach (List<(int First, int Colon, int End)> list in turns.Values.Where(list => list.Count(Asks) * 2 > list.Count))
            {
                list.ForEach(turn => drafts.RemoveAll(draft => draft.Rows[0].First >= turn.First && draft.Rows[^1].End <= turn.End));
            }
        }
    }

    private (int First, int Colon, int End)? Turn(int paragraph)
    {
        int first = tokens.ParagraphStarts[paragraph], end = tokens.ParagraphStarts[paragraph + 1];
        for (int row = first + 1; row <= Math.Min(end - 3, first + LongestLabel); row++)
        {
            if (tokens.Form(row) is ":")
            {
                bool isLabel = char.IsUpper(tokens.Form(first)[0]) && !boilerplate.Any(line => line.Overlaps(tokens.Span(first, end)));
                return isLabel ? (first, row, end) : null;
            }
        }

        return null;
    }

    private bool Asks((int First, int Colon, int End) turn) => tokens.Form(turn.End - 1) is "?";

    // What the tagger made of the same turn gives way, except what the turn itself reports of others.
    private static void AddTurn((int First, int Colon, int End) turn, List<Draft> drafts)
    {
        drafts.RemoveAll(draft => draft.Rows[0].First > turn.Colon && draft.Rows[^1].End <= turn.End && (!draft.HasCue || draft.Source.First <= turn.Colon));
        var draft = new Draft { Origin = DraftOrigin.Turn, Source = (turn.First, turn.Colon) };
        draft.Rows.Add((turn.Colon + 1, turn.End));
        drafts.Add(draft);
        drafts.Sort((a, b) => a.Rows[0].First != b.Rows[0].First ? a.Rows[0].First.CompareTo(b.Rows[0].First) : b.Rows[^1].End.CompareTo(a.Rows[^1].End));
    }
}
