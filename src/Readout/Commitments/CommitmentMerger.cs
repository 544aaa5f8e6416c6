using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Joins what is told twice: the same words by two cues ("signed an agreement to share"), or the same promise in other sentences.</summary>
internal static class CommitmentMerger
{
    private const int LeastShared = 3;

    /// <summary>The drafts, each act once: of overlapping words the surest, of an act that is told again the first telling.</summary>
    public static List<CommitmentDraft> Merge(SceneIndex index, List<CommitmentDraft> drafts)
    {
        List<CommitmentDraft> apart = Join([.. drafts.OrderByDescending(draft => draft.Score).ThenBy(draft => draft.First)], Overlap);
        return Join([.. apart.OrderBy(draft => draft.First)], (known, draft) => SharedWords(index, known, draft) || SameObject(index, known, draft));
    }

    /// <summary>Adds the sentences of other tellings to what is found.</summary>
    public static void AddEvidence(SceneIndex index, List<CommitmentDraft> found, List<CommitmentDraft> tellings)
    {
        foreach (CommitmentDraft telling in tellings)
        {
            CommitmentDraft? same = found.Find(known => !Overlap(known, telling) && SharedWords(index, known, telling));
            same?.Evidence.AddRange(telling.Evidence.Where(span => !same.Evidence.Contains(span)));
        }
    }

    /// <summary>Whether two drafts tell of one act.</summary>
    public static bool IsSame(SceneIndex index, CommitmentDraft known, CommitmentDraft draft) =>
        Overlap(known, draft) || SharedWords(index, known, draft) || SameObject(index, known, draft);

    private static List<CommitmentDraft> Join(List<CommitmentDraft> drafts, Func<CommitmentDraft, CommitmentDraft, bool> isSame)
    {
        var merged = new List<CommitmentDraft>();
        foreach (CommitmentDraft draft in drafts)
        {
            CommitmentDraft? same = merged.Find(known => isSame(known, draft));
            if (same is null)
            {
                merged.Add(draft);
            }
            else
            {
                same.Evidence.AddRange(draft.Evidence.Where(span => !same.Evidence.Contains(span)));
                same.Parties.AddRange(draft.Parties.Where(one => !same.Parties.Contains(one) && same.Kind == CommitmentKind.Agreement));
            }
        }

        return merged;
    }

    private static bool Overlap(CommitmentDraft one, CommitmentDraft two) => one.First < two.End && two.First < one.End;

    /// <summary>Lemmas of the words of an act that carry its meaning.</summary>
    public static HashSet<string> ContentWords(SceneIndex index, Act act)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int row = act.First; row < act.End; row++)
        {
            if (index.Parse.Upos[row] is UposTag.Noun or UposTag.Verb or UposTag.Propn or UposTag.Adj or UposTag.Num)
            {
                words.Add(index.Parse.Lemma(row));
            }
        }

        return words;
    }

    // "a loan had been granted", later "it approved the loan": the bare noun tells nothing new.
    private static bool SameObject(SceneIndex index, CommitmentDraft known, CommitmentDraft draft) =>
        draft.End - draft.First <= 2 && index.Parse.Upos[draft.End - 1] == UposTag.Noun
        && Enumerable.Range(known.First, known.End - known.First).Any(row => index.Parse.Lemma(row) == index.Parse.Lemma(draft.End - 1));

    private static bool SharedWords(SceneIndex index, CommitmentDraft known, CommitmentDraft draft)
    {
        HashSet<string> words = ContentWords(index, new Act(known.Head, known.First, known.End));
        HashSet<string> others = ContentWords(index, new Act(draft.Head, draft.First, draft.End));
        int smaller = Math.Min(words.Count, others.Count);
        words.IntersectWith(others);
        return smaller >= LeastShared && words.Count * 10 >= smaller * 6;
    }
}
