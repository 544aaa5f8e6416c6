using System.Globalization;
using System.Text;

namespace Readout.Store.Queries;

/// <summary>
/// What a user types to search, made safe for FTS5: <c>fish patrol</c> (all words), <c>"joint patrol"</c> (phrase), <c>-annex</c>
/// (exclusion), <c>patrol*</c> (prefix), <c>fish OR freight</c>, <c>NEAR(fish bank, 5)</c>. Every word reaches FTS5 in quotation marks,
/// so that no character of it can be read as syntax; a mark that never closes closes at the end.
/// </summary>
public static class SearchWords
{
    /// <summary>Most characters of a search.</summary>
    public const int MaximumLength = 400;

    /// <summary>Most words and phrases of a search.</summary>
    public const int MaximumTerms = 32;

    /// <summary>The FTS5 expression of a search; null where it holds no word.</summary>
    /// <exception cref="QueryException">It is too long, or only excludes.</exception>
    public static string? ToFts5(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        if (words.Length > MaximumLength)
        {
            throw new QueryException("words", $"the search is longer than {MaximumLength} characters; shorten it");
        }

        return new Expression(words).ToString();
    }

    /// <summary>
    /// What every text that the search finds must hold: for each term that is not a prefix its words, or those of its alternatives, of which one
    /// is enough. Empty where only prefixes are searched.
    /// </summary>
    /// <exception cref="QueryException">It is too long, or only excludes.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Required(string words)
    {
        ToFts5(words);
        return [.. new Expression(words).Plain.Where(group => !group.Contains(null)).Select(group => group.OfType<string>().ToArray())];
    }

    private sealed class Expression
    {
        private readonly string _words;
        private readonly List<string> _wanted = [];
        private readonly List<string> _unwanted = [];
        private int _at;
        private bool _or;
        private string? _plain;

        public Expression(string words)
        {
            _words = words;
            while (ReadTerm())
            {
                if (_wanted.Count + _unwanted.Count > MaximumTerms)
                {
                    throw new QueryException("words", $"the search has more than {MaximumTerms} words; leave some out");
                }
            }
        }

        /// <summary>For each term wanted, the words of its alternatives; null for a prefix.</summary>
        public List<List<string?>> Plain { get; } = [];

        public override string ToString()
        {
            if (_wanted.Count == 0)
            {
                return _unwanted.Count == 0
                    ? throw new QueryException("words", "the search holds no letter or digit; give at least one word")
                    : throw new QueryException("words", "a search cannot only leave out; give at least one word to find");
            }

            var all = new StringBuilder().AppendJoin(" AND ", _wanted.Select(term => "(" + term + ")"));
            return _unwanted.Count == 0 ? all.ToString() : $"({all}) NOT ({string.Join(" OR ", _unwanted)})";
        }

        private bool ReadTerm()
        {
            while (_at < _words.Length && char.IsWhiteSpace(_words[_at]))
            {
                _at++;
            }

            if (_at == _words.Length)
            {
                return false;
            }

            bool unwanted = _words[_at] == '-' && _at + 1 < _words.Length && !char.IsWhiteSpace(_words[_at + 1]);
            _at += unwanted ? 1 : 0;
            string? term = Near() ?? Phrase() ?? Word();
            if (term is not null)
            {
                Keep(term, unwanted);
            }

            return true;
        }

        private void Keep(string term, bool unwanted)
        {
            if (unwanted)
            {
                _unwanted.Add(term);
            }
            else if (_or && _wanted.Count > 0)
            {
                _wanted[^1] += " OR " + term;
                Plain[^1].Add(_plain);
            }
            else
            {
                _wanted.Add(term);
                Plain.Add([_plain]);
            }

            _or = false;
        }

        private string? Phrase()
        {
            if (_words[_at] is not ('"' or '\u201C' or '\u201D'))
            {
                return null;
            }

            int start = ++_at;
            int end = _words.AsSpan(start).IndexOfAny('"', '\u201C', '\u201D');
            end = end < 0 ? _words.Length : start + end;
            _at = Math.Min(end + 1, _words.Length);
            return Quoted(_words.AsSpan(start, end - start));
        }

        private string? Word()
        {
            int start = _at;
            while (_at < _words.Length && !char.IsWhiteSpace(_words[_at]) && _words[_at] is not ('"' or '\u201C' or '\u201D'))
            {
                _at++;
            }

            ReadOnlySpan<char> word = _words.AsSpan(start, _at - start);
            if (word is "OR" && _wanted.Count > 0)
            {
                _or = true;
                return null;
            }

            return word is "AND" ? null : Quoted(word);
        }

        // NEAR(a b, 5): the words within five tokens of each other, ten where no number is given.
        private string? Near()
        {
            const string opening = "NEAR(";
            if (!_words.AsSpan(_at).StartsWith(opening, StringComparison.Ordinal))
            {
                return null;
            }

            int start = _at + opening.Length;
            int end = _words.IndexOf(')', start);
            end = end < 0 ? _words.Length : end;
            ReadOnlySpan<char> inside = _words.AsSpan(start, end - start);
            _at = Math.Min(end + 1, _words.Length);
            int distance = 10;
            int comma = inside.LastIndexOf(',');
            if (comma >= 0 && int.TryParse(inside[(comma + 1)..], NumberStyles.Integer, CultureInfo.InvariantCulture, out int given))
            {
                distance = Math.Clamp(given, 1, 1000);
                inside = inside[..comma];
            }

            string[] words = [.. inside.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Quoted(word)).OfType<string>()];
            return words.Length == 0 ? null : $"NEAR({string.Join(' ', words)}, {distance.ToString(CultureInfo.InvariantCulture)})";
        }

        private string? Quoted(ReadOnlySpan<char> word)
        {
            bool prefix = word.EndsWith("*", StringComparison.Ordinal);
            bool hasLetter = false;
            foreach (char c in word)
            {
                hasLetter |= char.IsLetterOrDigit(c) || char.IsSurrogate(c);
            }

            _plain = prefix || !hasLetter ? null : word.ToString();
            return hasLetter ? string.Concat("\"", word.TrimEnd('*').ToString().Replace("\"", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal), prefix ? "\"*" : "\"") : null;
        }
    }
}
