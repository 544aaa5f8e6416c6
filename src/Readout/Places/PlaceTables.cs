using Readout.Text;

namespace Readout.Places;

/// <summary>What a <see cref="PlaceGazetteer"/> knows, by name; filled by <see cref="PlaceFileReader"/>, and only read afterwards.</summary>
internal sealed class PlaceTables
{
    /// <summary>The project's places by name, without regard to case.</summary>
    public Dictionary<string, List<PlaceEntry>> ByName { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Longest name, in characters, by the hash of its first word: two words of one hash cost a look-up in vain, no more.</summary>
    public Dictionary<ulong, byte> LongestByFirstWord { get; } = [];

    /// <summary>The user's places, which stand behind the project's.</summary>
    public Dictionary<string, List<PlaceEntry>> Own { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The cities; null where only states were read.</summary>
    public CityTable? Cities { get; set; }

    /// <summary>Codes of states by adjective.</summary>
    public Dictionary<string, string> Adjectives { get; } = new(StringComparer.Ordinal);

    /// <summary>Hashes of 64 bits: of these thirty thousand names nothing is ever asked but whether they are there.</summary>
    public HashSet<ulong> WithinStates { get; } = [];

    /// <summary>Regions of the earth and seas.</summary>
    public HashSet<string> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>States by code.</summary>
    public Dictionary<string, PlaceEntry> Countries { get; } = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<PlaceEntry>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, List<PlaceEntry>>.AlternateLookup<ReadOnlySpan<char>> _ownNames;

    public PlaceTables()
    {
        _names = ByName.GetAlternateLookup<ReadOnlySpan<char>>();
        _ownNames = Own.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every place with the name; empty where none has it.</summary>
    public IReadOnlyList<PlaceEntry> Find(ReadOnlySpan<char> name)
    {
        IReadOnlyList<PlaceEntry> known = _names.TryGetValue(name, out List<PlaceEntry>? entries) ? entries : [];
        bool isCity = Cities?.Has(name) == true;
        bool isOwn = Own.Count > 0 && _ownNames.ContainsKey(name);
        if (!isCity && !isOwn)
        {
            return known;
        }

        var all = new List<PlaceEntry>(known);
        Cities?.Find(name, all);
        if (isOwn)
        {
            all.AddRange(_ownNames[name]);
        }

        return all;
    }

    /// <summary>Length in characters of the longest name that opens with the word; 0 where none does.</summary>
    public int LongestFrom(ReadOnlySpan<char> firstWord) => LongestByFirstWord.TryGetValue(FoldedHash(firstWord), out byte longest) ? longest : 0;

    /// <summary>Adds a place by its name without diacritics, where that is another name.</summary>
    public void AddWithoutMarks(string name, PlaceEntry entry)
    {
        if (WithoutMarks(name) is { } bare)
        {
            Add(bare, entry);
        }
    }

    /// <summary>Newspapers write "Khanaqin" for "Khānaqīn"; null where that is no other name.</summary>
    public static string? WithoutMarks(string name)
    {
        if (System.Text.Ascii.IsValid(name))
        {
            return null;
        }

        string bare = string.Concat(LatinLetters.Fold(name).Where(c => c is not ('‘' or '’' or 'ʻ' or 'ʼ')));
        return bare != name && bare.Length > 3 ? bare : null;
    }

    /// <summary>Adds a place by names joined by |.</summary>
    public void AddAll(string names, PlaceEntry entry)
    {
        foreach (string name in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(name, entry);
        }
    }

    /// <summary>Adds a place of the project by a name.</summary>
    public void Add(string name, PlaceEntry entry) => Add(ByName, name, entry);

    /// <summary>Adds a place to a table by a name.</summary>
    public void Add(Dictionary<string, List<PlaceEntry>> places, string name, PlaceEntry entry)
    {
        if (!places.TryGetValue(name, out List<PlaceEntry>? entries))
        {
            places.Add(name, entries = new List<PlaceEntry>(1));
            Lengthen(name);
        }

        if (!entries.Contains(entry))
        {
            entries.Add(entry);
        }
    }

    /// <summary>Makes known that a name exists, for <see cref="LongestFrom"/>.</summary>
    public void Lengthen(string name)
    {
        ReadOnlySpan<char> first = FirstWord(name);
        LongestByFirstWord[FoldedHash(first)] = (byte)Math.Min(byte.MaxValue, Math.Max(name.Length, LongestFrom(first)));
    }

    /// <summary>The letters that open a name.</summary>
    public static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name)
    {
        int end = 0;
        while (end < name.Length && char.IsLetter(name[end]))
        {
            end++;
        }

        return name[..end];
    }

    private static ulong FoldedHash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = (hash ^ char.ToUpperInvariant(c)) * 1099511628211;
        }

        return hash;
    }

    /// <summary>FNV-1a, 64 bits, over UTF-16 code units.</summary>
    public static ulong Hash(ReadOnlySpan<char> name)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in name)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
