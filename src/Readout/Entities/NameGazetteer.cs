using System.Globalization;
using System.Text;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Names of places, peoples, organisations and office holders from <c>data/entities/gazetteer.tsv</c>, and person name words with their counts.
/// Names are matched word by word, case and diacritics folded. Immutable, thread-safe.
/// </summary>
internal sealed class NameGazetteer
{
    private const int LongestName = 8;

    private readonly Dictionary<ulong, NameClass> _entries;
    private readonly Dictionary<ulong, string> _countries;
    private readonly Dictionary<ulong, int> _given;
    private readonly Dictionary<ulong, int> _family;
    private readonly HashSet<ulong> _honorifics;
    private readonly HashSet<ulong> _common;
    private readonly ILookup<bool, ulong> _polityCues;

    private NameGazetteer(Dictionary<ulong, NameClass> entries, Dictionary<ulong, string> countries, (Dictionary<ulong, int> Given, Dictionary<ulong, int> Family) persons, (HashSet<ulong> Honorifics, HashSet<ulong> Common, ILookup<bool, ulong> PolityCues) words)
    {
        _entries = entries;
        _countries = countries;
        _given = persons.Given;
        _family = persons.Family;
        _honorifics = words.Honorifics;
        _common = words.Common;
        _polityCues = words.PolityCues;
    }

