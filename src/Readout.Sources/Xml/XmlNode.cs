using System.Text;

namespace Readout.Sources.Xml;

/// <summary>An element of a <see cref="LenientXml"/> tree, or a run of text, whose name is empty.</summary>
internal sealed class XmlNode
{
    /// <summary>Name with its prefix as written, <c>media:title</c>; empty for text.</summary>
    public required string Name { get; init; }

    /// <summary>Text of a text node; empty for elements.</summary>
    public string Data { get; init; } = "";

    /// <summary>Enclosing element; null for the root.</summary>
    public XmlNode? Parent { get; init; }

    /// <summary>Elements and texts in order.</summary>
    public List<XmlNode> Children { get; } = [];

    /// <summary>Attributes by name as written.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Name without prefix.</summary>
    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Prefix without colon; empty where there is none.</summary>
    public string Prefix => Name.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon ? Name[..colon] : "";

    /// <summary>Elements directly below.</summary>
    public IEnumerable<XmlNode> Elements => Children.Where(c => c.Name.Length > 0);

    /// <summary>All text below, in order.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (XmlNode node in Descendants())
            {
                text.Append(node.Data);
            }

            return text.ToString();
        }
    }

    /// <summary>An attribute's value; null where it is missing.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>The first element directly below of one of these local names, in the order of the names.</summary>
    public XmlNode? Child(params ReadOnlySpan<string> localNames)
    {
        foreach (string name in localNames)
        {
            foreach (XmlNode child in Children)
            {
                if (child.Name.Length > 0 && child.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return child;
                }
            }
        }

        return null;
    }

    /// <summary>Trimmed text of the first such element; null where it is missing or blank.</summary>
    public string? ChildText(params ReadOnlySpan<string> localNames) => Child(localNames)?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>This node and all below, in document order, without recursion.</summary>
    public IEnumerable<XmlNode> Descendants()
    {
        var open = new Stack<XmlNode>();
        open.Push(this);
        while (open.TryPop(out XmlNode? node))
        {
            yield return node;
            for (int i = node.Children.Count - 1; i >= 0; i--)
            {
                open.Push(node.Children[i]);
            }
        }
    }

    /// <summary>The first element at or below of a local name; null where there is none.</summary>
    public XmlNode? Find(string localName) => Descendants().FirstOrDefault(n => n.Name.Length > 0 && n.LocalName.Equals(localName, StringComparison.OrdinalIgnoreCase));

    /// <summary>All elements at or below of a local name.</summary>
    public IEnumerable<XmlNode> FindAll(string localName) => Descendants().Where(n => n.Name.Length > 0 && n.LocalName.Equals(localName, StringComparison.OrdinalIgnoreCase));
}
