namespace Readout.Actors;

/// <summary>A person of the gazetteer.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="IsCurated">Whether the person stands in <c>offices.tsv</c>, which is checked by hand.</param>
internal sealed record PersonEntry(string Name, bool IsCurated)
{
    /// <summary>Wikidata item; null where unknown. Set while the gazetteer is read.</summary>
    public string? Wikidata { get; set; }

    /// <summary>Whether the family name comes first, so that the last word alone names nobody. Set while the gazetteer is read.</summary>
    public bool IsFamilyFirst { get; set; }

    /// <summary>Every spelling, folded to words.</summary>
    public List<string[]> Forms { get; } = new(1);

    /// <summary>The skeletons of every spelling, see <see cref="NameSkeleton"/>; null where none was made. Set while the gazetteer is read.</summary>
    public List<string[]>? Skeletons { get; set; }

    /// <summary>Offices, in the order of the files.</summary>
    public List<Tenure> Tenures { get; } = new(1);

    /// <summary>The office with a name held on the day, the highest first as the files list them; null where none is known.</summary>
    public Tenure? OfficeOn(DateOnly day)
    {
        Tenure? held = null;
        foreach (Tenure tenure in Tenures)
        {
            if (tenure.Office.Length > 0 && tenure.Covers(day) && (held is not { } h || tenure.From > h.From))
            {
                held = tenure;
            }
        }

        return held;
    }

    /// <summary>Whether the person held the office before the day and does not on the day.</summary>
    public bool HasLeft(string? office, DateOnly day) =>
        Tenures.Exists(t => t.Office == office && t.To < day) && !Tenures.Exists(t => t.Office == office && t.To >= day);

    /// <summary>The only state or organisation that the person ever held an office of; null where there are several.</summary>
    public string? OnlyOwner()
    {
        string? owner = null;
        foreach (Tenure tenure in Tenures)
        {
            if (owner is not null && owner != tenure.Owner)
            {
                return null;
            }

            owner = tenure.Owner;
        }

        return owner;
    }
}
