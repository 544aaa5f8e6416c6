using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;

namespace Readout.Actors;

/// <summary>
/// Makes actors of chains and links them to the gazetteer of states, organisations, offices and holders (<c>data/actors</c>, <c>data/places</c>). An
/// unknown person or state becomes a new actor. Where the day of the report is unknown, so is the office, unless the text states it.
/// Immutable, thread-safe, linear in the text.
/// </summary>
public sealed class ActorLinker
{
    private readonly ActorLinkerData _data;
    private readonly PlaceGazetteer _states;
    private readonly StateCodes _codes;
    private readonly NameHeads _heads;

    private ActorLinker(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "actors");
        _states = PlaceGazetteer.LoadStates(Path.Combine(dataDirectory, "places"));
        _codes = StateCodes.Load(dataDirectory);
        _heads = NameHeads.Load(folder);
        OrganizationGazetteer organizations = OrganizationGazetteer.Load(folder);
        PersonGazetteer people = PersonGazetteer.Load(folder);
        var titleStates = new TitleStates(_states, organizations);
        _data = new ActorLinkerData(
            new TitleReader(RoleLexicon.Load(dataDirectory), titleStates, new OfficeReader(titleStates, folder)), new ActorKeyReader(_states, organizations, people, SeatTable.Load(folder)), people, OfficeNouns.Load(folder), ActorUses.Load(folder));
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static ActorLinker Load(string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        return new ActorLinker(dataDirectory);
    }

    /// <summary>Actors in order of first mention.</summary>
    public ActorTable Link(Report report, ParsedText parse, IReadOnlyList<Mention> mentions, CorefChains chains)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(mentions);
        ArgumentNullException.ThrowIfNull(chains);
        DateOnly? day = report.PublishedDay;
        var linking = new ActorLinking(_data, parse, mentions, day);
        linking.Run(chains);

        var order = new List<ActorKey>();
        var groups = new Dictionary<ActorKey, List<int>>();
        for (int i = 0; i < mentions.Count; i++)
        {
            foreach (ActorKey key in linking.Members[i] ?? (linking.Keys[i] is { } one ? [one] : []))
            {
                if (!groups.TryGetValue(key, out List<int>? own))
                {
                    groups.Add(key, own = []);
                    order.Add(key);
                }

                own.Add(i);
            }
        }

        var actors = new Actor[order.Count];
        for (int i = 0; i < actors.Length; i++)
        {
            actors[i] = Describe(order[i], groups[order[i]], new ActorSource(parse, mentions, linking, day, _data.Nouns, _data.People));
        }

        new HomeState(_states, _heads, parse, mentions).Give(report, actors);
        for (int i = 0; i < actors.Length; i++)
        {
            actors[i] = actors[i].State is { } state && _codes.OfAlpha3(state)?.Cow is { } cow ? actors[i] with { Cow = cow } : actors[i];
        }

        return new ActorTable(actors, mentions.Count);
    }

    private Actor Describe(ActorKey key, List<int> own, ActorSource source)
    {
        TitleEvidence? title = source.BestTitle(own);
        switch (key.Kind)
        {
            case ActorType.State:
                PlaceEntry? state = _states.Country(key.Id);
                return new Actor
                {
                    Name = state?.Name ?? source.ShortestName(own),
                    Type = ActorType.State,
                    State = state?.Country,
                    Sectors = ["GOV"],
                    Wikidata = state?.Wikidata,
                    Mentions = [.. own],
                };
            case ActorType.Person:
                return Person(key, own, source, title);
            default:
                string? of = key.Organization is not null ? key.Organization.State
                    : key.Kind == ActorType.Group && source.IsOfSeveralStates(own[0]) ? null
                    : (title?.State is { } iso3 && _states.Country(iso3) is not null ? iso3 : null) ?? StateInName(source.LongestName(own))
                        ?? (key.Kind == ActorType.Organization ? new OwnerStates(_states, source.Parse, source.Mentions).Of(own) : null);
                string? sector = key.Organization is not null || key.Kind != ActorType.Organization ? title?.Sector
                    : title?.Sector ?? _heads.Find(source.LongestName(own), out _)?.Sector;
                return new Actor
                {
                    Name = key.Organization?.Name ?? source.LongestName(own),
                    Type = key.Kind,
                    State = of,
                    Sectors = key.Organization?.Sectors ?? (sector is null ? [] : [sector]),
                    Wikidata = key.Organization?.Wikidata,
                    Mentions = [.. own],
                };
        }
    }

    // "Afghan National Army", "Election Commission of Pakistan": a state or its adjective within the name.
    private string? StateInName(string name)
    {
        string before = "";
        foreach (string word in name.Split(' '))
        {
            // "Latin American" is of no state.
            bool isOfRegion = before is "South" or "North" or "Latin" or "Central" && word is "American" or "Americas";
            before = word;
            if (!isOfRegion && char.IsUpper(word[0]) && (_states.CountryOfAdjective(word) ?? _states.Find(word).FirstOrDefault(place => place.Kind == PlaceKind.Country)?.Country) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private Actor Person(ActorKey key, List<int> own, ActorSource source, TitleEvidence? title)
    {
        Tenure? held = source.Day is { } day ? key.Person?.OfficeOn(day) : null;
        held = held is { } told && source.IsOver(told.Office, own) ? null : held;
        string? stated = title is { IsFormer: false } && !(source.Day is { } today && HasLeft(key.Person, title, today)) ? title.Office : null;
        // "He is a criminal" says no office of somebody whose offices are known.
        stated = key.Person is null || stated is null || _data.People.IsOffice(stated) || _data.Nouns.OfficesOf(stated) is not null || stated.Contains(' ', StringComparison.Ordinal) ? stated : null;
        string? owner = held?.Owner ?? title?.State ?? key.Person?.OnlyOwner();
        bool isState = owner is { Length: 3 } && owner.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0 && owner is not ("IMF" or "WTO" or "IOC" or "OIC");
        string? sector = held is not null ? isState ? "GOV" : "IGO" : title?.Sector ?? (key.Person is null ? null : "GOV");
        return new Actor
        {
            Name = key.Person is { } person ? source.Spelling(person.Name, own) : source.LongestName(own),
            Type = ActorType.Person,
            Office = held is { } known && !(IsHighest(known.Office) || source.ToldOffice(own) is null) ? source.ToldOffice(own) : held?.Office ?? stated,
            State = isState ? owner : null,
            Sectors = sector is null ? [] : [sector],
            Wikidata = key.Person?.Wikidata,
            Mentions = [.. own],
        };
    }

    // "The Maravenian leader" of somebody who led Maravene once holds no office by that.
    private bool HasLeft(PersonEntry? person, TitleEvidence title, DateOnly day) =>
        person is not null && (person.HasLeft(title.Office, day)
            || ((_data.Nouns.OfficesOf(title.Noun) ?? _data.Nouns.OfficesOf(title.Office ?? title.Noun)) is { Length: > 1 } offices && Array.Exists(offices, office => person.HasLeft(office, day)) && !Array.Exists(offices, office => person.Tenures.Exists(t => t.Office == office && t.Covers(day)))));

    // What these are the gazetteer tells better than a title in passing; what ministers and others are on the day the report tells best.
    private static bool IsHighest(string office) =>
        office is "president" or "prime minister" or "premier" or "chancellor" or "king" or "queen" or "emir" or "sultan" or "emperor" or "pope" or "supreme leader"
            or "secretary-general" or "director general" or "secretary of state" or "foreign minister" or "foreign secretary";
}
