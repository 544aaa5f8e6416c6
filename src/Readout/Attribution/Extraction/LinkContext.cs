using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>The role spans of one text with what the linker asks of them.</summary>
internal sealed class LinkContext
{
    private readonly LinkSpan[] _spans;

    public LinkContext(TokenTable tokens, QuotedRows quoted, IReadOnlyList<RoleSpan> spans)
    {
        Tokens = tokens;
        _spans = new LinkSpan[spans.Count];
        var cues = new List<int>();
        for (int i = 0; i < _spans.Length; i++)
        {
            RoleSpan span = spans[i];
            var read = new LinkSpan
            {
                Span = span,
                Sentence = tokens.SentenceOf(span.First),
                Paragraph = tokens.ParagraphOf(span.First),
                Rank = cues.Count,
                FirstForm = LinkFeatures.Form(tokens, span.First),
                LastForm = LinkFeatures.Form(tokens, span.End - 1),
                FirstQuotation = quoted.Of(span.First),
                LastQuotation = quoted.Of(span.End - 1),
                Before = LinkSpan.NoNeighbour,
                After = LinkSpan.NoNeighbour,
            };
            if (i > 0)
            {
                ulong step = Step(_spans[i - 1], read);
                read = read with { Step = step, Before = step + ((ulong)_spans[i - 1].Span.Role * 16) };
                _spans[i - 1] = _spans[i - 1] with { After = step + ((ulong)span.Role * 16) };
            }

            _spans[i] = read;
            if (span.Role == Role.Cue)
            {
                cues.Add(i);
            }
        }

        Cues = [.. cues];
    }

    public TokenTable Tokens { get; }

    /// <summary>In text order.</summary>
    public ReadOnlySpan<LinkSpan> Spans => _spans;

    /// <summary>Indexes of the cues in <see cref="Spans"/>, ascending.</summary>
    public int[] Cues { get; }

    /// <summary>The cues that a source or content may belong to: at most <see cref="LinkFeatures.Reach"/> on either side, as a range of <see cref="Cues"/>.</summary>
    public (int First, int End) Candidates(int span)
    {
        int at = _spans[span].Rank;
        return (Math.Max(0, at - LinkFeatures.Reach), Math.Min(Cues.Length, at + LinkFeatures.Reach));
    }

    private static ulong Step(in LinkSpan from, in LinkSpan to)
    {
        ulong boundary = from.Paragraph != to.Paragraph ? 2UL : from.Sentence != to.Sentence ? 1UL : 0;
        return ((ulong)to.Span.Role * 4) + boundary;
    }
}
