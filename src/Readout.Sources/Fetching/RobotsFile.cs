using System.Globalization;
using System.Text;

namespace Readout.Sources.Fetching;

/// <summary>Rules of a robots.txt file (RFC 9309) for one crawler. Immutable, thread-safe.</summary>
public sealed class RobotsFile
{
    private const int MaxBytes = 512 * 1024;
    private const int MaxRules = 10_000;

    private readonly List<(string Pattern, bool Allows)> _rules;

    private RobotsFile(List<(string Pattern, bool Allows)> rules, TimeSpan? delay)
    {
        _rules = rules;
        CrawlDelay = delay;
    }

    /// <summary>Everything is allowed.</summary>
    public static RobotsFile AllowAll { get; } = new([], null);

    /// <summary>Nothing is allowed.</summary>
    public static RobotsFile DisallowAll { get; } = new([("/", false)], null);

    /// <summary>Crawl-delay of the group that applies; null where it gives none. Not in the RFC, but widely meant.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the groups that apply to a crawler: those that name it, else those for all; equal groups count as one.</summary>
    /// <param name="bytes">The file; what lies beyond 512 KiB is not read.</param>
    /// <param name="crawler">The crawler's name, letters, hyphens and underscores.</param>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes, string crawler)
    {
        string text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxBytes)]).TrimStart('\uFEFF');
        var own = new Group();
        var all = new Group();
        var current = new List<Group>();
        bool inRules = false;
        foreach (string raw in text.Split('\n', '\r'))
        {
            string line = raw.Split('#', 2)[0].Trim();
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            string key = line[..colon].TrimEnd().ToLowerInvariant();
            string value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                if (inRules)
                {
                    current.Clear();
                }

                inRules = false;
                Group? named = value == "*" ? all : NameOf(value).Equals(crawler, StringComparison.OrdinalIgnoreCase) ? own : null;
                named?.Found();
                current.AddRange(named is null ? [] : [named]);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                inRules = true;
                current.ForEach(g => g.Add(key, value));
            }
        }

        Group group = own.IsFound ? own : all;
        return new RobotsFile(group.Rules, group.Delay);
    }

    /// <summary>Whether an address may be fetched: the longest pattern that fits decides, Allow where two are equally long; robots.txt itself always may.</summary>
    public bool Allows(Uri address)
    {
        string path = Normalize(address.PathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        int longest = -1;
        bool allows = true;
        foreach ((string pattern, bool isAllow) in _rules)
        {
            if (pattern.Length < longest || (pattern.Length == longest && !isAllow) || !Fits(pattern, path))
            {
                continue;
            }

            (longest, allows) = (pattern.Length, isAllow);
        }

        return allows;
    }

    private static string NameOf(string value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_'))
        {
            end++;
        }

        return value[..end];
    }

    // Percent-encoding in one form: unreserved characters plain, all others encoded in capitals.
    private static string Normalize(string path)
    {
        var text = new StringBuilder(path.Length);
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out byte value))
            {
                char c = (char)value;
                text.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"%{value:X2}"));
                i += 2;
            }
            else if (path[i] > 127)
            {
                foreach (byte b in Encoding.UTF8.GetBytes(path, i, char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 2 : 1))
                {
                    text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
                }

                i += char.IsHighSurrogate(path[i]) && i + 1 < path.Length ? 1 : 0;
            }
            else
            {
                text.Append(path[i]);
            }
        }

        return text.ToString();
    }

    // Greedy matching with one point to return to: linear in pattern times path at worst, no recursion.
    private static bool Fits(string pattern, string path)
    {
        bool isWhole = pattern.EndsWith('$');
        ReadOnlySpan<char> wanted = isWhole ? pattern.AsSpan(0, pattern.Length - 1) : pattern;
        int p = 0, s = 0, star = -1, mark = 0;
        while (s < path.Length)
        {
            if (p < wanted.Length && wanted[p] == '*')
            {
                star = p++;
                mark = s;
            }
            else if (p < wanted.Length && wanted[p] == path[s])
            {
                p++;
                s++;
            }
            else if (p == wanted.Length && !isWhole)
            {
                return true;
            }
            else if (star >= 0)
            {
                p = star + 1;
                s = ++mark;
            }
            else
            {
                return false;
            }
        }

        return wanted[p..].IndexOfAnyExcept('*') < 0;
    }

    private sealed class Group
    {
        public bool IsFound { get; private set; }

        public TimeSpan? Delay { get; private set; }

        public List<(string Pattern, bool Allows)> Rules { get; } = [];

        public void Found() => IsFound = true;

        public void Add(string key, string value)
        {
            if (key == "crawl-delay")
            {
                bool isNumber = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e6;
                Delay = isNumber ? TimeSpan.FromSeconds(seconds) : Delay;
            }
            else if (value.StartsWith('/') || value.StartsWith('*'))
            {
                if (Rules.Count < MaxRules)
                {
                    Rules.Add((Normalize(value), key == "allow"));
                }
            }
        }
    }
}
