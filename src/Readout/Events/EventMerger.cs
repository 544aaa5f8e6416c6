using Readout.Actors;

namespace Readout.Events;

/// <summary>Makes one event of the mentions of one happening.</summary>
internal static class EventMerger
{
    /// <summary>Merges later mentions into the first that they fit; times and places that the first lacks are taken over.</summary>
    public static List<EventDraft> Merge(List<EventDraft> drafts, SceneIndex index)
    {
        ActorTable actors = index.Scene.Actors;
        var merged = new List<EventDraft>();
        foreach (EventDraft draft in drafts)
        {
            EventDraft? same = merged.Find(known => IsSame(known, draft, actors) && IsRetold(known, draft, index));
            if (same is null)
            {
                merged.Add(draft);
                continue;
            }

            same.Time ??= draft.Time;
            same.Place ??= draft.Place;
            same.Mode ??= draft.Mode;
            same.Mentions++;
            Join(same.Actors, draft.Actors, actors);
            Join(same.Recipients, draft.Recipients, actors);
        }

        return merged;
    }

    // The same word, or another one close by; what is told in other words far off may be another happening, and the judge decides.
    private static bool IsRetold(EventDraft known, EventDraft draft, SceneIndex index) =>
        known.Type == "CONSULT" || known.Source == EventSource.Meeting || draft.Source == EventSource.Meeting
        || index.Parse.Lemma(known.Row) == index.Parse.Lemma(draft.Row) || index.Tokens.SentenceOf(known.Row) == index.Tokens.SentenceOf(draft.Row);

    private static bool IsSame(EventDraft known, EventDraft draft, ActorTable actors)
    {
        if (known.Type != draft.Type || !RealitiesFit(known.Status, draft.Status) || (known.Mode is not null && draft.Mode is not null && known.Mode != draft.Mode)
            || (known.Time is not null && draft.Time is not null && !TimesFit(known.Time, draft.Time)))
        {
            return false;
        }

        // Who confers or cooperates with whom is one happening from either side.
        return known.Type is "CONSULT" or "COOPERATE"
            ? Shared([.. known.Actors, .. known.Recipients], [.. draft.Actors, .. draft.Recipients], actors) >= 2
            : SidesFit(known.Actors, draft.Actors, actors) && SidesFit(known.Recipients, draft.Recipients, actors);
    }

    /// <summary>Which sides two events have in common, as a word for features.</summary>
    public static string Overlap(EventDraft one, EventDraft other, ActorTable actors)
    {
        bool acting = Shared(one.Actors, other.Actors, actors) > 0;
        bool receiving = Shared(one.Recipients, other.Recipients, actors) > 0;
        bool crossed = Shared(one.Actors, other.Recipients, actors) > 0 || Shared(one.Recipients, other.Actors, actors) > 0;
        return acting && receiving ? "both" : acting ? one.Recipients.Count == 0 || other.Recipients.Count == 0 ? "actor, open" : "actor" : receiving ? "recipient" : crossed ? "crossed" : "none";
    }

    // What is to come is not what has happened; what may happen may be either.
    private static bool RealitiesFit(EventStatus a, EventStatus b) =>
        (a == EventStatus.Negated) == (b == EventStatus.Negated)
        && (a == EventStatus.Future) == (b == EventStatus.Future) | a == EventStatus.Hypothetical | b == EventStatus.Hypothetical;

    private static bool SidesFit(List<int> known, List<int> other, ActorTable actors) =>
        (known.Count == 0 && other.Count == 0) || Shared(known, other, actors) > 0;

    private static bool TimesFit(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static int Shared(List<int> known, List<int> other, ActorTable actors)
    {
        int shared = 0;
        foreach (int one in other)
        {
            shared += known.Exists(two => Stands(one, two, actors)) ? 1 : 0;
        }

        return shared;
    }

    // A state and its officials act as one.
    private static bool Stands(int one, int two, ActorTable actors)
    {
        if (one == two)
        {
            return true;
        }

        Actor a = actors.Actors[one];
        Actor b = actors.Actors[two];
        return a.State is not null && a.State == b.State && (a.Type == ActorType.State || b.Type == ActorType.State);
    }

    // A later, different name of the same side adds nobody.
    private static void Join(List<int> known, List<int> other, ActorTable actors)
    {
        foreach (int one in other)
        {
            if (!known.Exists(two => Stands(one, two, actors)))
            {
                known.Add(one);
            }
        }
    }
}
