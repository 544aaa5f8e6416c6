namespace Readout.Parsing;

/// <summary>The dependents of one word in text order; for use in <c>foreach</c> only.</summary>
public readonly ref struct ChildEnumerable
{
    private readonly ParsedText _parse;
    private readonly int _row;

    internal ChildEnumerable(ParsedText parse, int row)
    {
        _parse = parse;
        _row = row;
    }

    /// <summary>Starts before the first dependent.</summary>
    public Enumerator GetEnumerator() => new(_parse, _row);

    /// <summary>Walks the dependents.</summary>
    public ref struct Enumerator
    {
        private readonly ParsedText _parse;
        private int _next;

        internal Enumerator(ParsedText parse, int row)
        {
            _parse = parse;
            _next = parse.FirstChild(row);
            Current = -1;
        }

        /// <summary>Row of the dependent.</summary>
        public int Current { get; private set; }

        /// <summary>Moves on; false after the last.</summary>
        public bool MoveNext()
        {
            if (_next < 0)
            {
                return false;
            }

            Current = _next;
            _next = _parse.NextSibling(_next);
            return true;
        }
    }
}
