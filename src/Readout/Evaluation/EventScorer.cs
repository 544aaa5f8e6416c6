using System.Text.Json;
using Readout.Records;

namespace Readout.Evaluation;

/// <summary>
/// Tells whether an event of a record is one that an annotator marked (docs/guidelines/events.md, "What counts as right"): the type is the
/// same, and both sides are, at PLOVER's level of country and sector.
/// </summary>
internal static class EventScorer
{
    // Sectors of the codebook (table "Actor sectors") whose holders act for their state; an actor of none of them is not its state.
    private static readonly string[] Official = ["GOV", "MIL", "COP", "JUD", "LEG", "SPY", "AGR", "DEV", "ELI"];

    /// <summary>Above 0 where the found event is the wanted one; more where more of its actors are found.</summary>
    /// <param name="wanted">Annotation with type, actors and recipients.</param>
    /// <param name="found">Event of the record.</param>
    /// <param name="actors">Actors of the record by id.</param>
    /// <param name="byName">Whether only the named actors count, not others with the same PLOVER code.</param>
    public static double Fit(JsonElement wanted, EventRecord found, IReadOnlyDictionary<string, ActorRecord> actors, bool byName = false)
    {
        if (StandoffFile.Text(wanted, "type") != found.Type)
        {
            return 0;
        }

        string[] acting = StandoffFile.Names(wanted, "actors");
        string[] receiving = StandoffFile.Names(wanted, "recipients");
        ActorRecord[] act = [.. found.Actors.Select(id => actors[id])];
        ActorRecord[] receive = [.. found.Recipients.Select(id => actors[id])];
        ActorRecord[] all = byName ? [] : [.. actors.Values];
        if (found.Type == "CONSULT")
        {
            // All who confer act; who is written as host of a visit is a matter of its mode.
            return Conferring([.. acting, .. receiving], [.. act, .. receive], all) >= Math.Min(2, acting.Length + receiving.Length) ? 1 + Nearness(wanted, found) : 0;
        }

        int shared = Shared(acting, act, all);
        int received = Shared(receiving, receive, all);
        bool fits = (acting.Length == 0 || shared > 0) && (receiving.Length == 0 || received > 0);
        return fits ? 1 + (0.1 * (shared + received)) + Nearness(wanted, found) : 0;
    }

    // Number of wanted actors that one of the found is.
    private static int Shared(IReadOnlyList<string> names, ActorRecord[] actors, ActorRecord[] all)
    {
        int shared = 0;
        foreach (string name in names)
        {
            shared += Array.Exists(actors, actor => IsOne(name, actor, all)) ? 1 : 0;
        }

        return shared;
    }

    // Several names of one who confers count once.
    private static int Conferring(IReadOnlyList<string> names, List<ActorRecord> actors, ActorRecord[] all)
    {
        int shared = 0;
        foreach (string name in names)
        {
            int at = actors.FindIndex(actor => IsOne(name, actor, all));
            if (at >= 0)
            {
                actors.RemoveAt(at);
                shared++;
            }
        }

        return shared;
    }

    /// <summary>Whether an actor is the one named; an official of the state that the annotation gives by its code; or one whose PLOVER code is that of the one named.</summary>
    public static bool IsOne(string name, ActorRecord actor, ActorRecord[] all)
    {
        string? state = ActorNames.CodeOf(name);
        return ActorNames.Matches(name, actor)
            || (state is not null && actor.State == state && IsOfficial(actor))
            || (state is null && Array.Exists(all, other => ActorNames.Matches(name, other) && HaveOneCode(other, actor)));
    }

    // A code is a country, where known, and a sector; officials are their state, which annotations give by its code.
    private static bool HaveOneCode(ActorRecord a, ActorRecord b) =>
        a.Sectors.Count > 0 && b.Sectors.Count > 0 && a.Sectors[0] == b.Sectors[0] && a.Sectors[0] != "GOV" && (a.State is null || b.State is null || a.State == b.State);

    private static bool IsOfficial(ActorRecord actor) => actor.Sectors.Count == 0 || actor.Sectors.Any(Official.Contains);

    // Of two events with the same sides the one with the marked words is the marked one; never enough to outweigh an actor.
    private static double Nearness(JsonElement wanted, EventRecord found) =>
        wanted.TryGetProperty("start", out JsonElement start) && wanted.TryGetProperty("end", out JsonElement end)
        && found.Trigger.Start < end.GetInt32() && start.GetInt32() < found.Trigger.End
            ? 0.05
            : 0;
}
