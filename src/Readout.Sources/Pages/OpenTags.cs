namespace Readout.Sources.Pages;

/// <summary>Follows which elements a parser holds open, roughly, and says which tags would take it beyond the bounds. Each tag costs constant time on average.</summary>
internal sealed class OpenTags
{
    /// <summary>Open elements at once, counted without those that HTML closes by itself; real pages stay below 100.</summary>
    public const int MaxDepth = 400;

    /// <summary>Formatting elements left open at once, which a parser opens anew in every block.</summary>
    public const int MaxFormatting = 60;

    private readonly Stack<string> _stack = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Count>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private int _formatting;

    public OpenTags() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();

    private sealed class Count(string name)
    {
        public string Name { get; } = name;

        public bool IsFormatting { get; } = HtmlElements.IsFormatting(name);

        public int Open { get; set; }

        public int Dropped { get; set; }

        public int Unclosed { get; set; }
    }

    /// <summary>Notes a start tag; false where it is to be dropped.</summary>
    public bool TryOpen(ReadOnlySpan<char> name)
    {
        if (!_lookup.TryGetValue(name, out Count? count))
        {
            count = new Count(name.ToString().ToLowerInvariant());
            _counts.Add(count.Name, count);
        }

        if (_stack.Count >= MaxDepth || (count.IsFormatting && _formatting >= MaxFormatting))
        {
            count.Dropped++;
            return false;
        }

        _stack.Push(count.Name);
        count.Open++;
        count.Unclosed++;
        _formatting += count.IsFormatting ? 1 : 0;
        return true;
    }

    /// <summary>Notes an end tag; false where its start tag was dropped, so that it is to be dropped too.</summary>
    public bool Close(ReadOnlySpan<char> name)
    {
        if (!_lookup.TryGetValue(name, out Count? count))
        {
            return true;
        }

        if (count.Dropped > 0)
        {
            count.Dropped--;
            return false;
        }

        if (count.Unclosed > 0)
        {
            count.Unclosed--;
            _formatting -= count.IsFormatting ? 1 : 0;
        }

        while (count.Open > 0)
        {
            string top = _stack.Pop();
            _counts[top].Open--;
            if (top == count.Name)
            {
                break;
            }
        }

        return true;
    }
}
