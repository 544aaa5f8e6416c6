namespace Readout.Sources.Pages;

/// <summary>
/// Bounds what makes an HTML tree builder quadratic: the depth of open elements and the attributes of one tag. Tags beyond a bound are
/// blanked with spaces, so that all text stays and every offset with it. One linear pass over the markup. Thread-safe.
/// </summary>
internal static class MarkupGuard
{
    /// <summary>Attributes of one tag.</summary>
    public const int MaxAttributes = 200;

    /// <summary>The markup itself where it keeps the bounds, else a copy of the same length with the excess blanked.</summary>
    public static string Bound(string markup)
    {
        var pass = new Pass(markup);
        pass.Run();
        return pass.Result;
    }

    private ref struct Pass(string markup)
    {
        private readonly OpenTags _open = new();
        private char[]? _copy;

        public readonly string Result => _copy is null ? markup : new string(_copy);

        public void Run()
        {
            int at = 0;
            while ((at = NextTag(at)) >= 0)
            {
                if (at + 1 >= markup.Length)
                {
                    return;
                }

                at = markup[at + 1] switch
                {
                    '!' => EndOfComment(at),
                    '?' => EndOf('>', at),
                    '/' when at + 2 < markup.Length && char.IsAsciiLetter(markup[at + 2]) => EndTag(at),
                    char c when char.IsAsciiLetter(c) => StartTag(at),
                    _ => at + 1,
                };
            }
        }

        private readonly int NextTag(int from)
        {
            int found = from >= markup.Length ? -1 : markup.AsSpan(from).IndexOf('<');
            return found < 0 ? -1 : from + found;
        }

        private readonly int EndOf(char mark, int from)
        {
            int found = markup.AsSpan(from).IndexOf(mark);
            return found < 0 ? markup.Length : from + found + 1;
        }

        private readonly int EndOfComment(int from)
        {
            if (!markup.AsSpan(from).StartsWith("<!--", StringComparison.Ordinal))
            {
                return EndOf('>', from);
            }

            int found = markup.AsSpan(from + 4).IndexOf("-->", StringComparison.Ordinal);
            return found < 0 ? markup.Length : from + 4 + found + 3;
        }

        private readonly ReadOnlySpan<char> NameAt(int start)
        {
            int end = start;
            while (end < markup.Length && (char.IsAsciiLetterOrDigit(markup[end]) || markup[end] is '-' or ':'))
            {
                end++;
            }

            return markup.AsSpan(start, end - start);
        }

        private int EndTag(int at)
        {
            int end = EndOf('>', at);
            ReadOnlySpan<char> name = NameAt(at + 2);
            if (!HtmlElements.ClosesItself(name) && !_open.Close(name))
            {
                Blank(at, end);
            }

            return end;
        }

        private int StartTag(int at)
        {
            ReadOnlySpan<char> name = NameAt(at + 1);
            int end = EndOfStartTag(at + 1 + name.Length, out bool selfClosing);
            if (HtmlElements.IsRawText(name))
            {
                return EndOfRawText(name, end);
            }

            if (HtmlElements.ClosesItself(name) || selfClosing)
            {
                return end;
            }

            if (!_open.TryOpen(name))
            {
                Blank(at, end);
            }

            return end;
        }

        private int EndOfStartTag(int at, out bool selfClosing)
        {
            int attributes = 0;
            char quote = '\0';
            bool inName = false;
            int excess = -1;
            selfClosing = false;
            for (; at < markup.Length; at++)
            {
                char c = markup[at];
                if (quote != '\0')
                {
                    quote = c == quote ? '\0' : quote;
                }
                else if (c == '>')
                {
                    selfClosing = markup[at - 1] == '/';
                    break;
                }
                else if (c is '"' or '\'' && markup[at - 1] == '=')
                {
                    quote = c;
                }
                else if (char.IsWhiteSpace(c) || c == '/')
                {
                    inName = false;
                }
                else if (!inName)
                {
                    inName = true;
                    excess = ++attributes == MaxAttributes + 1 ? at : excess;
                }
            }

            if (excess >= 0)
            {
                Blank(excess, at);
            }

            return Math.Min(at + 1, markup.Length);
        }

        private readonly int EndOfRawText(ReadOnlySpan<char> name, int from)
        {
            int at = from;
            while ((at = NextTag(at)) >= 0)
            {
                ReadOnlySpan<char> rest = markup.AsSpan(at + 1);
                if (rest.Length > name.Length && rest[0] == '/' && rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return EndOf('>', at);
                }

                at++;
            }

            return markup.Length;
        }

        private void Blank(int start, int end)
        {
            _copy ??= markup.ToCharArray();
            _copy.AsSpan(start, Math.Min(end, _copy.Length) - start).Fill(' ');
        }
    }
}
