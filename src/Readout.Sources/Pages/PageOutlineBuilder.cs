using AngleSharp.Dom;

namespace Readout.Sources.Pages;

/// <summary>Walks a parsed page once, without recursion, and writes its <see cref="PageOutline"/>.</summary>
/// <param name="lexicon">Names of classes.</param>
/// <param name="readsNoscript">Whether what stands in noscript is read too.</param>
internal sealed class PageOutlineBuilder(PageLexicon lexicon, bool readsNoscript = false)
{
    private readonly List<IElement> _elements = [];
    private readonly List<int> _parent = [];
    private readonly List<int> _child = [];
    private readonly List<int> _end = [];
    private readonly List<int> _images = [];
    private readonly List<PageTerms> _terms = [];
    private readonly Dictionary<string, PageTerms> _known = new(StringComparer.Ordinal);
    private readonly BlockWriter _writer = new();

    /// <summary>One open element of the walk.</summary>
    private record struct Frame(INode Node, int Row, int Next, bool IsBlock, bool IsLink, bool IsBold, bool IsPreformatted);

    /// <summary>The outline of a document.</summary>
    public PageOutline Build(IDocument document)
    {
        var stack = new Stack<Frame>();
        if (document.DocumentElement is { } root)
        {
            Open(stack, root, document.ChildNodes.Index(root), -1);
        }

        while (stack.Count > 0)
        {
            Frame frame = stack.Pop();
            if (frame.Next >= frame.Node.ChildNodes.Length)
            {
                Close(frame, stack);
                continue;
            }

            int number = frame.Next;
            stack.Push(frame with { Next = number + 1 });
            Visit(stack, frame, frame.Node.ChildNodes[number], number);
        }

        return new PageOutline
        {
            Elements = _elements,
            Parent = [.. _parent],
            Child = [.. _child],
            End = [.. _end],
            Terms = [.. _terms],
            Images = [.. _images],
            Blocks = _writer.Blocks,
        };
    }

    private void Visit(Stack<Frame> stack, in Frame frame, INode child, int number)
    {
        if (child is IText text)
        {
            _writer.Append(text.Data, new NodeAnchor(0, frame.Row, number, 0), frame.IsPreformatted);
        }
        else if (child is IElement element)
        {
            string name = element.LocalName;
            if (name == "br")
            {
                _writer.Break();
            }
            else if (name is "img" or "picture" or "video" or "iframe")
            {
                _images[frame.Row]++;
            }
            else if (!HtmlElements.IsUnread(name) || (readsNoscript && name == "noscript"))
            {
                Open(stack, element, number, frame.Row);
            }
        }
    }

    private void Open(Stack<Frame> stack, IElement element, int number, int parent)
    {
        int row = _elements.Count;
        _elements.Add(element);
        _parent.Add(parent);
        _child.Add(number);
        _end.Add(row + 1);
        _images.Add(0);
        _terms.Add(TermsOf(element));
        string name = element.LocalName;
        bool inPreformatted = stack.Count > 0 && stack.Peek().IsPreformatted;
        var frame = new Frame(element, row, 0, HtmlElements.IsBlock(name), IsLink(element, name), name is "b" or "strong", inPreformatted || name == "pre");
        if (frame.IsBlock)
        {
            _writer.Flush();
            _writer.Enter(row);
        }

        _writer.LinkDepth += frame.IsLink ? 1 : 0;
        _writer.BoldDepth += frame.IsBold ? 1 : 0;
        stack.Push(frame);
    }

    private void Close(in Frame frame, Stack<Frame> stack)
    {
        _end[frame.Row] = _elements.Count;
        if (_parent[frame.Row] >= 0)
        {
            _images[_parent[frame.Row]] += _images[frame.Row];
        }

        if (frame.IsBlock)
        {
            _writer.Flush();
            _writer.Leave();
        }

        _writer.LinkDepth -= frame.IsLink ? 1 : 0;
        _writer.BoldDepth -= frame.IsBold ? 1 : 0;
    }

    // An anchor that runs a script leads nowhere: what it holds is text like any other.
    private static bool IsLink(IElement element, string name) =>
        name == "a" && element.GetAttribute("href")?.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) != true;

    private PageTerms TermsOf(IElement element)
    {
        PageTerms terms = PageTerms.None;
        foreach (IAttr attribute in element.Attributes)
        {
            terms |= attribute.LocalName switch
            {
                "class" or "id" or "role" or "itemprop" or "property" or "data-component" or "data-type" or "data-testid" or "data-module" => Look(attribute.Value),
                "hidden" => PageTerms.Hidden,
                "aria-hidden" when attribute.Value == "true" => PageTerms.Hidden,
                "style" when HidesContent(attribute.Value) => PageTerms.Hidden,
                _ => PageTerms.None,
            };
        }

        return terms;
    }

    private static bool HidesContent(string style)
    {
        int colon = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        bool isUndisplayed = colon >= 0 && style.AsSpan(colon + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
        int visibility = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return isUndisplayed || (visibility >= 0 && style.AsSpan(visibility + 10).TrimStart(" :").StartsWith("hidden", StringComparison.OrdinalIgnoreCase));
    }

    private PageTerms Look(string value)
    {
        if (!_known.TryGetValue(value, out PageTerms terms))
        {
            terms = lexicon.Terms(value);
            _known.Add(value, terms);
        }

        return terms;
    }
}
