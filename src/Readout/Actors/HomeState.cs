using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;

namespace Readout.Actors;

/// <summary>
/// The state that a report is at home in, for organs that it names without one: "police", "the government", "the supreme court", but not "the leaders", who may be of several. Event coders do the
/// same: an agent without a nation takes that of the report (PLOVER codebook v2.0, section on actors; TABARI's default nation).
/// </summary>
internal sealed class HomeState(PlaceGazetteer states, NameHeads heads, ParsedText parse, IReadOnlyList<Mention> mentions)
{
    // A dateline says where the report was written; it outweighs two mentions, not a report that is about another state throughout.
    private const int DatelineWeight = 3;

    // The home state must be named this many times as often as the next.
    private const int Lead = 2;

    /// <summary>Gives each organ of state without a state the one that the report is at home in; changes nothing where that is in doubt.</summary>
    public void Give(Report report, Span<Actor> actors)
    {
        if (Find(report, actors) is not { } home)
        {
            return;
        }

        foreach (ref Actor actor in actors)
        {
            if (actor is { State: null, Wikidata: null, Type: ActorType.Organization or ActorType.Group } && actor.Sectors.Count > 0
                && !(actor.Type == ActorType.Group && actor.Sectors[0] == "GOV") && IsOrgan(actor))
            {
                actor = actor with { State = home };
            }
        }
    }

    private string? Find(Report report, ReadOnlySpan<Actor> actors)
    {
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Actor actor in actors)
        {
            if (actor.State is { } state)
            {
                weights[state] = weights.GetValueOrDefault(state) + actor.Mentions.Length;
            }
        }

        if (OfDateline(report.Dateline) is { } written)
        {
            weights[written] = weights.GetValueOrDefault(written) + DatelineWeight;
        }

        string? best = null;
        int first = 0;
        int second = 0;
        foreach ((string state, int weight) in weights)
        {
            if (weight > first)
            {
                (best, first, second) = (state, weight, first);
            }
            else
            {
                second = Math.Max(second, weight);
            }
        }

        return first >= Lead * second ? best : null;
    }

    // "JAKARTA, April 3", "RANCHI, India, Nov. 5": the last name before the day that is a state or a capital.
    private string? OfDateline(string? dateline)
    {
        string? found = null;
        foreach (string part in dateline?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            foreach (PlaceEntry place in states.Find(part))
            {
                if (place.Kind == PlaceKind.Country || place.IsCapital)
                {
                    found = place.Country;
                }
            }
        }

        return found;
    }

    // A name of its own is another matter, "Border Security Force" may be anybody's, unless every state has one: "Foreign Ministry".
    private bool IsOrgan(Actor actor)
    {
        if (actor.Sectors[0] is not ("GOV" or "MIL" or "COP" or "JUD" or "LEG"))
        {
            return false;
        }

        if (actor.Type == ActorType.Organization && heads.Find(actor.Name, out bool isWhole) is { IsOrgan: true } && isWhole)
        {
            return true;
        }

        foreach (int mention in actor.Mentions)
        {
            if (mentions[mention].Kind == MentionKind.Name || (char.IsUpper(parse.Tokens.Form(mentions[mention].Head)[0]) && parse.Upos[mentions[mention].Head] == UposTag.Propn))
            {
                return false;
            }
        }

        return true;
    }
}
