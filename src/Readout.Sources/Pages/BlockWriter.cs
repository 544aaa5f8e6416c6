using System.Text;

namespace Readout.Sources.Pages;

/// <summary>Gathers text between block boundaries, collapses its white space and keeps the way back to the text nodes.</summary>
internal sealed class BlockWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<NodeAnchor> _anchors = [];
    private readonly Stack<int> _open = new();
    private bool _pendingSpace;
    private int _pendingBreaks;
    private int _linkCharacters;
    private int _boldCharacters;

    /// <summary>Blocks so far, in document order.</summary>
    public List<PageBlock> Blocks { get; } = [];

    /// <summary>Open links.</summary>
    public int LinkDepth { get; set; }

    /// <summary>Open bold elements.</summary>
    public int BoldDepth { get; set; }

    /// <summary>Opens a block element.</summary>
    public void Enter(int row) => _open.Push(row);

    /// <summary>Closes the innermost block element.</summary>
    public void Leave() => _open.Pop();

    /// <summary>A line break; two in a row end the block.</summary>
    public void Break()
    {
        if (++_pendingBreaks >= 2)
        {
            Flush();
        }
    }

    /// <summary>Adds the data of a text node.</summary>
    public void Append(string data, NodeAnchor node, bool keepsLines)
    {
        bool needsAnchor = true;
        for (int i = 0; i < data.Length; i++)
        {
            char c = data[i];
            if (c is '\u00AD' or '\u200B' or '\uFEFF')
            {
                needsAnchor = true;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                _pendingBreaks += keepsLines && c == '\n' ? 1 : 0;
                needsAnchor |= _pendingSpace;
                _pendingSpace = true;
                continue;
            }

            if (_text.Length > 0 && (_pendingBreaks > 0 || _pendingSpace))
            {
                _text.Append(_pendingBreaks > 0 ? '\n' : ' ');
            }

            _pendingSpace = false;
            _pendingBreaks = 0;
            if (needsAnchor)
            {
                _anchors.Add(node with { Start = _text.Length, Offset = i });
                needsAnchor = false;
            }

            _text.Append(c);
            _linkCharacters += LinkDepth > 0 ? 1 : 0;
            _boldCharacters += BoldDepth > 0 ? 1 : 0;
        }
    }

    /// <summary>Ends the block where there is one.</summary>
    public void Flush()
    {
        if (_text.Length > 0)
        {
            string text = _text.ToString();
            Blocks.Add(new PageBlock
            {
                Element = _open.Count > 0 ? _open.Peek() : 0,
                Text = text,
                LinkCharacters = _linkCharacters,
                BoldCharacters = _boldCharacters,
                Words = WordCount.Of(text),
                Anchors = [.. _anchors],
            });
        }

        _text.Clear();
        _anchors.Clear();
        _linkCharacters = _boldCharacters = _pendingBreaks = 0;
        _pendingSpace = false;
    }
}
