namespace Readout.Actors;

/// <summary>What a report says that tells whom a name in it means.</summary>
/// <param name="Day">Day of the report; null where unknown.</param>
/// <param name="States">States and organisations that the report speaks of.</param>
/// <param name="Title">Title of the name; null where it has none.</param>
internal readonly record struct PersonContext(DateOnly? Day, IReadOnlySet<string> States, TitleEvidence? Title)
{
    /// <summary>Whether a person holds or held the office of the title, of the state said with it, by the day of the report.</summary>
    public bool IsTold(PersonEntry person)
    {
        if (Title is not { Office: { } office } title)
        {
            return false;
        }

        foreach (Tenure tenure in person.Tenures)
        {
            if (tenure.Office == office && (title.State is null ? States.Contains(tenure.Owner) : tenure.Owner == title.State) && (Day is not { } day || tenure.From <= day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a person holds the office of the title, said without a state, on the day of the report.</summary>
    public bool IsHeld(PersonEntry person)
    {
        if (Title is not { Office: { } office, State: null, IsFormer: false } || Day is not { } day)
        {
            return false;
        }

        foreach (Tenure tenure in person.Tenures)
        {
            if (tenure.Office == office && tenure.Covers(day))
            {
                return true;
            }
        }

        return false;
    }
}
