namespace Readout.Parsing;

/// <summary>
/// The maximum spanning arborescence of a complete graph by contracting cycles (Chu and Liu 1965, Edmonds 1967). A contraction costs
/// O(n) for each member of its cycle; a cycle's first member stands for it afterwards. Storage only grows. Not thread-safe.
/// </summary>
internal sealed class SpanningTree
{
    private readonly List<Contraction> _contractions = [];
    private readonly List<int> _members = [];
    private readonly List<(int Word, int Member)> _words = [];
    private int _size;
    private double[] _scores = [];
    private int[] _arcs = [];
    private bool[] _active = [];
    private bool[] _inside = [];
    private int[] _parent = [];
    private int[] _group = [];
    private int[] _entering = [];
    private int[] _marks = [];

    /// <param name="scores">[count, stride]: the scores of each word's heads, column 0 the root.</param>
    /// <param name="stride">Columns of a row.</param>
    /// <param name="rootPenalty">Taken off every arc from the root.</param>
    /// <param name="heads">Receives the heads; 0 is the root.</param>
    public void Find(ReadOnlySpan<float> scores, int stride, double rootPenalty, Span<int> heads)
    {
        Load(scores, stride, rootPenalty, heads.Length);
        for (int entry = FindCycle(); entry >= 0; entry = FindCycle())
        {
            Contract(entry);
        }

        for (int node = 1; node < _size; node++)
        {
            _entering[node] = _active[node] ? _arcs[(node * _size) + _parent[node]] : -1;
        }

        for (int i = _contractions.Count - 1; i >= 0; i--)
        {
            Expand(_contractions[i], i);
        }

        for (int word = 1; word < _size; word++)
        {
            heads[word - 1] = _entering[word] / _size;
        }
    }

    /// <summary>Row w holds the arcs into word w; an arc is its head times the size plus its word.</summary>
    private void Load(ReadOnlySpan<float> scores, int stride, double rootPenalty, int count)
    {
        _size = count + 1;
        _contractions.Clear();
        _members.Clear();
        _words.Clear();
        if (_group.Length < _size)
        {
            (_scores, _arcs) = (new double[_size * _size * 2], new int[_size * _size * 2]);
            (_active, _inside, _marks) = (new bool[_size + 1], new bool[_size + 1], new int[_size + 1]);
            (_parent, _group, _entering) = (new int[_size + 1], new int[_size + 1], new int[_size + 1]);
        }

        _active.AsSpan(0, _size).Fill(true);
        for (int word = 1; word < _size; word++)
        {
            _group[word] = word;
            ReadOnlySpan<float> source = scores.Slice((word - 1) * stride, _size);
            for (int head = 0; head < _size; head++)
            {
                _scores[(word * _size) + head] = source[head];
                _arcs[(word * _size) + head] = (head * _size) + word;
            }

            _scores[word * _size] -= rootPenalty;
            _scores[(word * _size) + word] = double.NegativeInfinity;
            ChooseParent(word);
        }
    }

    private void ChooseParent(int node)
    {
        ReadOnlySpan<double> row = _scores.AsSpan(node * _size, _size);
        int best = 0;
        for (int head = 1; head < row.Length; head++)
        {
            if (row[head] > row[best] && _active[head] && head != node)
            {
                best = head;
            }
        }

        _parent[node] = best;
    }

    /// <summary>A node on a cycle, -1 if there is none.</summary>
    private int FindCycle()
    {
        Span<int> marks = _marks.AsSpan(0, _size);
        marks.Clear();
        for (int start = 1; start < _size; start++)
        {
            int at = _active[start] ? start : 0;
            while (at != 0 && marks[at] == 0)
            {
                marks[at] = start;
                at = _parent[at];
            }

            if (at != 0 && marks[at] == start)
            {
                return at;
            }
        }

        return -1;
    }

    private void Contract(int stand)
    {
        int firstMember = _members.Count, firstWord = _words.Count;
        for (int node = stand; !_inside[node]; node = _parent[node])
        {
            _inside[node] = true;
            _members.Add(node);
        }

        for (int word = 1; word < _size; word++)
        {
            if (_inside[_group[word]])
            {
                _words.Add((word, _group[word]));
                _group[word] = stand;
            }
        }

        for (int node = 0; node < _size; node++)
        {
            if (_active[node] && !_inside[node])
            {
                Redirect(node, stand, firstMember);
            }
        }

        _contractions.Add(new Contraction(stand, _parent[stand], firstMember, firstWord));
        for (int i = firstMember; i < _members.Count; i++)
        {
            _inside[_members[i]] = false;
            _active[_members[i]] = _members[i] == stand;
        }

        ChooseParent(stand);
    }

    /// <summary>The best arcs between an outer node and the cycle become arcs of the member that stands for it.</summary>
    private void Redirect(int node, int stand, int firstMember)
    {
        int leaving = stand, entering = stand;
        double leavingScore = double.NegativeInfinity, enteringScore = double.NegativeInfinity;
        for (int i = firstMember; i < _members.Count; i++)
        {
            int member = _members[i];
            double into = _scores[(member * _size) + node] - _scores[(member * _size) + _parent[member]];
            (entering, enteringScore) = into > enteringScore ? (member, into) : (entering, enteringScore);
            double outOf = _scores[(node * _size) + member];
            (leaving, leavingScore) = outOf > leavingScore ? (member, outOf) : (leaving, leavingScore);
        }

        _arcs[(stand * _size) + node] = _arcs[(entering * _size) + node];
        _scores[(stand * _size) + node] = enteringScore;
        if (node > 0)
        {
            _arcs[(node * _size) + stand] = _arcs[(node * _size) + leaving];
            _scores[(node * _size) + stand] = leavingScore;
            _parent[node] = _inside[_parent[node]] ? stand : _parent[node];
        }
    }

    /// <summary>All members keep their arcs in the cycle but the one that the outer tree enters.</summary>
    private void Expand(Contraction contraction, int index)
    {
        bool isLast = index + 1 == _contractions.Count;
        int arc = _entering[contraction.Stand], word = arc % _size, entered = contraction.Stand;
        for (int i = contraction.FirstWord; i < (isLast ? _words.Count : _contractions[index + 1].FirstWord); i++)
        {
            entered = _words[i].Word == word ? _words[i].Member : entered;
        }

        for (int i = contraction.FirstMember; i < (isLast ? _members.Count : _contractions[index + 1].FirstMember); i++)
        {
            int member = _members[i];
            int parent = member == contraction.Stand ? contraction.Parent : _parent[member];
            _entering[member] = member == entered ? arc : _arcs[(member * _size) + parent];
        }
    }

    /// <summary>A cycle that became one node: who stands for it, that one's parent before, and where its members and words begin.</summary>
    private readonly record struct Contraction(int Stand, int Parent, int FirstMember, int FirstWord);
}
