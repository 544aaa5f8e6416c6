using Readout.Models;
using Readout.Tokenization;

namespace Readout.Parsing;

/// <summary>
/// Tags, lemmas and one dependency tree a sentence over a <see cref="TokenTable"/>. Immutable and thread-safe.
/// Every column has <see cref="TokenTable.Count"/> rows; heads are rows of the whole table.
/// </summary>
public sealed class ParsedText
{
    private readonly ParseColumns _columns;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _leftEdge;
    private readonly int[] _rightEdge;

    /// <summary>Takes ownership of the columns and derives children and subtree edges in linear time.</summary>
    /// <exception cref="ArgumentException">A column's length differs from the table's.</exception>
    public ParsedText(TokenTable tokens, ParseColumns columns)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(columns);
        int count = tokens.Count;
        if (columns.Upos.Length != count || columns.Xpos.Length != count || columns.Features.Length != count
            || columns.Lemmas.Length != count || columns.Heads.Length != count || columns.Relations.Length != count)
        {
            throw new ArgumentException($"every column must have {count} rows", nameof(columns));
        }

        Tokens = tokens;
        _columns = columns;
        _firstChild = new int[count];
        _nextSibling = new int[count];
        _leftEdge = new int[count];
        _rightEdge = new int[count];
        LinkChildren();
        FindEdges();
    }

    /// <summary>The words that the columns describe.</summary>
    public TokenTable Tokens { get; }

    /// <summary>Whether heads and relations were found; otherwise every word is a root (<see cref="SyntaxParser.Tag"/>).</summary>
    public bool HasTrees => _columns.HasTrees;

    /// <summary>Universal part of speech, [Count].</summary>
    public ReadOnlySpan<UposTag> Upos => _columns.Upos;

    /// <summary>Head row, -1 for the root of its sentence, [Count].</summary>
    public ReadOnlySpan<int> Heads => _columns.Heads;

    /// <summary>Relation to the head, [Count].</summary>
    public ReadOnlySpan<DependencyRelation> Relations => _columns.Relations;

    /// <summary>
    /// The states of the parser's last recurrent layer, one row a word, for other models to read: (byte - 128) * scale, or as the left side of
    /// <see cref="Int8Gemm.Multiply"/>. Never written to; null unless the text came from <see cref="SyntaxParser.ParseWithStates"/>.
    /// </summary>
    internal Int8Activations? States => _columns.States;

    /// <summary>Penn Treebank tag of a row, such as <c>VBD</c>.</summary>
    public string Xpos(int row) => _columns.Xpos[row];

    /// <summary>UD features of a row in CoNLL-U form (<c>Number=Sing|Person=3</c>), <c>_</c> where none.</summary>
    public string Features(int row) => _columns.Features[row];

    /// <summary>Lemma of a row: lower case except for proper nouns.</summary>
    public string Lemma(int row) => _columns.Lemmas[row];

    /// <summary>First dependent of a row in text order; -1 where it has none.</summary>
    public int FirstChild(int row) => _firstChild[row];

    /// <summary>Next dependent of the same head in text order; -1 at the last.</summary>
    public int NextSibling(int row) => _nextSibling[row];

    /// <summary>Dependents of a row in text order, without allocation.</summary>
    public ChildEnumerable Children(int row) => new(this, row);

    /// <summary>First row of the subtree under <paramref name="row"/>, which may have gaps.</summary>
    public int LeftEdge(int row) => _leftEdge[row];

    /// <summary>Last row, inclusive, of the subtree under <paramref name="row"/>.</summary>
    public int RightEdge(int row) => _rightEdge[row];

    /// <summary>First dependent with the relation, subtype included; -1 where none has it.</summary>
    public int ChildWith(int row, DependencyRelation relation)
    {
        for (int child = _firstChild[row]; child >= 0; child = _nextSibling[child])
        {
            if (_columns.Relations[child] == relation)
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether <paramref name="row"/> is <paramref name="ancestor"/> or lies under it.</summary>
    public bool IsUnder(int row, int ancestor)
    {
        while (row >= 0 && row != ancestor)
        {
            row = _columns.Heads[row];
        }

        return row >= 0;
    }

    private void LinkChildren()
    {
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int row = Tokens.Count - 1; row >= 0; row--)
        {
            int head = _columns.Heads[row];
            if (head >= 0)
            {
                _nextSibling[row] = _firstChild[head];
                _firstChild[head] = row;
            }
        }
    }

    // Leaves first: a row hands its edges up once all its dependents have handed theirs to it.
    private void FindEdges()
    {
        int count = Tokens.Count;
        var pending = new int[count];
        for (int row = 0; row < count; row++)
        {
            _leftEdge[row] = row;
            _rightEdge[row] = row;
            if (_columns.Heads[row] >= 0)
            {
                pending[_columns.Heads[row]]++;
            }
        }

        for (int leaf = 0; leaf < count; leaf++)
        {
            int row = leaf;
            while (row >= 0 && pending[row] == 0)
            {
                pending[row] = -1;
                int head = _columns.Heads[row];
                if (head >= 0)
                {
                    _leftEdge[head] = Math.Min(_leftEdge[head], _leftEdge[row]);
                    _rightEdge[head] = Math.Max(_rightEdge[head], _rightEdge[row]);
                    pending[head]--;
                }

                row = head;
            }
        }
    }
}
