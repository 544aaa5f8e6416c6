namespace Readout.Parsing;

/// <summary>
/// The maximum spanning arborescence of a complete graph by contracting cycles (Chu and Liu 1965, Edmonds 1967): O(n^2) a contraction.
/// Storage only grows. Not thread-safe.
/// </summary>
internal sealed class SpanningTree
{
    private int _size;
    private double[] _scores = [];
    private int[] _from = [];
    private int[] _to = [];
    private bool[] _active = [];
    private int[] _parent = [];
    private int[] _group = [];
    private int[] _result = [];

    /// <param name="scores">[count, stride]: the scores of each word's heads, column 0 the root.</param>
    /// <param name="stride">Columns of a row.</param>
    /// <param name="rootPenalty">Taken off every arc from the root.</param>
    /// <param name="heads">Receives the heads; 0 is the root.</param>
    public void Find(ReadOnlySpan<float> scores, int stride, double rootPenalty, Span<int> heads)
    {
        Load(scores, stride, rootPenalty, heads.Length);
        Solve(0);
        for (int i = 0; i < heads.Length; i++)
        {
            heads[i] = _result[i + 1];
        }
    }

    private void Load(ReadOnlySpan<float> scores, int stride, double rootPenalty, int count)
    {
        _size = count + 1;
        if (_scores.Length < _size * _size)
        {
            (_scores, _from, _to) = (new double[_size * _size], new int[_size * _size], new int[_size * _size]);
            (_active, _parent, _group, _result) = (new bool[_size], new int[_size * _size], new int[_size], new int[_size]);
        }

        for (int head = 0; head < _size; head++)
        {
            _active[head] = true;
            (_group[head], _result[head]) = (head, -1);
            for (int word = 1; word < _size; word++)
            {
                int at = (head * _size) + word;
                _scores[at] = head == word ? double.NegativeInfinity : scores[((word - 1) * stride) + head] - (head == 0 ? rootPenalty : 0.0);
                (_from[at], _to[at]) = (head, word);
            }
        }
    }

    /// <summary>Solves the graph of the active nodes; each level keeps its own parents.</summary>
    private void Solve(int depth)
    {
        Span<int> parent = _parent.AsSpan(depth * _size, _size);
        ChooseParents(parent);
        int entry = FindCycle(parent);
        if (entry < 0)
        {
            for (int node = 1; node < _size; node++)
            {
                if (_active[node])
                {
                    Accept(parent[node], node);
                }
            }

            return;
        }

        var members = new List<int>();
        for (int node = entry; members.Count == 0 || node != entry; node = parent[node])
        {
            members.Add(node);
        }

        int[] groupBefore = _group.AsSpan(0, _size).ToArray();
        Contract(members, parent);
        Solve(depth + 1);
        Expand(members, groupBefore, parent);
    }

    private void ChooseParents(Span<int> parent)
    {
        for (int node = 1; node < _size; node++)
        {
            parent[node] = 0;
            for (int head = 1; _active[node] && head < _size; head++)
            {
                if (_active[head] && head != node && _scores[(head * _size) + node] > _scores[(parent[node] * _size) + node])
                {
                    parent[node] = head;
                }
            }
        }
    }

    /// <summary>A node on a cycle, -1 if there is none.</summary>
    private int FindCycle(ReadOnlySpan<int> parent)
    {
        var marks = new int[_size];
        for (int start = 1; start < _size; start++)
        {
            int at = start;
            while (_active[start] && at != 0 && marks[at] == 0)
            {
                marks[at] = start;
                at = parent[at];
            }

            if (_active[start] && at != 0 && marks[at] == start)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The first member stands for the whole cycle from now on.</summary>
    private void Contract(List<int> members, ReadOnlySpan<int> parent)
    {
        int stand = members[0];
        var inside = new bool[_size];
        double weight = 0;
        foreach (int member in members)
        {
            inside[member] = true;
            weight += _scores[(parent[member] * _size) + member];
        }

        for (int node = 0; node < _size; node++)
        {
            if (!_active[node] || inside[node])
            {
                continue;
            }

            (int bestOut, int bestIn) = (stand, stand);
            double outScore = double.NegativeInfinity, inScore = double.NegativeInfinity;
            foreach (int member in members)
            {
                double leaving = node == 0 ? double.NegativeInfinity : _scores[(member * _size) + node];
                double entering = weight + _scores[(node * _size) + member] - _scores[(parent[member] * _size) + member];
                (bestOut, outScore) = leaving > outScore ? (member, leaving) : (bestOut, outScore);
                (bestIn, inScore) = entering > inScore ? (member, entering) : (bestIn, inScore);
            }

            Replace((stand * _size) + node, (bestOut * _size) + node, outScore);
            Replace((node * _size) + stand, (node * _size) + bestIn, inScore);
        }

        foreach (int member in members)
        {
            _active[member] = member == stand;
        }

        for (int node = 1; node < _size; node++)
        {
            _group[node] = inside[_group[node]] ? stand : _group[node];
        }
    }

    /// <summary>All members keep their parents in the cycle but the one that the outer tree enters, whose word has a head by now.</summary>
    private void Expand(List<int> members, ReadOnlySpan<int> groupBefore, ReadOnlySpan<int> parent)
    {
        int entered = -1;
        for (int word = 1; word < _size; word++)
        {
            if (_result[word] >= 0 && members.Contains(groupBefore[word]))
            {
                entered = groupBefore[word];
            }
        }

        foreach (int member in members)
        {
            if (member != entered)
            {
                Accept(parent[member], member);
            }
        }
    }

    private void Replace(int target, int source, double score)
    {
        (_from[target], _to[target]) = (_from[source], _to[source]);
        _scores[target] = score;
    }

    private void Accept(int head, int node)
    {
        int at = (head * _size) + node;
        _result[_to[at]] = _from[at];
    }
}
