using Readout.Attribution.Extraction;
using Readout.Corpora;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Training;

/// <summary>Makes linker examples of annotated attributions.</summary>
internal static class LinkExample
{
    /// <summary>The annotated spans, in text order and without overlaps, and for each the index of its cue, -1 for cues and where there is none.</summary>
    public static (LinkContext Context, int[] CueOf) Build(TokenTable tokens, QuotedRows quoted, IReadOnlyList<AttributionRelation> attributions)
    {
        var spans = new List<(RoleSpan Span, int Relation)>();
        for (int i = 0; i < attributions.Count; i++)
        {
            Add(tokens, attributions[i].Source, Role.Source, i, spans);
            Add(tokens, attributions[i].Cue, Role.Cue, i, spans);
            Add(tokens, attributions[i].Content, Role.Content, i, spans);
        }

        spans.Sort((a, b) => a.Span.First != b.Span.First ? a.Span.First.CompareTo(b.Span.First) : b.Span.End.CompareTo(a.Span.End));
        var kept = new List<(RoleSpan Span, int Relation)>();
        foreach ((RoleSpan Span, int Relation) span in spans)
        {
            if (kept.Count == 0 || span.Span.First >= kept[^1].Span.End)
            {
                kept.Add(span);
            }
        }

        var firstCue = new Dictionary<int, int>();
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i].Span.Role == Role.Cue)
            {
                firstCue.TryAdd(kept[i].Relation, i);
            }
        }

        int[] cueOf = [.. kept.Select(span => span.Span.Role == Role.Cue ? -1 : firstCue.GetValueOrDefault(span.Relation, -1))];
        return (new LinkContext(tokens, quoted, [.. kept.Select(span => span.Span)]), cueOf);
    }

    private static void Add(TokenTable tokens, IReadOnlyList<TextSpan> pieces, Role role, int relation, List<(RoleSpan Span, int Relation)> spans)
    {
        foreach (TextSpan piece in pieces)
        {
            int row = tokens.RowAt(piece.Start), end = row;
            while (end < tokens.Count && tokens.Starts[end] < piece.End)
            {
                end++;
            }

            while (row < end)
            {
                int stop = Math.Min(end, tokens.ParagraphStarts[tokens.ParagraphOf(row) + 1]);
                spans.Add((new RoleSpan(role, row, stop), relation));
                row = stop;
            }
        }
    }
}
