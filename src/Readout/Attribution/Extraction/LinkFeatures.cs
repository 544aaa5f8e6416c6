using Readout.Tokenization;

namespace Readout.Attribution.Extraction;

/// <summary>What the linker knows of a source or content and a cue that it may belong to, as rows of a hashed table.</summary>
internal static class LinkFeatures
{
    /// <summary>Features of each pair.</summary>
    public const int Count = 15;

    /// <summary>Rows of the table.</summary>
    public const int TableSize = 1 << 17;

    /// <summary>Cues that are looked at on either side of a span.</summary>
    public const int Reach = 5;

    // The pattern of roles between two spans is cut here: what lies farther off is told by the distances.
    private const int LongestPattern = 8;

    private const ulong Basis = 0xCBF29CE484222325UL;
    private const ulong Prime = 0x100000001B3UL;

    /// <summary>Fills <paramref name="ids"/> with <see cref="Count"/> rows.</summary>
    public static void Compute(LinkContext context, int span, int cue, Span<int> ids)
    {
        (RoleSpan child, RoleSpan head) = (context.Spans[span], context.Spans[cue]);
        bool isBefore = child.First < head.First;
        int gap = isBefore ? head.First - child.End : child.First - head.End;
        ulong start = Mix(Basis, ((ulong)child.Role * 2) + (isBefore ? 1UL : 0));
        ulong pattern = Pattern(context, Math.Min(span, cue), Math.Max(span, cue));
        ulong outer = Mix(Neighbour(context, Math.Min(span, cue), -1), Neighbour(context, Math.Max(span, cue), 1));
        ulong apart = (ulong)(Math.Min(6, Math.Abs(context.Sentences[span] - context.Sentences[cue])) * 4)
            + (ulong)Math.Min(3, Math.Abs(context.Paragraphs[span] - context.Paragraphs[cue]));
        ulong quoted = Quoted(context, child, head);
        ulong cueLast = context.LastForms[cue], cueFirst = context.FirstForms[cue];
        ulong near = Gap(context.Tokens, isBefore ? child.End : head.End, gap);
        ulong beyond = Neighbour(context, cue, isBefore ? 1 : -1);
        ulong rank = Rank(context, span, cue);
        ulong told = Mix(start, pattern), framed = Mix(told, outer);
        int next = 0;
        Add(ids, ref next, told);
        Add(ids, ref next, framed);
        Add(ids, ref next, Mix(start, Bucket(gap)));
        Add(ids, ref next, Mix(start, apart));
        Add(ids, ref next, Mix(start, cueLast));
        Add(ids, ref next, Mix(Mix(start, cueFirst), Bucket(gap)));
        Add(ids, ref next, Mix(start, quoted));
        Add(ids, ref next, Mix(Mix(start, quoted), apart));
        Add(ids, ref next, Mix(start, near));
        Add(ids, ref next, Mix(start, rank));
        Add(ids, ref next, Mix(Mix(start, beyond), rank));
        Add(ids, ref next, Mix(Mix(start, context.FirstForms[span]), rank));
        Add(ids, ref next, Mix(Mix(start, context.LastForms[span]), beyond));
        Add(ids, ref next, Mix(told, cueLast));
        Add(ids, ref next, Mix(framed, quoted));
    }

    private static void Add(Span<int> ids, ref int next, ulong hash)
    {
        ulong mixed = Mix(hash, (ulong)next);
        ids[next++] = (int)((mixed ^ (mixed >> 29)) & (TableSize - 1));
    }

    private static ulong Mix(ulong hash, ulong value) => (hash ^ (value + 0x9E3779B97F4A7C15UL + (hash << 6) + (hash >> 2))) * Prime;

    // The roles from one span to another, with the ends of sentences and paragraphs between them.
    private static ulong Pattern(LinkContext context, int from, int to)
    {
        ulong hash = Basis;
        int steps = Math.Min(to - from, LongestPattern);
        for (int i = from + 1; i <= from + steps; i++)
        {
            hash = Mix(hash, Step(context, i - 1, i));
        }

        return Mix(hash, (ulong)steps);
    }

    private static ulong Neighbour(LinkContext context, int span, int step)
    {
        int other = span + step;
        return other < 0 || other >= context.Spans.Count ? 99 : Step(context, Math.Min(span, other), Math.Max(span, other)) + ((ulong)context.Spans[other].Role * 16);
    }

    private static ulong Step(LinkContext context, int from, int to)
    {
        ulong boundary = context.Paragraphs[from] != context.Paragraphs[to] ? 2UL : context.Sentences[from] != context.Sentences[to] ? 1UL : 0;
        return ((ulong)context.Spans[to].Role * 4) + boundary;
    }

    private static ulong Quoted(LinkContext context, RoleSpan child, RoleSpan head)
    {
        int first = context.Quoted.Of(child.First), last = context.Quoted.Of(child.End - 1), cue = context.Quoted.Of(head.First);
        return (first >= 0 ? 1UL : 0) + (last >= 0 ? 2UL : 0) + (cue >= 0 ? 4UL : 0) + (cue >= 0 && cue == first ? 8UL : 0)
            + (first >= 0 && first == last ? 16UL : 0);
    }

    // The words between two neighbouring spans, where they are few.
    private static ulong Gap(TokenTable tokens, int row, int gap)
    {
        ulong hash = (ulong)Math.Min(gap, 3);
        for (int i = 0; i < gap && gap <= 2; i++)
        {
            hash = Mix(hash, Form(tokens, row + i));
        }

        return hash;
    }

    // How many cues stand nearer on the same side.
    private static ulong Rank(LinkContext context, int span, int cue)
    {
        int from = context.Ranks[span], at = context.Ranks[cue];
        return (ulong)(at >= from ? at - from : 16 + from - 1 - at);
    }

    private static ulong Bucket(int gap) => gap < 6 ? (ulong)Math.Max(0, gap) : 6UL + (ulong)Math.Min(10, System.Numerics.BitOperations.Log2((uint)gap));

    /// <summary>A hash of a word without regard to case.</summary>
    public static ulong Form(TokenTable tokens, int row)
    {
        ulong hash = Basis;
        foreach (char c in tokens.Form(row))
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return hash;
    }
}
