namespace Readout.Actors;

/// <summary>Who is named in a report with which office of which state, now or before, and whom a description therefore means.</summary>
internal sealed class ReportHolders
{
    // Key of holders of an office whatever their state: "the president" is the only one whom the report names.
    private const string AnyState = "";

    private readonly LinkingState _state;
    private readonly Dictionary<(string State, string Office), ActorKey?> _holders = [];
    private readonly Dictionary<(string State, string Office), ActorKey?> _former = [];

    // Holders of offices of no state, such as presidents of leagues; null where the report names several.
    private readonly Dictionary<string, ActorKey?> _ofBodies = new(StringComparer.Ordinal);

    public ReportHolders(LinkingState state)
    {
        _state = state;
        for (int i = 0; i < state.Mentions.Count; i++)
        {
            if (!state.IsPersonName(i) || state.Keys[i] is not { } key)
            {
                continue;
            }

            if (state.Titles[i] is { Office: { } office } title)
            {
                Keep(title.IsFormer ? _former : _holders, (title.State, title.StateWord), office, key);
                if (!title.IsFormer && title.State is null && key.Person?.Tenures.Exists(t => t.Office == office) != true)
                {
                    _ofBodies[office] = _ofBodies.TryGetValue(office, out ActorKey? known) && known != key ? null : key;
                }

                if (Short(office) is { } noun)
                {
                    Keep(title.IsFormer ? _former : _holders, (title.State, title.StateWord), noun, key);
                }
            }

            foreach (Tenure tenure in key.Person?.Tenures ?? [])
            {
                if (tenure.Office.Length > 0)
                {
                    bool isFormer = state.Day is { } day && !tenure.Covers(day);
                    Keep(isFormer ? _former : _holders, (tenure.Owner, null), tenure.Office, key);
                }
            }
        }
    }

    /// <summary>Whom a description of one means; null where the report and the gazetteer do not tell.</summary>
    /// <param name="title">What the description says.</param>
    /// <param name="isPartial">Whether it names the head of a part only, such as a party: no holder of the state's offices is meant.</param>
    public ActorKey? Describe(TitleEvidence title, bool isPartial)
    {
        if (title.State is { Length: 3 } code && !title.IsFormer && _state.Data.Nouns.IsGovernment(title.Noun))
        {
            return new ActorKey(ActorType.State, code);
        }

        if (isPartial)
        {
            // "The League president" is the one president of no state whom the report names.
            return !title.IsFormer && title.Office is { } head && _state.Data.Nouns.OfficesOf(title.Noun) is not null && _ofBodies.TryGetValue(head, out ActorKey? only) ? only : null;
        }

        string[] offices = _state.Data.Nouns.OfficesOf(title.Noun) ?? (title.Office is { } own ? [own] : []);
        foreach (string office in offices)
        {
            if (Named(title.IsFormer ? _former : _holders, title, office) is { } named)
            {
                return named;
            }
        }

        return !title.IsFormer && title.State is { } owner && _state.Day is { } day && !Array.Exists(offices, _state.Data.Uses.IsOfMany) && _state.Data.People.Holder(owner, offices, day) is { } holder
            ? new ActorKey(ActorType.Person, holder.Name) { Person = holder }
            : null;
    }

    // "The minister" is the trade minister whom the report names, but no deputy of his and no prime minister.
    private string? Short(string office)
    {
        int space = office.LastIndexOf(' ');
        return space > 0 && office.AsSpan(space + 1) is "minister" or "secretary" or "commissioner" or "governor" or "speaker"
            && !office.StartsWith("prime ", StringComparison.Ordinal) && !_state.Data.Titles.IsRank(office.AsSpan(0, office.IndexOf(' ', StringComparison.Ordinal)))
            ? office[(space + 1)..] : null;
    }

    private static ActorKey? Named(Dictionary<(string State, string Office), ActorKey?> holders, TitleEvidence title, string office) =>
        title.State is { } state && holders.TryGetValue((state, office), out ActorKey? named) && named is not null ? named
        : title.StateWord is { } word && holders.TryGetValue((word, office), out named) && named is not null ? named
        : title.StateWord is null && title.State is null && holders.TryGetValue((AnyState, office), out named) ? named
        : null;

    private static void Keep(Dictionary<(string State, string Office), ActorKey?> holders, (string? Code, string? Word) state, string office, ActorKey key)
    {
        foreach (string? name in (ReadOnlySpan<string?>)[AnyState, state.Code, state.Word])
        {
            if (name is not null)
            {
                holders[(name, office)] = holders.TryGetValue((name, office), out ActorKey? known) && known != key ? null : key;
            }
        }
    }
}
