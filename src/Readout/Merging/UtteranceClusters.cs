namespace Readout.Merging;

/// <summary>
/// Clusters of wordings of one utterance as reports arrive. Two wordings that the scorer joins are in one cluster, and so is all that
/// either is joined with: the parts of a long quotation meet in its full wording. Clusters only grow together, and the same
/// wordings give the same clusters in any order of arrival. For one thread.
/// </summary>
public sealed class UtteranceClusters(UtteranceScorer scorer)
{
    private readonly List<Wording> _wordings = [];
    private readonly List<int> _parents = [];
    private readonly Dictionary<(string Speaker, int Block), List<int>> _blocks = [];

    /// <summary>Wordings added.</summary>
    public int Count => _wordings.Count;

    /// <summary>Adds a wording and gives its number; it is compared with wordings of its speakers within the window of days alone.</summary>
    public int Add(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        int added = _wordings.Count;
        _wordings.Add(wording);
        _parents.Add(added);
        foreach (int other in Near(wording))
        {
            if (ClusterOf(other) != ClusterOf(added) && scorer.AreOne(_wordings[other], wording))
            {
                Unite(other, added);
            }
        }

        foreach (string speaker in wording.Speakers)
        {
            (string, int) key = (speaker, Block(wording.Day));
            if (!_blocks.TryGetValue(key, out List<int>? block))
            {
                _blocks.Add(key, block = []);
            }

            block.Add(added);
        }

        return added;
    }

    /// <summary>Number of the earliest wording of the cluster, by order of arrival.</summary>
    public int ClusterOf(int wording)
    {
        while (_parents[wording] != wording)
        {
            _parents[wording] = _parents[_parents[wording]];
            wording = _parents[wording];
        }

        return wording;
    }

    // Undated wordings share a block that is compared with every day.
    private static int Block(DateOnly? day) => day is { } known ? known.DayNumber / UtteranceScorer.WindowDays : -1;

    private SortedSet<int> Near(Wording wording)
    {
        var near = new SortedSet<int>();
        foreach (string speaker in wording.Speakers)
        {
            IEnumerable<(string, int)> keys = wording.Day is null
                ? _blocks.Keys.Where(key => key.Speaker == speaker)
                : new[] { -1, Block(wording.Day) - 1, Block(wording.Day), Block(wording.Day) + 1 }.Distinct().Select(block => (speaker, block));
            foreach ((string, int) key in keys)
            {
                if (_blocks.TryGetValue(key, out List<int>? block))
                {
                    near.UnionWith(block);
                }
            }
        }

        return near;
    }

    private void Unite(int left, int right)
    {
        (left, right) = (ClusterOf(left), ClusterOf(right));
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }
}
