using System.Net;

namespace Readout.Sources.Xml;

/// <summary>
/// Reads XML as feeds really write it: bare ampersands, HTML entities that nobody declared, unclosed and crossed tags. A document type is passed
/// over unread, so that no entity it declares can be expanded and nothing outside is fetched. Linear in the length; depth and nodes are bounded.
/// </summary>
internal ref struct LenientXml
{
    private const int MaxDepth = 200;
    private const int MaxNodes = 2_000_000;

    private readonly string _text;
    private readonly List<XmlNode> _open = [];
    private readonly Dictionary<string, int> _openNames = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private int _nodes;
    private int _tooDeep;

    private LenientXml(string text) => _text = text;

    /// <summary>The root element; null where the text holds none.</summary>
    public static XmlNode? Parse(string text)
    {
        var reader = new LenientXml(text);
        return reader.Read();
    }

    private XmlNode? Read()
    {
        var document = new XmlNode { Name = "#document" };
        _open.Add(document);
        while (_at < _text.Length && _nodes < MaxNodes)
        {
            int tag = _text.IndexOf('<', _at);
            AddText(_text.AsSpan(_at, (tag < 0 ? _text.Length : tag) - _at), isMarkup: true);
            if (tag < 0)
            {
                break;
            }

            _at = tag;
            ReadMarkup();
        }

        return document.Elements.FirstOrDefault();
    }

    private void ReadMarkup()
    {
        ReadOnlySpan<char> rest = _text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            int end = rest.IndexOf("]]>", StringComparison.Ordinal);
            AddText(end < 0 ? rest[9..] : rest[9..end], isMarkup: false);
            _at = end < 0 ? _text.Length : _at + end + 3;
        }
        else if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            Skip(rest, "-->");
        }
        else if (rest.StartsWith("<?", StringComparison.Ordinal))
        {
            Skip(rest, "?>");
        }
        else if (rest.StartsWith("<!", StringComparison.Ordinal))
        {
            SkipDeclaration();
        }
        else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
        {
            int end = rest.IndexOf('>');
            Close(NameAt(_at + 2));
            _at = end < 0 ? _text.Length : _at + end + 1;
        }
        else if (rest.Length > 1 && IsNameStart(rest[1]))
        {
            ReadStartTag();
        }
        else
        {
            AddText("<", isMarkup: false);
            _at++;
        }
    }

    private void Skip(ReadOnlySpan<char> rest, string mark)
    {
        int end = rest.IndexOf(mark, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : _at + end + mark.Length;
    }

    private void SkipDeclaration()
    {
        int depth = 0;
        for (; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            depth += c is '<' or '[' ? 1 : c is '>' or ']' ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                return;
            }
        }
    }

    private void ReadStartTag()
    {
        string name = NameAt(_at + 1);
        _at += 1 + name.Length;
        var node = new XmlNode { Name = name, Parent = _open[^1] };
        bool isClosed = false;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c == '>')
            {
                _at++;
                break;
            }

            if (c == '/')
            {
                isClosed = true;
                _at++;
            }
            else if (IsNameStart(c))
            {
                isClosed = false;
                ReadAttribute(node);
            }
            else if (c == '<')
            {
                // A tag that never closed.
                break;
            }
            else
            {
                _at++;
            }
        }

        _nodes++;
        if (_open.Count > MaxDepth)
        {
            _tooDeep += isClosed ? 0 : 1;
            return;
        }

        _open[^1].Children.Add(node);
        if (!isClosed)
        {
            _open.Add(node);
            _openNames[name] = _openNames.GetValueOrDefault(name) + 1;
        }
    }

    private void ReadAttribute(XmlNode node)
    {
        string name = NameAt(_at);
        _at += name.Length;
        SkipSpaces();
        if (_at >= _text.Length || _text[_at] != '=')
        {
            return;
        }

        _at++;
        SkipSpaces();
        int start = _at;
        int end;
        if (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            start++;
            end = _text.IndexOf(_text[_at], start);
            end = end < 0 ? _text.Length : end;
            _at = Math.Min(end + 1, _text.Length);
        }
        else
        {
            int length = _text.AsSpan(start).IndexOfAny(" \t\r\n>");
            end = length < 0 ? _text.Length : start + length;
            _at = end;
        }

        if (node.Attributes.Count < 100)
        {
            node.Attributes[name] = WebUtility.HtmlDecode(_text[start..end]);
        }
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private void Close(string name)
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        // An end tag without its start tag closes nothing; the count keeps the search from being quadratic.
        if (_openNames.GetValueOrDefault(name) == 0)
        {
            return;
        }

        while (_open.Count > 1)
        {
            XmlNode last = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _openNames[last.Name]--;
            if (last.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
    }

    private void AddText(ReadOnlySpan<char> text, bool isMarkup)
    {
        if (text.Length > 0 && _open.Count > 1)
        {
            string data = isMarkup && text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
            _open[^1].Children.Add(new XmlNode { Name = "", Data = data, Parent = _open[^1] });
            _nodes++;
        }
    }

    private readonly string NameAt(int start)
    {
        int end = start;
        while (end < _text.Length && (IsNameStart(_text[end]) || char.IsDigit(_text[end]) || _text[end] is '-' or '.'))
        {
            end++;
        }

        return _text[start..end];
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';
}
