namespace Readout.Actors;

/// <summary>Office-holders by name, state and day: <c>own.tsv</c> (the user's, if any), <c>offices.tsv</c> (by hand), <c>leaders.tsv</c> (compiled). Immutable after loading, thread-safe.</summary>
internal sealed class PersonGazetteer
{
    private readonly Dictionary<string, List<PersonEntry>> _byLastWord;
    private readonly Dictionary<string, List<PersonEntry>> _bySkeleton;
    private readonly NameSkeleton? _skeleton;
    private readonly Dictionary<(string Owner, string Office), List<PersonEntry>> _byOffice;
    private readonly HashSet<string> _offices;

    /// <param name="builder">What was read; not to be added to any more.</param>
    public PersonGazetteer(PersonGazetteerBuilder builder)
    {
        _byLastWord = builder.ByLastWord;
        _bySkeleton = builder.BySkeleton;
        _skeleton = builder.Skeleton;
        _byOffice = builder.ByOffice;
        _offices = builder.Offices;
    }

    /// <summary>Reads the files.</summary>
    public static PersonGazetteer Load(string folder)
    {
        string spellings = Path.Combine(folder, "spellings.tsv");
        var builder = new PersonGazetteerBuilder(File.Exists(spellings) ? NameSkeleton.Load(spellings) : null);
        builder.AddFile(Path.Combine(folder, "own.tsv"), isCurated: true, isOptional: true);
        builder.AddFile(Path.Combine(folder, "offices.tsv"), isCurated: true, isOptional: false);
        builder.AddFile(Path.Combine(folder, "leaders.tsv"), isCurated: false, isOptional: false);
        builder.AddFile(Path.Combine(folder, ImportedActors.FileName), isCurated: false, isOptional: true);
        builder.Trim();
        return new PersonGazetteer(builder);
    }

    /// <summary>Reads a file of tenures only to see that it is sound.</summary>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public static void Check(string path)
    {
        new PersonGazetteerBuilder(null).AddFile(path, isCurated: true, isOptional: false);
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
            int score = PersonScore.Of(person, words, context, isOnly: isOnly);
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
}
