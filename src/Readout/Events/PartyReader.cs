using Readout.Actors;
using Readout.Parsing;
using Readout.Places;

namespace Readout.Events;

/// <summary>
/// Finds the actors of a phrase that takes part in an event. A phrase that is no actor itself stands for who it belongs to: "an Israeli
/// call", "the embargo on Cuba", "talks between the government and the rebels". Immutable, thread-safe.
/// </summary>
internal sealed class PartyReader
{
    private const int MaximumDepth = 6;

    private readonly PlaceGazetteer _states;

    private PartyReader(PlaceGazetteer states) => _states = states;

    /// <summary>Reads the states of <c>places/</c> with their adjectives.</summary>
    public static PartyReader Load(string dataDirectory) => new(PlaceGazetteer.LoadStates(Path.Combine(dataDirectory, "places")));

    /// <summary>Adds the actors of a noun phrase that acts; only its own words may stand for it, not a clause on it.</summary>
    public void CollectActing(SceneIndex index, int row, List<int> into)
    {
        if (row < 0)
        {
            return;
        }

        int before = into.Count;
        index.Collect(row, into);
        into.RemoveAll(actor => TypeOf(index, actor) == ActorType.Document);
        ParsedText parse = index.Parse;
        foreach (int child in parse.Children(row))
        {
            bool isOwn = parse.Relations[child] == DependencyRelation.NmodPoss || parse.Relations[child].Universal() is DependencyRelation.Compound or DependencyRelation.Amod
                || (parse.Relations[child] == DependencyRelation.Nmod && (Clause.CaseIs(parse, child, "of") || Clause.CaseIs(parse, child, "between") || Clause.CaseIs(parse, child, "from")));
            if (into.Count == before && isOwn && !Take(index, child, null, into))
            {
                AddState(index, child, null, into);
            }
        }

        if (into.Count > before && TypeOf(index, into[before]) is ActorType.Group or ActorType.Unnamed)
        {
            AddOwner(index, row, into);
        }
    }

    /// <summary>Adds the actors of a noun phrase and its conjuncts, else the first that stands within it; adds nothing for a row below 0.</summary>
    public void Collect(SceneIndex index, int row, List<int> into)
    {
        if (row < 0)
        {
            return;
        }

        int before = into.Count;
        index.Collect(row, into);
        into.RemoveAll(actor => TypeOf(index, actor) == ActorType.Document);
        if (into.Count == before)
        {
            Inside(index, row, null, into);
        }
        else if (TypeOf(index, into[before]) is ActorType.Group or ActorType.Unnamed)
        {
            // "a NATO spokesman", "his men": they act for whom they belong to.
            AddOwner(index, row, into);
        }
    }

    /// <summary>Adds the actor or state that one word names, without its dependents.</summary>
    public void Alone(SceneIndex index, int row, List<int> into)
    {
        if (!AddState(index, row, null, into) && index.ActorAt(row) is >= 0 and var actor && TypeOf(index, actor) != ActorType.Document)
        {
            SceneIndex.AddOnce(into, actor);
        }
    }

    /// <summary>Adds the state that an adjective or "US-led" names, where the report has it as an actor.</summary>
    public void State(SceneIndex index, int row, List<int> into) => AddState(index, row, null, into);

    /// <summary>Adds the first party under a row, whatever relation leads to it. Places under a preposition of place come last.</summary>
    /// <param name="index">The report.</param>
    /// <param name="row">Where to look.</param>
    /// <param name="isWanted">Whom to pass over.</param>
    /// <param name="into">Receives the party.</param>
    public bool Inside(SceneIndex index, int row, Predicate<int>? isWanted, List<int> into) =>
        Inside(index, row, (0, false), isWanted, into) || Inside(index, row, (0, true), isWanted, into);

    private bool Inside(SceneIndex index, int row, (int Depth, bool Places) how, Predicate<int>? isWanted, List<int> into)
    {
        ParsedText parse = index.Parse;
        foreach (int child in parse.Children(row))
        {
            if (IsPart(parse.Relations[child]) && (how.Places || !IsPlaced(parse, child)) && (Take(index, child, isWanted, into) || AddState(index, child, isWanted, into)))
            {
                return true;
            }
        }

        foreach (int child in parse.Children(row))
        {
            if (how.Depth < MaximumDepth && IsPart(parse.Relations[child]) && (how.Places || !IsPlaced(parse, child)) && Inside(index, child, (how.Depth + 1, how.Places), isWanted, into))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlaced(ParsedText parse, int row) => Clause.CaseIs(parse, row, "in") || Clause.CaseIs(parse, row, "at") || Clause.CaseIs(parse, row, "near");

    private static ActorType TypeOf(SceneIndex index, int actor) => index.Scene.Actors.Actors[actor].Type;

    private static bool IsPart(DependencyRelation relation) => relation.Universal() is DependencyRelation.Nmod or DependencyRelation.Compound or DependencyRelation.Amod
        or DependencyRelation.Appos or DependencyRelation.Flat or DependencyRelation.Acl or DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Xcomp or DependencyRelation.Ccomp;

    private static bool Take(SceneIndex index, int row, Predicate<int>? isWanted, List<int> into)
    {
        int actor = index.NamedAt(row);
        if (actor < 0 || TypeOf(index, actor) is ActorType.Document || isWanted?.Invoke(actor) == false)
        {
            return false;
        }

        int before = into.Count;
        index.Collect(row, into);
        return into.Count > before;
    }

    // "Israeli", "US-led": the state, where the report has it as an actor.
    private bool AddState(SceneIndex index, int row, Predicate<int>? isWanted, List<int> into)
    {
        ReadOnlySpan<char> form = index.Tokens.Form(row);
        int cut = form.LastIndexOf("-led") is > 0 and var led ? led : form.IndexOf('-') is > 0 and var hyphen ? hyphen : form.Length;
        string first = form[..cut].ToString().Replace('-', ' ');
        if (!char.IsUpper(first[0]) || (_states.CountryOfAdjective(first) ?? CountryOf(first)) is not { } country || index.PartyOf(country) is not (>= 0 and var actor) || isWanted?.Invoke(actor) == false)
        {
            return false;
        }

        SceneIndex.AddOnce(into, actor);
        return true;
    }

    private string? CountryOf(ReadOnlySpan<char> name)
    {
        foreach (PlaceEntry place in _states.Find(name))
        {
            if (place.Kind == PlaceKind.Country)
            {
                return place.Country;
            }
        }

        return null;
    }

    private static void AddOwner(SceneIndex index, int row, List<int> into)
    {
        ParsedText parse = index.Parse;
        foreach (int child in parse.Children(row))
        {
            bool isOwner = parse.Relations[child] == DependencyRelation.NmodPoss || parse.Relations[child].Universal() is DependencyRelation.Compound
                || (parse.Relations[child] == DependencyRelation.Nmod && Clause.CaseIs(parse, child, "of"));
            if (isOwner && index.NamedAt(child) is >= 0 and var owner && TypeOf(index, owner) is ActorType.Organization or ActorType.State or ActorType.Person)
            {
                SceneIndex.AddOnce(into, owner);
            }
        }
    }
}
