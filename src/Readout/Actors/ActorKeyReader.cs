using Readout.Entities;
using Readout.Parsing;
using Readout.Places;

namespace Readout.Actors;

/// <summary>Reads whom each name means by itself: a state, an organisation, an office-holder, or a person that no gazetteer knows. Immutable, thread-safe.</summary>
internal sealed class ActorKeyReader
{
    private readonly PlaceGazetteer _states;
    private readonly OrganizationGazetteer _organizations;
    private readonly PersonGazetteer _people;
    private readonly SeatTable _seats;

    public ActorKeyReader(PlaceGazetteer states, OrganizationGazetteer organizations, PersonGazetteer people, SeatTable seats)
    {
        _seats = seats;
        _states = states;
        _organizations = organizations;
        _people = people;
    }

    /// <summary>
    /// The actor that a name means; null where the name by itself does not tell. <paramref name="isNone"/> is set where it means no actor at all: a place
    /// somebody is in, an adjective.
    /// </summary>
    public ActorKey? Read(ParsedText parse, Mention mention, PersonContext context, out bool isNone)
    {
        string text = parse.Tokens.Span(mention.First, mention.End).In(parse.Tokens.Text).ToString();
        isNone = false;
        if (_organizations.Find(text) is { } organization)
        {
            return organization.Type == ActorType.State
                ? new ActorKey(ActorType.State, organization.State!)
                : new ActorKey(organization.Type, organization.Name) { Organization = organization };
        }

        switch (mention.Type)
        {
            case EntityType.Person:
                return Person(NameFolding.Words(text), context);
            case EntityType.Norp:
                isNone = parse.Relations[mention.Head] is DependencyRelation.Amod or DependencyRelation.Compound or DependencyRelation.NmodDesc;
                return null;
            case EntityType.Work or EntityType.Miscellaneous:
                isNone = mention.Type == EntityType.Miscellaneous;
                return null;
            case EntityType.Gpe or EntityType.Location or EntityType.Facility or EntityType.Organization or EntityType.Unknown:
                return Place(parse, mention, (text, context.Day), ref isNone) ?? (isNone ? null : FullName(text, context));
            default:
                return null;
        }
    }

    /// <summary>The organisation for which a city stands that the news calls it by, in a report with these names: "Brussels"; null for none.</summary>
    public ActorKey? Seat(string city, IReadOnlySet<string> names) =>
        _seats.OrganizationOf(city, names) is { } name && _organizations.Find(name) is { } organization ? new ActorKey(organization.Type, organization.Name) { Organization = organization } : null;

    // A name that the recogniser holds for something else is a person's all the same where the gazetteer has it; a surname alone, which is often
    // a common word, only a holder's of the day.
    private ActorKey? FullName(string text, PersonContext context)
    {
        string[] words = NameFolding.Words(text);
        return Person(words, context) is { } key && (words.Length > 1 || context.Day is not { } day || key.Person!.OfficeOn(day) is not null) ? key : null;
    }

    private ActorKey? Person(string[] words, PersonContext context) =>
        _people.Find(words, context) is { } person ? new ActorKey(ActorType.Person, person.Name) { Person = person } : null;

    private ActorKey? Place(ParsedText parse, Mention mention, (string Text, DateOnly? Day) name, ref bool isNone)
    {
        (string text, DateOnly? day) = name;
        PlaceEntry? city = null;
        foreach (PlaceEntry place in _states.Find(text))
        {
            if (place.Kind == PlaceKind.Country)
            {
                return new ActorKey(ActorType.State, place.Country);
            }

            city ??= place;
        }

        bool isPlace = mention.Type is EntityType.Gpe or EntityType.Location or EntityType.Facility;
        if (city is not null && isPlace)
        {
            // A capital stands for its government where nobody is, goes to or comes from it.
            string? state = city.IsCapital ? city.Country : _seats.StateOf(text, day);
            isNone = state is null || IsLocative(parse, mention.Head);
            return isNone ? null : new ActorKey(ActorType.State, state!);
        }

        isNone = isPlace && (_states.IsWithinState(text) || mention.Type == EntityType.Location || IsLocative(parse, mention.Head));
        return null;
    }

    private static bool IsLocative(ParsedText parse, int head)
    {
        int row = head;
        for (int step = 0; step < 4 && row >= 0; step++)
        {
            int preposition = parse.ChildWith(row, DependencyRelation.Case);
            if (preposition >= 0)
            {
                return parse.Tokens.Form(preposition) is "in" or "In" or "at" or "At" or "near" or "from" or "From" or "to" or "into" or "outside" or "around"
                    or "of" or "through" or "via" or "inside" or "for" or "toward" or "towards";
            }

            if (parse.Relations[row] is not (DependencyRelation.Conj or DependencyRelation.Appos))
            {
                return parse.Relations[row] == DependencyRelation.Appos;
            }

            row = parse.Heads[row];
        }

        return false;
    }
}
