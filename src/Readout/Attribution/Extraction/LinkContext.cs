using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>The role spans of one text with what the linker asks of them.</summary>
internal sealed class LinkContext
{
    public LinkContext(TokenTable tokens, QuotedRows quoted, IReadOnlyList<RoleSpan> spans)
    {
        (Tokens, Quoted, Spans) = (tokens, quoted, spans);
        Sentences = new int[spans.Count];
        Paragraphs = new int[spans.Count];
        Ranks = new int[spans.Count];
        FirstForms = new ulong[spans.Count];
        LastForms = new ulong[spans.Count];
        var cues = new List<int>();
        for (int i = 0; i < spans.Count; i++)
        {
            Sentences[i] = tokens.SentenceOf(spans[i].First);
            Paragraphs[i] = tokens.ParagraphOf(spans[i].First);
            FirstForms[i] = LinkFeatures.Form(tokens, spans[i].First);
            LastForms[i] = LinkFeatures.Form(tokens, spans[i].End - 1);
            Ranks[i] = cues.Count;
            if (spans[i].Role == Role.Cue)
            {
                cues.Add(i);
            }
        }

        Cues = [.. cues];
    }

    public TokenTable Tokens { get; }

    public QuotedRows Quoted { get; }

    /// <summary>In text order.</summary>
    public IReadOnlyList<RoleSpan> Spans { get; }

    /// <summary>Sentence of each span's first row.</summary>
    public int[] Sentences { get; }

    /// <summary>Paragraph of each span's first row.</summary>
    public int[] Paragraphs { get; }

    /// <summary>Indexes of the cues in <see cref="Spans"/>, ascending.</summary>
    public int[] Cues { get; }

    /// <summary>Number of cues before each span.</summary>
    public int[] Ranks { get; }

    /// <summary>Hash of each span's first word.</summary>
    public ulong[] FirstForms { get; }

    /// <summary>Hash of each span's last word.</summary>
    public ulong[] LastForms { get; }

    /// <summary>The cues that a source or content may belong to: at most <see cref="LinkFeatures.Reach"/> on either side, as a range of <see cref="Cues"/>.</summary>
    public (int First, int End) Candidates(int span)
    {
        int at = Ranks[span];
        return (Math.Max(0, at - LinkFeatures.Reach), Math.Min(Cues.Length, at + LinkFeatures.Reach));
    }
}
