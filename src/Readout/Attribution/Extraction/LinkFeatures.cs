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
        ReadOnlySpan<LinkSpan> spans = context.Spans;
        ref readonly LinkSpan child = ref spans[span], head = ref spans[cue];
        bool isBefore = span < cue;
        ref readonly LinkSpan first = ref spans[Math.Min(span, cue)], last = ref spans[Math.Max(span, cue)];
        int gap = last.Span.First - first.Span.End;
        ulong start = Mix(Basis, ((ulong)child.Span.Role * 2) + (isBefore ? 1UL : 0));
        ulong pattern = Pattern(spans, Math.Min(span, cue), Math.Max(span, cue));
        ulong outer = Mix(first.Before, last.After);
        ulong apart = (ulong)(Math.Min(6, Math.Abs(child.Sentence - head.Sentence)) * 4) + (ulong)Math.Min(3, Math.Abs(child.Paragraph - head.Paragraph));
        ulong quoted = Quoted(child, head);
        ulong cueLast = head.LastForm, cueFirst = head.FirstForm;
        ulong near = Gap(context.Tokens, first.Span.End, gap);
        ulong beyond = isBefore ? head.After : head.Before;
        ulong rank = (ulong)(head.Rank >= child.Rank ? head.Rank - child.Rank : 16 + child.Rank - 1 - head.Rank);
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
        Add(ids, ref next, Mix(Mix(start, child.FirstForm), rank));
        Add(ids, ref next, Mix(Mix(start, child.LastForm), beyond));
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
    private static ulong Pattern(ReadOnlySpan<LinkSpan> spans, int from, int to)
    {
        ulong hash = Basis;
        int steps = Math.Min(to - from, LongestPattern);
        for (int i = from + 1; i <= from + steps; i++)
        {
            hash = Mix(hash, spans[i].Step);
        }

        return Mix(hash, (ulong)steps);
    }

    private static ulong Quoted(in LinkSpan child, in LinkSpan head)
    {
        (int first, int last, int cue) = (child.FirstQuotation, child.LastQuotation, head.FirstQuotation);
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
