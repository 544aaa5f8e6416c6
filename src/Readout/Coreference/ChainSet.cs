namespace Readout.Coreference;

/// <summary>A growing partition of mentions (union-find) with what is known of each chain. Not thread-safe.</summary>
internal sealed class ChainSet
{
    private readonly int[] _parent;
    private readonly Gender[] _gender;
    private readonly int[] _size;
    private readonly string?[] _office;
    private readonly string?[] _state;

    public ChainSet(int count)
    {
        _parent = new int[count];
        _gender = new Gender[count];
        _size = new int[count];
        _office = new string?[count];
        _state = new string?[count];
        for (int i = 0; i < count; i++)
        {
            (_parent[i], _size[i]) = (i, 1);
        }
    }

    /// <summary>The mention that stands for the chain.</summary>
    public int Find(int mention)
    {
        while (_parent[mention] != mention)
        {
            _parent[mention] = _parent[_parent[mention]];
            mention = _parent[mention];
        }

        return mention;
    }

    public Gender GenderOf(int mention) => _gender[Find(mention)];

    public int SizeOf(int mention) => _size[Find(mention)];

    /// <summary>Office noun known of the chain; null where none is.</summary>
    public string? OfficeOf(int mention) => _office[Find(mention)];

    /// <summary>Key of the state that the chain is said to belong to; null where none is.</summary>
    public string? StateOf(int mention) => _state[Find(mention)];

    /// <summary>Records what a mention tells.</summary>
    public void Describe(int mention, Gender gender, string? office, string? state)
    {
        int root = Find(mention);
        _gender[root] = _gender[root] == Gender.Unknown ? gender : _gender[root];
        _office[root] ??= office;
        _state[root] ??= state;
    }

    /// <summary>Makes one chain of two; what the earlier knows wins.</summary>
    public void Join(int earlier, int later)
    {
        (int a, int b) = (Find(earlier), Find(later));
        if (a == b)
        {
            return;
        }

        if (b < a)
        {
            (a, b) = (b, a);
        }

        _parent[b] = a;
        _size[a] += _size[b];
        Describe(a, _gender[b], _office[b], _state[b]);
    }

    /// <summary>Chain numbers in order of first mention.</summary>
    public int[] Numbers()
    {
        var numbers = new int[_parent.Length];
        var next = new Dictionary<int, int>();
        for (int i = 0; i < numbers.Length; i++)
        {
            int root = Find(i);
            if (!next.TryGetValue(root, out int number))
            {
                next.Add(root, number = next.Count);
            }

            numbers[i] = number;
        }

        return numbers;
    }
}
