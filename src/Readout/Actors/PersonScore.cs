namespace Readout.Actors;

/// <summary>How well a person of the gazetteer agrees with a name in a report. Stateless.</summary>
internal static class PersonScore
{
    // A report may speak of somebody who left office lately, or takes it soon, by surname alone.
    private const int DaysNear = 730;

    /// <summary>0 where the name cannot be the person's; a full name counts most, then the office of the title, the state, the day.</summary>
    /// <param name="person">The person.</param>
    /// <param name="words">The folded name, or its skeleton.</param>
    /// <param name="context">What the report says.</param>
    /// <param name="isOnly">Whether a surname alone may do: the day is known, or the gazetteer has one person of it.</param>
    public static int Of(PersonEntry person, string[] words, PersonContext context, bool isOnly)
    {
        DateOnly? day = context.Day;
        int longest = 0;
        foreach (string[] form in words.Length > 0 && words[^1][0] == NameSkeleton.Mark ? person.Skeletons ?? [] : person.Forms)
        {
            // A word of the text that the spelling lacks may make it another person: "Kim Yong-nam" is no "Kim Nam".
            if (words.Length <= form.Length && NameFolding.Agree(words, form) && form[^1] == words[^1] && IsSure(words, form)
                && (words.Length > 1 || form.Length == 1 || !(person.IsFamilyFirst || form.AsSpan().Contains("of"))))
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
            && (told || spoken || day is null || context.IsHeld(person) || person.Tenures.Exists(t => IsKnownEverywhere(t.Owner) && t.Covers(day.Value)))
            && person.Tenures.Exists(t => t.Office is "president" or "king" or "queen" or "prime minister" or "chancellor" or "premier" && (day is not { } o || t.Covers(o)));
        if (longest == 1 && !governs && !told && (!near || !spoken || (!person.IsCurated && !inOffice)))
        {
            return 0;
        }

        return (longest > 1 ? 100 : 0) + (told ? 60 : 0) + (spoken ? 40 : 0) + (inOffice ? 20 : 0) + (near ? 5 : 0) + (person.IsCurated ? 10 : 0) + (governs ? 2 : 0);
    }

    // "Abu Ali" is no "A. M. M. Ali": an initial counts where as many words stand on both sides, or another word agrees in full.
    private static bool IsSure(string[] words, string[] form)
    {
        if (words.Length == 1 || words.Length == form.Length)
        {
            return true;
        }

        for (int i = 0; i < words.Length - 1; i++)
        {
            if (words[i].Length > 1 && form.AsSpan(0, form.Length - 1).Contains(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Their leaders the news names by surname alone even where nothing else is of their state.
    private static bool IsKnownEverywhere(string owner) => owner is "USA" or "RUS" or "GBR" or "FRA" or "DEU" or "CHN";
}
