using Readout.Learning;

namespace Readout.Events;

/// <summary>Finds words that tell of events by a trained classifier, beside those that patterns fit. Immutable, thread-safe.</summary>
/// <param name="tables">What the features are made from.</param>
/// <param name="model">Classifier of words: none, then the types in the order of <see cref="EventTypes.All"/>.</param>
internal sealed class EventTriggers(TriggerTables tables, SparseClassifier model)
{
    /// <summary>Words tell of a type from this probability on; how sure they are is left to the judge.</summary>
    public const double LeastType = 0.12;

    private const double LeastPattern = 0.01;

    // Score of the likeliest type less that of none by the word alone. Below it lie 46 in 100 words of the development part, but 0.7 in 100 of those
    // that come to LeastType in their context, and 0.3 of those that are annotated (ten folds).
    private const int Hopeless = -1200;

    // No type comes to LeastType while all lie so far below none: even against none alone the chance would be less.
    private static readonly int Unlikely = (int)(SparseClassifier.Unit * Math.Log(LeastType / (1 - LeastType))) - 1;

    private static int Classes => EventTypes.All.Length + 1;

    /// <summary>Adds drafts of words that tell of a type likely enough, and scores those that are there.</summary>
    /// <param name="index">The report.</param>
    /// <param name="view">Its statements.</param>
    /// <param name="drafts">What patterns, meetings and statements propose, in order of their rows.</param>
    public void Add(SceneIndex index, StatementView view, List<EventDraft> drafts)
    {
        if (model.Features.Length == 0)
        {
            return;
        }

        var described = new TriggerFeatures(tables, index, view);
        var features = new List<ulong>(256);
        Span<int> sums = stackalloc int[Classes];
        int known = drafts.Count;
        int next = 0;
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            int first = next;
            while (next < known && drafts[next].Row == row)
            {
                next++;
            }

            if (!TriggerFeatures.MayTell(index, row))
            {
                continue;
            }

            TriggerWord word = Known(described.WordOf(row), features);
            if (first == next && word.IsHopeless)
            {
                continue;
            }

            features.Clear();
            described.AddContext(row, word, features);
            word.Sums.CopyTo(sums);
            model.Score(features, sums);
            if (first < next || Top(sums) >= sums[0] + Unlikely)
            {
                Take(index, view, (row, first, next), sums, drafts);
            }
        }
    }

    /// <summary>Whether a pattern's word so surely tells of something else that its sides need not be looked for.</summary>
    public bool IsIdle(EventDraft draft) => model.Features.Length > 0 && draft.TypeScore < LeastPattern && draft.Source is EventSource.Verb or EventSource.Noun;

    // Scores the drafts of a row, and adds those of other types that are likely enough.
    private void Take(SceneIndex index, StatementView view, (int Row, int First, int End) at, ReadOnlySpan<int> sums, List<EventDraft> drafts)
    {
        Span<double> chances = stackalloc double[Classes];
        Chances(sums, chances);
        int best = 1;
        for (int i = 2; i < chances.Length; i++)
        {
            best = chances[i] > chances[best] ? i : best;
        }

        for (int i = 1; i < chances.Length; i++)
        {
            bool isThere = false;
            for (int known = at.First; known < at.End; known++)
            {
                if (drafts[known].Type == EventTypes.All[i - 1])
                {
                    (drafts[known].TypeScore, drafts[known].IsLikeliest, isThere) = (chances[i], i == best, true);
                }
            }

            if (chances[i] >= LeastType && !isThere)
            {
                EventDraft draft = Draft(index, at.Row, EventTypes.All[i - 1]);
                (draft.TypeScore, draft.IsLikeliest) = (chances[i], i == best);
                tables.Sides.Propose(index, view, draft);
                drafts.Add(draft);
            }
        }
    }

    // The word alone may speak so much against any event that its context seldom outweighs it.
    private TriggerWord Known(TriggerWord word, List<ulong> features)
    {
        if (word.Sums.Length == 0)
        {
            features.Clear();
            TriggerFeatures.AddWord(word, features);
            word.Sums = new int[Classes];
            model.Score(features, word.Sums);
            word.IsHopeless = Top(word.Sums) - word.Sums[0] < Hopeless;
        }

        return word;
    }

    private static int Top(ReadOnlySpan<int> sums)
    {
        int top = int.MinValue;
        foreach (int sum in sums[1..])
        {
            top = Math.Max(top, sum);
        }

        return top;
    }

    private static void Chances(ReadOnlySpan<int> sums, Span<double> chances)
    {
        double total = 0;
        int top = Math.Max(sums[0], Top(sums));
        for (int i = 0; i < sums.Length; i++)
        {
            chances[i] = Math.Exp((sums[i] - top) / (double)SparseClassifier.Unit);
            total += chances[i];
        }

        for (int i = 0; i < sums.Length; i++)
        {
            chances[i] /= total;
        }
    }

    /// <summary>A draft of a type at a row, without sides.</summary>
    public EventDraft Draft(SceneIndex index, int row, string type) => new()
    {
        Type = type,
        Actors = [],
        Recipients = [],
        Trigger = index.Tokens.Span(row),
        Row = row,
        Status = tables.Reality.Of(index.Parse, row),
        Source = EventSource.Learned,
        Time = Circumstances.TimeOf(index, row),
        Place = Circumstances.PlaceOf(index, row),
    };
}