    public static NameGazetteer Load(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "entities");
        var text = new StringBuilder();
        var rows = new List<(NameClass Class, string Code)>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, "gazetteer.tsv"), 3))
        {
            text.Append(row[0]).Append('\n');
            rows.Add((ParseClass(row[1]), row[2]));
        }

        // All names as one text, a paragraph each: they are split by the same rules as the reports.
        TokenTable names = Tokenizer.LoadWords(dataDirectory).Tokenize(text.ToString());
        if (names.ParagraphCount != rows.Count)
        {
            throw new InvalidDataException($"{Path.Combine(folder, "gazetteer.tsv")}: {rows.Count - names.ParagraphCount} names hold no word");
        }

        var entries = new Dictionary<ulong, NameClass>(rows.Count * 2);
        var countries = new Dictionary<ulong, string>();
        for (int i = 0; i < rows.Count; i++)
        {
            ulong key = Insert(entries, names, i, rows[i].Class);
            if ((rows[i].Class & (NameClass.Country | NameClass.Demonym)) != 0)
            {
                countries.TryAdd(key, rows[i].Code);
            }
        }

        HashSet<ulong> common =
            [.. TsvFile.Rows(Path.Combine(dataDirectory, "tokenization", "words.tsv"), 2).Where(row => row[1] == "common").Select(row => WordKey(row[0]))];
        ILookup<bool, ulong> polityCues = TsvFile.Rows(Path.Combine(folder, "polity-cues.tsv"), 2).ToLookup(row => row[1] == "possessive", row => WordKey(row[0]));
        HashSet<ulong> honorifics = [.. TsvFile.Rows(Path.Combine(folder, "honorifics.tsv"), 1).Select(row => WordKey(row[0]))];
        return new NameGazetteer(entries, countries, (LoadCounts(folder, "given-names.tsv"), LoadCounts(folder, "family-names.tsv")), (honorifics, common, polityCues));
    }

    /// <summary>Hash of a word with case and Latin diacritics folded.</summary>
    public static ulong WordKey(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = (hash ^ Fold(c)) * 1099511628211;
        }

        return hash;
    }

    /// <summary>Extends the key of a name by one word; 0 is the empty name.</summary>
    public static ulong Extend(ulong key, ulong word) => (System.Numerics.BitOperations.RotateLeft(key, 23) ^ word) * 0x9E3779B97F4A7C15UL;

    /// <summary>The longest entry that starts with the first of the words.</summary>
    /// <param name="words">Keys of the words to the end of the sentence.</param>
    /// <param name="length">Words that the entry covers; 0 where none is known.</param>
    public NameClass Longest(ReadOnlySpan<ulong> words, out int length)
    {
        length = 0;
        NameClass found = NameClass.None;
        ulong key = 0;
        for (int i = 0; i < words.Length && i < LongestName; i++)
        {
            key = Extend(key, words[i]);
            if (!_entries.TryGetValue(key, out NameClass classes))
            {
                break;
            }

            if ((classes & ~NameClass.Prefix) != 0)
            {
                (found, length) = (classes & ~NameClass.Prefix, i + 1);
            }

            if ((classes & NameClass.Prefix) == 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Whether an entry starts with the word.</summary>
    public bool StartsEntry(ulong word) => _entries.ContainsKey(Extend(0, word));

    /// <summary>Classes of a name whose words are parted by single spaces.</summary>
    public NameClass Lookup(ReadOnlySpan<char> name) =>
        _entries.TryGetValue(Key(name), out NameClass classes) ? classes & ~NameClass.Prefix : NameClass.None;

    /// <summary>Classes of the name with a key made by <see cref="Extend"/>.</summary>
    public NameClass Classes(ulong key) => _entries.GetValueOrDefault(key) & ~NameClass.Prefix;

    /// <summary>ISO 3166 alpha-3 code of a country's name or demonym; null where unknown.</summary>
    public string? Country(ReadOnlySpan<char> name) => _countries.TryGetValue(Key(name), out string? code) && code.Length > 0 ? code : null;

    /// <summary>How often the word opened a person's name, in buckets 0 (never) to 3.</summary>
    public int GivenName(ulong word) => Bucket(_given, word);

    /// <summary>How often the word closed a person's name, in buckets 0 (never) to 3.</summary>
    public int FamilyName(ulong word) => Bucket(_family, word);

    /// <summary>Whether the word is common in lower case, after <c>data/tokenization/words.tsv</c> (four letters and more).</summary>
    public bool IsCommonWord(ulong word) => _common.Contains(word);

    /// <summary>Whether the noun shows its possessor, or what follows it with "of", to be a polity.</summary>
    public bool IsPolityCue(ulong word, bool possessive) => _polityCues[possessive].Contains(word);

    /// <summary>Whether the word is a title or rank that stands before names.</summary>
    public bool IsHonorific(ulong word) => _honorifics.Contains(word);

    private static ulong Key(ReadOnlySpan<char> name)
    {
        ulong key = 0;
        foreach (Range part in name.Split(' '))
        {
            key = Extend(key, WordKey(name[part]));
        }

        return key;
    }

    private static int Bucket(Dictionary<ulong, int> counts, ulong word) => counts.GetValueOrDefault(word) switch
    {
        0 => 0,
        <= 3 => 1,
        <= 20 => 2,
        _ => 3,
    };

    private static ulong Insert(Dictionary<ulong, NameClass> entries, TokenTable names, int paragraph, NameClass kind)
    {
        ulong key = 0;
        int end = names.ParagraphStarts[paragraph + 1];
        for (int row = names.ParagraphStarts[paragraph]; row < end; row++)
        {
            key = Extend(key, WordKey(names.Form(row)));
            entries[key] = entries.GetValueOrDefault(key) | (row + 1 < end ? NameClass.Prefix : kind);
        }

        return key;
    }

    private static Dictionary<ulong, int> LoadCounts(string folder, string file)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (string[] row in TsvFile.Rows(Path.Combine(folder, file), 2))
        {
            counts[WordKey(row[0])] = int.Parse(row[1], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private static NameClass ParseClass(string name) => name switch
    {
        "country" => NameClass.Country,
        "region" => NameClass.Region,
        "city" => NameClass.City,
        "demonym" => NameClass.Demonym,
        "organization" => NameClass.Organization,
        "institution" => NameClass.Institution | NameClass.Organization,
        "armed group" => NameClass.ArmedGroup,
        "leader" => NameClass.Leader,
        _ => throw new InvalidDataException($"gazetteer.tsv: unknown class '{name}'"),
    };

    // Latin letters with a diacritic fold to their base letter; the table covers Latin-1 and Latin Extended-A, the reach of the gazetteer.
    private static char Fold(char c)
    {
        if (c < 0x80)
        {
            return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        if (c is '\u2019' or '\u02BC')
        {
            return '\'';
        }

        const string latin1 = "aaaaaaaceeeeiiiidnooooo×ouuuuytsaaaaaaaceeeeiiiidnooooo÷ouuuuyty";
        const string extended =
            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln" +
            "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
        return c switch
        {
            >= '\u00C0' and <= '\u00FF' => latin1[c - 0xC0],
            >= '\u0100' and <= '\u017F' when c - 0x100 < extended.Length => extended[c - 0x100],
            _ => char.ToLowerInvariant(c),
        };
    }
}
