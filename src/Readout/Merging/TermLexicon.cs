using System.Globalization;
using Readout.Text;

namespace Readout.Merging;

/// <summary>What wordings are compared by: how rare a word is, which words stand for one another, numbers and negations. Immutable, thread-safe.</summary>
public sealed class TermLexicon
{
    // A word that the counts leave out stands in fewer than 12 reports; 6 is the middle of what is below.
    private const int RareReports = 6;
    private const int Reports = 2242;
    private const int StemLength = 7;

    private readonly Dictionary<string, int> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _canonical = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _opposites = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _moods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (decimal Factor, string Term)> _units = new(StringComparer.Ordinal);
    private readonly ConceptLexicon _concepts = new();
    private readonly HashSet<string> _negations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _limiters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);

    private TermLexicon()
    {
    }

    /// <summary>Loads the word lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names the line.</exception>
    public static TermLexicon Load(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "merging");
        var lexicon = new TermLexicon();
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "document-frequency.tsv"), 2))
        {
            lexicon._reports[row[0]] = Count(row);
        }

        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "number-words.tsv"), 2))
        {
            lexicon._numbers[row[0]] = Count(row);
        }

        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "number-units.tsv"), 3))
        {
            lexicon._units[row[0]] = (Count(row), row[2]);
        }

        lexicon.AddSynonyms(folder);
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "negations.tsv"), 2))
        {
            (row[1] switch { "negation" => lexicon._negations, "refusal" => lexicon._refusals, _ => lexicon._limiters }).Add(row[1] == "refusal" ? lexicon.Canonical(row[0]) : row[0]);
        }

        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "moods.tsv"), 2))
        {
            lexicon._moods[row[0]] = row[1];
        }

        int concept = 0;
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "concepts.tsv"), 2))
        {
            foreach (string phrase in row)
            {
                lexicon._concepts.Add([.. phrase.Split(' ').Select(lexicon.Canonical)], concept);
            }

            concept++;
        }

        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "antonyms.tsv"), 2))
        {
            lexicon.AddOpposite(row[0], row[1]);
            lexicon.AddOpposite(row[1], row[0]);
        }

        return lexicon;
    }

    /// <summary>Inverse document frequency in nats: about 0 for "the", 5.9 for a word that the counts do not have.</summary>
    public double Weight(string word) => Math.Log((double)Reports / Math.Min(Reports, _reports.GetValueOrDefault(word, RareReports)));

    /// <summary>The form that stands for a lower-case word and its synonyms.</summary>
    public string Canonical(string word) =>
        _canonical.TryGetValue(word, out string? whole) ? whole : _canonical.GetValueOrDefault(Stem(word), Stem(word));

    /// <summary>The concepts that each of some canonical terms stands in, alone or in a phrase; [terms.Count].</summary>
    public IReadOnlyList<int>[] Concepts(IReadOnlyList<string> terms) => _concepts.Of(terms);

    /// <summary>Whether a lower-case word without apostrophes negates.</summary>
    public bool IsNegation(string word) => _negations.Contains(word);

    /// <summary>Whether a canonical form says no without a negation: "refuse", "reject", "fail".</summary>
    public bool IsRefusal(string canonical) => _refusals.Contains(canonical);

    /// <summary>The mood or person that a lower-case word without apostrophes shows; null where none.</summary>
    public string? Mood(string word) => _moods.GetValueOrDefault(word);

    /// <summary>Whether a negation before this word negates nothing: "not only", "not just".</summary>
    public bool IsLimiter(string word) => _limiters.Contains(word);

    /// <summary>The value of a number word; null where it is none.</summary>
    public long? Number(string word) => _numbers.TryGetValue(word, out long value) ? value : null;

    /// <summary>How many of which unit a word stands for ("decade": 10 years, "dozen": 12); null where it is no such word.</summary>
    public (decimal Factor, string Term)? Unit(string word) => _units.TryGetValue(word, out (decimal, string) unit) ? unit : null;

    /// <summary>Canonical forms of the opposites of a canonical form.</summary>
    public IReadOnlyList<string> Opposites(string canonical) => _opposites.TryGetValue(canonical, out List<string>? found) ? found : [];

    private void AddSynonyms(string folder)
    {
        // A word of two groups belongs to the first.
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "synonyms.tsv"), 2))
        {
            string canonical = _canonical.GetValueOrDefault(row[0], Stem(row[0]));
            foreach (string word in row)
            {
                _canonical.TryAdd(word, canonical);
                _canonical.TryAdd(Stem(word), canonical);
            }
        }
    }

    private void AddOpposite(string word, string opposite)
    {
        string key = Canonical(word);
        if (!_opposites.TryGetValue(key, out List<string>? found))
        {
            _opposites.Add(key, found = []);
        }

        found.Add(Canonical(opposite));
    }

    // Suffixes of inflection off, then cut: coarse, but equal for nearly all forms of a word (McNamee and Mayfield, "Character n-gram
    // tokenization", 2004, find truncation as good as a stemmer for retrieval).
    private static string Stem(string word)
    {
        ReadOnlySpan<char> stem = word;
        foreach (string suffix in (ReadOnlySpan<string>)["ing", "ied", "ies", "ed", "es", "s", "ly", "ment"])
        {
            if (stem.Length >= suffix.Length + 3 && stem.EndsWith(suffix, StringComparison.Ordinal) && !(suffix == "s" && stem[^2] == 's'))
            {
                stem = stem[..^suffix.Length];
                break;
            }
        }

        stem = stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
        stem = stem.Length > 3 && stem[^1] is 'e' or 'y' ? stem[..^1] : stem;
        return stem[..Math.Min(stem.Length, StemLength)].ToString();
    }

    private static int Count(string[] row) =>
        int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : throw new InvalidDataException($"{row[0]}: expected a count, found \"{row[1]}\"");
}
