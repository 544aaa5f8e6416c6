using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Readout.Sources.Pages;

/// <summary>
/// A page as flat columns: its read elements in document order and its blocks of text.
/// <code>
/// row      0     1     2     3  ...
/// element  html  body  div   p  ...
/// parent   -1    0     1     2  ...
/// end      n     n     7     5  ...   (first row after the subtree)
/// </code>
/// Immutable after construction.
/// </summary>
internal sealed class PageOutline
{
    /// <summary>Elements in document order; what <see cref="HtmlElements.IsUnread"/> names is left out.</summary>
    public required IReadOnlyList<IElement> Elements { get; init; }

    /// <summary>Row of each element's parent, -1 for the first.</summary>
    public required int[] Parent { get; init; }

    /// <summary>Number of each element among its parent's child nodes.</summary>
    public required int[] Child { get; init; }

    /// <summary>First row after each element's subtree.</summary>
    public required int[] End { get; init; }

    /// <summary>What each element's own attributes say.</summary>
    public required PageTerms[] Terms { get; init; }

    /// <summary>Blocks in document order.</summary>
    public required IReadOnlyList<PageBlock> Blocks { get; init; }

    /// <summary>Images in each element's subtree.</summary>
    public required int[] Images { get; init; }

    /// <summary>Of each row, whether it or an element around it is not displayed.</summary>
    public bool[] HiddenRows()
    {
        var hidden = new bool[Elements.Count];
        for (int row = 1; row < hidden.Length; row++)
        {
            hidden[row] = hidden[Parent[row]] || (Terms[row] & PageTerms.Hidden) != 0;
        }

        return hidden;
    }

    /// <summary>Child numbers from the document down to a text node, joined by slashes.</summary>
    public string NodePath(int element, int child)
    {
        var steps = new List<int> { child };
        for (int row = element; row >= 0; row = Parent[row])
        {
            steps.Add(Child[row]);
        }

        var path = new StringBuilder();
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            path.Append(CultureInfo.InvariantCulture, $"{steps[i]}{(i > 0 ? "/" : "")}");
        }

        return path.ToString();
    }
}
