using System.Globalization;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Office-holders by name, state and day: <c>own.tsv</c> (the user's, if any), <c>offices.tsv</c> (by hand), <c>leaders.tsv</c> (compiled). Immutable after loading, thread-safe.</summary>
internal sealed class PersonGazetteer
{
    // A report may speak of somebody who left office lately, or takes it soon, by surname alone.
    private const int DaysNear = 730;

    private readonly Dictionary<string, List<PersonEntry>> _byLastWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PersonEntry>> _bySkeleton = new(StringComparer.Ordinal);
    private readonly NameSkeleton? _skeleton;
    private readonly Dictionary<(string Owner, string Office), List<PersonEntry>> _byOffice = [];
    private readonly HashSet<string> _offices = new(StringComparer.Ordinal);

    // For reading alone: persons by name, and one copy of every word, code and office.
    private readonly Dictionary<string, PersonEntry> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _pool = new(StringComparer.Ordinal);

    private PersonGazetteer(NameSkeleton? skeleton) => _skeleton = skeleton;

    /// <summary>Reads the files.</summary>
    public static PersonGazetteer Load(string folder)
    {
        string spellings = Path.Combine(folder, "spellings.tsv");
        var gazetteer = new PersonGazetteer(File.Exists(spellings) ? NameSkeleton.Load(spellings) : null);
        string own = Path.Combine(folder, "own.tsv");
        foreach (string[] cells in File.Exists(own) ? TsvFile.Rows(own, 5) : [])
        {
            gazetteer.Add(cells, isCurated: true, own);
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "offices.tsv"), 5))
        {
            gazetteer.Add(cells, isCurated: true, Path.Combine(folder, "offices.tsv"));
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "leaders.tsv"), 5))
        {
            gazetteer.Add(cells, isCurated: false, Path.Combine(folder, "leaders.tsv"));
        }

        string imported = Path.Combine(folder, ImportedActors.FileName);
        foreach (string[] cells in File.Exists(imported) ? TsvFile.Rows(imported, 7) : [])
        {
            gazetteer.Add(cells, isCurated: false, imported);
        }

        gazetteer.Trim();
        return gazetteer;
    }

    /// <summary>Reads a file of tenures only to see that it is sound.</summary>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public static void Check(string path)
    {
        var gazetteer = new PersonGazetteer(null);
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            gazetteer.Add(cells, isCurated: true, path);
        }
    }

    /// <summary>
    /// The person that a name means in a report of the day; null where none or more than one can be meant. A surname alone must be that of a person
    /// in or near office, of a state that the report speaks of, of one who governs a state on the day, or of one who held the office of the title.
    /// </summary>
    /// <param name="words">The folded name.</param>
    /// <param name="context">What the report says.</param>
    public PersonEntry? Find(string[] words, PersonContext context)
    {
        if (words.Length == 0)
        {
            return null;
        }

        if (_byLastWord.TryGetValue(words[^1], out List<PersonEntry>? candidates) && Best(candidates, words, context, out bool tie) is var best && (best is not null || tie))
        {
            return best;
        }

        // "Loekasjenko", "Aliaksandr Lukashenka": a spelling that no row lists.
        return _skeleton?.Of(words) is { } skeletons && _bySkeleton.TryGetValue(skeletons[^1], out candidates)
            ? Best(candidates, skeletons, context, out _)
            : null;
    }

    private static PersonEntry? Best(List<PersonEntry> candidates, string[] words, PersonContext context, out bool tie)
    {
        PersonEntry? best = null;
        int bestScore = 0;
        tie = false;
        bool isOnly = context.Day is not null || candidates.TrueForAll(c => c.Name == candidates[0].Name);
        foreach (PersonEntry person in candidates)
        {
            int score = Score(person, words, context, isOnly: isOnly);
            if (score > bestScore)
            {
                (best, bestScore, tie) = (person, score, false);
            }
            else
            {
                tie |= score == bestScore && score > 0;
            }
        }

        return tie ? null : best;
    }

    /// <summary>Whether somebody of the gazetteer holds or held an office of the name.</summary>
    public bool IsOffice(string name) => _offices.Contains(name);

    /// <summary>Who held one of the offices on the day, the offices tried in order; null where unknown or more than one did.</summary>
    public PersonEntry? Holder(string owner, string[] offices, DateOnly day)
    {
        foreach (string office in offices)
        {
            PersonEntry? holder = null;
            int count = 0;
            foreach (PersonEntry person in _byOffice.GetValueOrDefault((owner, office), []))
            {
                if (person.Tenures.Exists(t => t.Owner == owner && t.Office == office && t.Covers(day)) && person != holder)
                {
                    count += holder is null || person.IsCurated == holder.IsCurated ? 1 : 0;
                    holder = holder is null || person.IsCurated ? person : holder;
                }
            }

            if (count > 0)
            {
                return count == 1 ? holder : null;
            }
        }

        return null;
    }

    private static int Score(PersonEntry person, string[] words, PersonContext context, bool isOnly)
    {
        DateOnly? day = context.Day;
        int longest = 0;
        foreach (string[] form in words.Length > 0 && words[^1][0] == NameSkeleton.Mark ? person.Skeletons ?? [] : person.Forms)
        {
            // A word of the text that the spelling lacks may make it another person: "Kim Yong-nam" is no "Kim Nam".
            if (words.Length <= form.Length && NameFolding.Agree(words, form) && form[^1] == words[^1])
            {
                longest = Math.Max(longest, Math.Min(words.Length, form.Length));
            }
        }

        if (longest == 0)
        {
            return 0;
        }

        bool inOffice = day is not { } d || person.Tenures.Exists(t => t.Covers(d));
        bool near = day is not { } n || person.Tenures.Exists(t => t.From.DayNumber - DaysNear <= n.DayNumber && n.DayNumber <= (long)t.To.DayNumber + DaysNear);
        bool spoken = person.Tenures.Exists(t => context.States.Contains(t.Owner));
        bool told = context.IsTold(person);
        // Of an undated report a surname that one person of the gazetteer alone has means that one.
        bool governs = person.IsCurated && isOnly
            && person.Tenures.Exists(t => t.Office is "president" or "king" or "queen" or "prime minister" or "chancellor" or "premier" && (day is not { } o || t.Covers(o)));
        if (longest == 1 && !governs && !told && (!near || !spoken || (!person.IsCurated && !inOffice)))
        {
            return 0;
        }

        return (longest > 1 ? 100 : 0) + (told ? 60 : 0) + (spoken ? 40 : 0) + (inOffice ? 20 : 0) + (near ? 5 : 0) + (person.IsCurated ? 10 : 0) + (governs ? 2 : 0);
    }

    private void Add(string[] cells, bool isCurated, string path)
    {
        string[] words = NameFolding.Words(cells[2]);
        if (words.Length == 0)
        {
            return;
        }

        PersonEntry person = Known(cells, words, isCurated);
        if (isCurated || !person.IsCurated)
        {
            var tenure = new Tenure(Pooled(cells[0]), Pooled(cells[1]), Day(cells[3], end: false, path), Day(cells[4], end: true, path));
            person.Tenures.Add(tenure);
            if (tenure.Office.Length > 0)
            {
                (string Owner, string Office) key = (tenure.Owner, tenure.Office);
                if (!_byOffice.TryGetValue(key, out List<PersonEntry>? holders))
                {
                    _byOffice.Add(key, holders = new List<PersonEntry>(1));
                }

                holders.Add(person);
                _offices.Add(tenure.Office);
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

        if (!isCurated && _byLastWord.TryGetValue(words[^1], out List<PersonEntry>? candidates)
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
        if (!_byLastWord.TryGetValue(words[^1], out List<PersonEntry>? people))
        {
            _byLastWord.Add(words[^1], people = new List<PersonEntry>(1));
        }

        if (!people.Contains(person))
        {
            people.Add(person);
        }
    }

    // Only names checked by hand: the compiled list has too many of one sound.
    private void AddSkeleton(PersonEntry person, string[] words)
    {
        if (!person.IsCurated || _skeleton?.Of(words) is not { } skeleton || person.Skeletons?.Exists(s => s.AsSpan().SequenceEqual(skeleton)) == true)
        {
            return;
        }

        skeleton = [.. skeleton.Select(Pooled)];
        (person.Skeletons ??= new List<string[]>(1)).Add(skeleton);
        if (!_bySkeleton.TryGetValue(skeleton[^1], out List<PersonEntry>? people))
        {
            _bySkeleton.Add(skeleton[^1], people = new List<PersonEntry>(1));
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

    private void Trim()
    {
        foreach (PersonEntry person in _byName.Values)
        {
            person.Forms.TrimExcess();
            person.Tenures.TrimExcess();
            person.Skeletons?.TrimExcess();
        }

        foreach (Dictionary<string, List<PersonEntry>> people in (ReadOnlySpan<Dictionary<string, List<PersonEntry>>>)[_byLastWord, _bySkeleton])
        {
            foreach (List<PersonEntry> entries in people.Values)
            {
                entries.TrimExcess();
            }

            people.TrimExcess();
        }

        foreach (List<PersonEntry> entries in _byOffice.Values)
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
