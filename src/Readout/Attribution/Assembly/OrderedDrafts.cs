using System.Runtime.InteropServices;
using Readout.Tokenization;

namespace Readout.Attribution.Assembly;

/// <summary>The drafts of a text in order of their first contents, as quotations are added to them.</summary>
internal sealed class OrderedDrafts
{
    // A statement of more pieces than this is noise; the rest becomes one of its own.
    private const int MostContents = 64;

    // Drafts looked at on either side of a quotation.
    private const int Reach = 6;

    private readonly List<Draft> _drafts;
    private readonly TokenTable _tokens;

    public OrderedDrafts(List<Draft> drafts, TokenTable tokens) => (_drafts, _tokens) = (drafts, tokens);

    /// <summary>The drafts whose contents begin around a row: those before it that can reach it, and the next ones. Valid until one is added.</summary>
    public ReadOnlySpan<Draft> Around(int row)
    {
        (int from, int to) = Near(row);
        return CollectionsMarshal.AsSpan(_drafts)[from..to];
    }

    /// <summary>The draft that holds most of rows [first, end); null where none does.</summary>
    public Draft? Owner(int first, int end)
    {
        (int from, int to) = Near(first);
        for (int i = from; i < to; i++)
        {
            Draft draft = _drafts[i];
            bool isNested = draft.HasCue && draft.Cue.First >= first && draft.Cue.End <= end && !Splits(draft, first, end);
            if (!isNested && draft.RowsWithin(first, end) * 2 >= Math.Max(1, end - first - (draft.Cue.First >= first && draft.Cue.First < end ? end - first - draft.RowsWithin(first, end) : 0)))
            {
                return draft;
            }
        }

        return null;
    }

    /// <summary>The draft with rows [first, end) among its contents; a new one of the same source where it has too many.</summary>
    public Draft Extend(Draft draft, int first, int end)
    {
        if (draft.Rows.Count >= MostContents)
        {
            return Add(new Draft { Origin = DraftOrigin.Context, Source = draft.Source, IsSourceShared = true }, first, end);
        }

        // What the draft holds of the quotation already goes into the whole.
        int before = draft.Rows[0].First;
        foreach ((int start, int stop) in draft.Rows.FindAll(rows => rows.First < end && rows.End > first))
        {
            (first, end) = (Math.Min(first, start), Math.Max(end, stop));
            draft.Rows.Remove((start, stop));
        }

        if (first < before)
        {
            // Keeps the list in order of first contents.
            _drafts.Remove(draft);
            draft.Rows.Insert(0, (first, end));
            _drafts.Insert(FirstAfter(first), draft);
            return draft;
        }

        draft.Rows.Add((first, end));
        draft.Rows.Sort();
        return draft;
    }

    /// <summary>Puts a draft with one content into its place.</summary>
    public Draft Add(Draft draft, int first, int end)
    {
        draft.Rows.Add((first, end));
        _drafts.Insert(FirstAfter(first), draft);
        return draft;
    }

    /// <summary>The n-th last draft with a source before a row, in this paragraph or one of the two before it; null where there is none.</summary>
    public Draft? LastBefore(int row, int n, int paragraph)
    {
        for (int i = FirstAfter(row) - 1; i >= Math.Max(0, FirstAfter(row) - (2 * Reach)); i--)
        {
            Draft draft = _drafts[i];
            if (draft.Rows[0].First < row && draft.HasSource && _tokens.ParagraphOf(draft.Rows[^1].First) >= paragraph - 2 && --n == 0)
            {
                return draft;
            }
        }

        return null;
    }

    // "We have agreed – explained the head of the palace – to go on": the cue stands between two contents of one quotation.
    private static bool Splits(Draft draft, int first, int end)
    {
        bool before = false, after = false;
        foreach ((int start, int stop) in draft.Rows)
        {
            before |= start >= first && stop <= draft.Cue.First;
            after |= start >= draft.Cue.End && stop <= end;
        }

        return before && after;
    }

    // The drafts whose contents begin around a row: those before it that can reach it, and the next ones.
    private (int From, int To) Near(int row)
    {
        int low = FirstAfter(row);
        return (Math.Max(0, low - Reach), Math.Min(_drafts.Count, low + Reach));
    }

    // Index of the first draft whose content begins after a row.
    private int FirstAfter(int row)
    {
        int low = 0, high = _drafts.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_drafts[middle].Rows[0].First <= row)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
