using System.Globalization;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Reads tenures into the tables of a <see cref="PersonGazetteer"/>. For one thread.</summary>
internal sealed class PersonGazetteerBuilder
{
    // For reading alone: persons by name, and one copy of every word, code and office.
    private readonly Dictionary<string, PersonEntry> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);

    /// <param name="skeleton">Folds spellings; null where none are to be compared.</param>
    public PersonGazetteerBuilder(NameSkeleton? skeleton) => Skeleton = skeleton;

    /// <summary>Folds spellings that no row lists.</summary>
    public NameSkeleton? Skeleton { get; }

    /// <summary>Persons by the last folded word of each spelling.</summary>
    public Dictionary<string, List<PersonEntry>> ByLastWord { get; } = new(StringComparer.Ordinal);

    /// <summary>Persons by the skeleton of that word.</summary>
    public Dictionary<string, List<PersonEntry>> BySkeleton { get; } = new(StringComparer.Ordinal);

    /// <summary>Persons by owner and office.</summary>
    public Dictionary<(string Owner, string Office), List<PersonEntry>> ByOffice { get; } = [];

    /// <summary>Every office that somebody held.</summary>
    public HashSet<string> Offices { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the rows of a file.</summary>
    /// <param name="path">The file: owner, office, name, from, to, aliases, item.</param>
    /// <param name="isCurated">Whether its rows were checked by hand, and go before others.</param>
    /// <param name="isOptional">Whether the file may be missing.</param>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public void AddFile(string path, bool isCurated, bool isOptional)
    {
        if (isOptional && !File.Exists(path))
        {
            return;
        }

        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            Add(cells, isCurated, path);
        }
    }

    private void Add(string[] cells, bool isCurated, string path)
    {
        string[] words = NameFolding.Words(cells[2]);
        if (words.Length == 0)
        {
            return;
        }

        PersonEntry person = Known(cells, words, isCurated);
        person.IsFamilyFirst |= cells[0] is "KOR" or "PRK" or "CHN" or "TWN" or "HKG" && words.Length > 1;
        if (isCurated || !person.IsCurated)
        {
            var tenure = new Tenure(Pooled(cells[0]), Pooled(cells[1]), Day(cells[3], end: false, path), Day(cells[4], end: true, path));
            person.Tenures.Add(tenure);
            if (tenure.Office.Length > 0)
            {
                (string Owner, string Office) key = (tenure.Owner, tenure.Office);
                if (!ByOffice.TryGetValue(key, out List<PersonEntry>? holders))
                {
                    ByOffice.Add(key, holders = new List<PersonEntry>(1));
                }

                holders.Add(person);
                Offices.Add(tenure.Office);
            }
        }

        if (cells.Length > 6 && cells[6].Length > 0)
        {
            person.Wikidata ??= cells[6];
        }

        AddForm(person, words);
        foreach (string alias in cells.Length > 5 ? cells[5].Split('|', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            AddForm(person, NameFolding.Words(alias));
        }
    }

    // The same person under the same name, or, in the compiled list, under a spelling that a person of the same state has already.
    private PersonEntry Known(string[] cells, string[] words, bool isCurated)
    {
        if (_byName.TryGetValue(cells[2], out PersonEntry? known) && (isCurated || known.Tenures.Exists(t => t.Owner == cells[0])))
        {
            return known;
        }

        if (!isCurated && ByLastWord.TryGetValue(words[^1], out List<PersonEntry>? candidates)
            && candidates.Find(c => c.Tenures.Exists(t => t.Owner == cells[0]) && c.Forms.Exists(f => f.Length > 1 && words.Length > 1 && NameFolding.Agree(f, words))) is { } same)
        {
            return same;
        }

        var person = new PersonEntry(cells[2], isCurated);
        _byName[cells[2]] = person;
        return person;
    }

    private void AddForm(PersonEntry person, string[] words)
    {
        if (words.Length == 0 || person.Forms.Exists(f => f.AsSpan().SequenceEqual(words)))
        {
            return;
        }

        words = [.. words.Select(Pooled)];
        person.Forms.Add(words);
        AddSkeleton(person, words);
        if (!ByLastWord.TryGetValue(words[^1], out List<PersonEntry>? people))
        {
            ByLastWord.Add(words[^1], people = new List<PersonEntry>(1));
        }

        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }

    // Only names checked by hand: the compiled list has too many of one sound.
    private void AddSkeleton(PersonEntry person, string[] words)
    {
        if (!person.IsCurated || Skeleton?.Of(words) is not { } skeleton || person.Skeletons?.Exists(s => s.AsSpan().SequenceEqual(skeleton)) == true)
        {
            return;
        }

        skeleton = [.. skeleton.Select(Pooled)];
        (person.Skeletons ??= new List<string[]>(1)).Add(skeleton);
        if (!BySkeleton.TryGetValue(skeleton[^1], out List<PersonEntry>? people))
        {
            BySkeleton.Add(skeleton[^1], people = new List<PersonEntry>(1));
        }

        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }

    private string Pooled(string text)
    {
        if (!_pool.TryGetValue(text, out string? known))
        {
            _pool.Add(text, known = text);
        }

        return known;
    }

    /// <summary>Gives back what was needed for reading alone; nothing may be added afterwards.</summary>
    public void Trim()
    {
        foreach (PersonEntry person in _byName.Values)
        {
            person.Forms.TrimExcess();
            person.Tenures.TrimExcess();
            person.Skeletons?.TrimExcess();
        }

        foreach (Dictionary<string, List<PersonEntry>> people in (ReadOnlySpan<Dictionary<string, List<PersonEntry>>>)[ByLastWord, BySkeleton])
        {
            foreach (List<PersonEntry> entries in people.Values)
            {
                entries.TrimExcess();
            }

            people.TrimExcess();
        }

        foreach (List<PersonEntry> entries in ByOffice.Values)
        {
            entries.TrimExcess();
        }

        _byName.Clear();
        _byName.TrimExcess();
        _pool.Clear();
        _pool.TrimExcess();
    }

    private static DateOnly Day(string text, bool end, string path)
    {
        if (text.Length == 0)
        {
            return end ? DateOnly.MaxValue : DateOnly.MinValue;
        }

        string full = text.Length switch { 4 => text + (end ? "-12-31" : "-01-01"), 7 => text + "-01", _ => text };
        return DateOnly.TryParseExact(full, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? text.Length == 7 && end ? day.AddMonths(1).AddDays(-1) : day
            : throw new InvalidDataException($"{path}: expected an ISO day, month or year, found '{text}'");
    }
}
