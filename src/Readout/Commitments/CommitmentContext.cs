using Readout.Events;

namespace Readout.Commitments;

/// <summary>How the candidates of one report stand to one another: which holds which, and which tell of the same. For one report.</summary>
internal sealed class CommitmentContext
{
    private const int MaximumDepth = 8;

    private readonly SceneIndex _index;
    private readonly List<CommitmentCandidate> _candidates;
    private readonly Dictionary<int, int> _byHead = [];
    private readonly List<HashSet<string>> _words = [];
    private readonly int _ruled;

    public CommitmentContext(SceneIndex index, List<CommitmentCandidate> candidates)
    {
        (_index, _candidates) = (index, candidates);
        for (int i = 0; i < candidates.Count; i++)
        {
            _byHead[candidates[i].Act.Head] = i;
            _words.Add(CommitmentMerger.ContentWords(index, candidates[i].Act));
            _ruled += candidates[i].Rule is null ? 0 : 1;
        }
    }

    /// <summary>Candidates that a rule finds.</summary>
    public int Ruled => _ruled;

    /// <summary>The nearest candidate under whose head another stands; null where none does.</summary>
    public CommitmentCandidate? Above(int candidate)
    {
        int row = _index.Parse.Heads[_candidates[candidate].Act.Head];
        for (int depth = 0; depth < MaximumDepth && row >= 0; depth++, row = _index.Parse.Heads[row])
        {
            if (_byHead.TryGetValue(row, out int above))
            {
                return _candidates[above];
            }
        }

        return null;
    }

    /// <summary>Candidates of the same sentence that a rule finds, without the one itself: before it and after it.</summary>
    public (int Before, int After) RuledBeside(int candidate)
    {
        int sentence = _index.Tokens.SentenceOf(_candidates[candidate].Act.Head);
        int before = 0;
        int after = 0;
        for (int i = candidate - 1; i >= 0 && _index.Tokens.SentenceOf(_candidates[i].Act.Head) == sentence; i--)
        {
            before += _candidates[i].Rule is null ? 0 : 1;
        }

        for (int i = candidate + 1; i < _candidates.Count && _index.Tokens.SentenceOf(_candidates[i].Act.Head) == sentence; i++)
        {
            after += _candidates[i].Rule is null ? 0 : 1;
        }

        return (before, after);
    }

    /// <summary>Most words that an act in another sentence shares with it: of those before, with a rule or without, and of those after.</summary>
    public (int Ruled, int Before, int After) Shared(int candidate)
    {
        int sentence = _index.Tokens.SentenceOf(_candidates[candidate].Act.Head);
        (int Ruled, int Before, int After) most = default;
        for (int i = 0; i < _candidates.Count; i++)
        {
            if (_index.Tokens.SentenceOf(_candidates[i].Act.Head) == sentence)
            {
                continue;
            }

            int shared = _words[i].Count(_words[candidate].Contains);
            most = i > candidate ? most with { After = Math.Max(most.After, shared) }
                : (_candidates[i].Rule is null ? most.Ruled : Math.Max(most.Ruled, shared), Math.Max(most.Before, shared), most.After);
        }

        return most;
    }

    /// <summary>Words of an act that carry its meaning.</summary>
    public int WordsOf(int candidate) => _words[candidate].Count;
}
