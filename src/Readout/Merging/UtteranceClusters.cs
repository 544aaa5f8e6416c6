namespace Readout.Merging;

/// <summary>
/// Clusters of wordings of one utterance as reports arrive (<see cref="UtteranceLinkage"/>). The same wordings give the same clusters in any order of
/// arrival. For one thread.
/// </summary>
public sealed class UtteranceClusters(UtteranceScorer scorer)
{
    private readonly List<PreparedWording> _wordings = [];
    private readonly List<Dictionary<int, double>> _near = [];
    private readonly List<int> _compared = [];
    private readonly Dictionary<(string Speaker, int Block), List<int>> _blocks = [];
    private int[]? _clusters;

    /// <summary>Wordings added.</summary>
    public int Count => _wordings.Count;

    /// <summary>Adds a wording and gives its number; it is compared with wordings of its speakers within the window of days alone.</summary>
    public int Add(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        int added = _wordings.Count;
        PreparedWording prepared = scorer.Prepare(wording);
        _wordings.Add(prepared);
        _near.Add([]);
        _compared.Add(0);
        _clusters = null;
        foreach (int other in Near(wording))
        {
            _compared[added]++;
            _compared[other]++;
            double score = scorer.Score(_wordings[other], prepared);
            if (score >= scorer.LinkThreshold)
            {
                _near[other][added] = score;
                _near[added][other] = score;
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
    public int ClusterOf(int wording) => (_clusters ??= Clusters())[wording];

    private int[] Clusters()
    {
        var clusters = new int[Count];
        Array.Fill(clusters, -1);
        for (int seed = 0; seed < Count; seed++)
        {
            if (clusters[seed] >= 0)
            {
                continue;
            }

            // What nothing links can be in no group together.
            int[] linked = [.. Linked(seed).OrderBy(one => _wordings[one].Wording.Content, StringComparer.Ordinal).ThenBy(one => _wordings[one].Wording.Day).ThenBy(one => one)];
            double threshold = scorer.ThresholdAmong(linked.Max(one => _compared[one]));
            int[] groups = UtteranceLinkage.Group([.. linked.Select(one => _wordings[one])], (i, j) => _near[linked[i]].GetValueOrDefault(linked[j]), threshold);
            foreach (IGrouping<int, int> group in Enumerable.Range(0, linked.Length).GroupBy(i => groups[i], i => linked[i]))
            {
                int first = group.Min();
                foreach (int one in group)
                {
                    clusters[one] = first;
                }
            }
        }

        return clusters;
    }

    private HashSet<int> Linked(int seed)
    {
        HashSet<int> found = [seed];
        var waiting = new Queue<int>(found);
        while (waiting.TryDequeue(out int one))
        {
            foreach (int other in _near[one].Keys.Where(found.Add))
            {
                waiting.Enqueue(other);
            }
        }

        return found;
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
}
