using Readout.Actors;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>Makes one meeting of its mentions.</summary>
internal static class MeetingMerger
{
    /// <summary>Merges each mention into the latest meeting that it fits, else keeps it as a meeting of its own; text order is kept.</summary>
    public static List<MeetingDraft> Merge(List<MeetingDraft> drafts, ActorTable actors)
    {
        var merged = new List<MeetingDraft>();
        foreach (MeetingDraft draft in drafts)
        {
            MeetingDraft? same = merged.FindLast(known => IsSame(known, draft, actors));
            if (same is null)
            {
                merged.Add(draft);
            }
            else
            {
                Join(same, draft, actors);
            }
        }

        return merged;
    }

    /// <summary>Whether two actors of a report stand for one side: the same, or a state and somebody of it who is not named apart.</summary>
    public static bool Stands(int one, int two, ActorTable actors)
    {
        if (one == two)
        {
            return true;
        }

        Actor a = actors.Actors[one];
        Actor b = actors.Actors[two];
        return a.State is not null && a.State == b.State && (IsSide(a) || IsSide(b));
    }

    // A state beside a person whom the report places in none: the visitor's host, the envoy of the counterpart.
    private static bool MayStand(int one, int two, ActorTable actors)
    {
        Actor a = actors.Actors[one];
        Actor b = actors.Actors[two];
        return (IsSide(a) && b is { Type: ActorType.Person, State: null }) || (IsSide(b) && a is { Type: ActorType.Person, State: null });
    }

    /// <summary>
    /// Takes time, place and state of mentions that name no participants ("the talks will open on Wednesday") over into the meeting told
    /// of last before them, else the first after them.
    /// </summary>
    public static void Complete(List<MeetingDraft> merged, List<MeetingDraft> loose)
    {
        foreach (MeetingDraft mention in loose)
        {
            MeetingDraft? known = merged.FindLast(one => one.Row < mention.Row) ?? merged.Find(one => one.Row > mention.Row);
            if (known is null || mention.IsAnother || !ModesFit(known.Mode, mention.Mode) || !PlacesFit(known.Place, mention.Place)
                || (known.Time is not null && mention.Time is not null && !Covers(known.Time, mention.Time) && !Covers(mention.Time, known.Time)))
            {
                continue;
            }

            known.Time ??= mention.Time;
            known.Place ??= mention.Place;
            if (known.IsStatusGuessed && !mention.IsStatusGuessed)
            {
                known.Status = mention.Status;
                known.IsStatusGuessed = false;
            }
        }
    }

    private static bool IsSide(Actor actor) => actor.Type is ActorType.State or ActorType.Group or ActorType.Unnamed;

    private static bool IsSame(MeetingDraft known, MeetingDraft draft, ActorTable actors)
    {
        if (draft.IsAnother || known.IsCeremony != draft.IsCeremony || !ModesFit(known.Mode, draft.Mode) || !TimesFit(known, draft) || !PlacesFit(known.Place, draft.Place))
        {
            return false;
        }

        (List<int> few, List<int> many) = known.Participants.Count <= draft.Participants.Count ? (known.Participants, draft.Participants) : (draft.Participants, known.Participants);
        int shared = few.Count(one => many.Exists(two => Stands(one, two, actors)));
        return shared == few.Count || (shared >= 2 && shared * 2 >= few.Count + 1)
            || (shared == few.Count - 1 && few.TrueForAll(one => many.Exists(two => Stands(one, two, actors) || MayStand(one, two, actors))));
    }

    private static bool ModesFit(MeetingMode a, MeetingMode b) => a == b || a == MeetingMode.Unknown || b == MeetingMode.Unknown;

    // What was held and what is planned are two where either has a time that the other does not share.
    private static bool TimesFit(MeetingDraft a, MeetingDraft b)
    {
        if (a.Time is not null && b.Time is not null)
        {
            return Covers(a.Time, b.Time) || Covers(b.Time, a.Time);
        }

        bool past = IsPast(a.Status);
        return a.IsStatusGuessed || b.IsStatusGuessed || past == IsPast(b.Status) || (a.Time is null && b.Time is null);
    }

    private static bool IsPast(MeetingStatus status) => status is MeetingStatus.Held or MeetingStatus.Ongoing;

    private static bool Covers(string a, string b) =>
        a == b || (CalendarInterval.TryParse(a, out CalendarInterval first) && CalendarInterval.TryParse(b, out CalendarInterval second)
            && first.First <= second.First && second.Last <= first.Last);

    private static bool PlacesFit(PlaceMention? a, PlaceMention? b) =>
        a is null || b is null || a.Name == b.Name || (a.Country is not null && a.Country == b.Country);

    private static void Join(MeetingDraft known, MeetingDraft draft, ActorTable actors)
    {
        // The finer time is the better one: of "in December" and "on December 11" the day is kept.
        known.Time = known.Time is null || (draft.Time is not null && Covers(known.Time, draft.Time)) ? draft.Time ?? known.Time : known.Time;
        known.Place ??= draft.Place;
        known.Host ??= draft.Host;
        known.Occasion ??= draft.Occasion;
        known.Mode = known.Mode == MeetingMode.Unknown ? draft.Mode : known.Mode;
        if (known.IsStatusGuessed != draft.IsStatusGuessed)
        {
            known.Status = known.IsStatusGuessed ? draft.Status : known.Status;
            known.IsStatusGuessed = false;
        }
        else
        {
            known.Status = Stronger(known.Status, draft.Status);
        }

        known.IsVisit &= draft.IsVisit;
        known.Evidence.AddRange(draft.Evidence.Where(span => !known.Evidence.Contains(span)));
        foreach (int one in draft.Participants)
        {
            int same = known.Participants.FindIndex(two => Stands(one, two, actors));
            if (same < 0)
            {
                known.Participants.Add(one);
            }
            else if (IsSide(actors.Actors[known.Participants[same]]) && !IsSide(actors.Actors[one]) && !known.Participants.Contains(one))
            {
                known.Participants[same] = one;
            }
        }
    }

    // Cancelled or postponed outdoes what was planned before it; what took place outdoes every plan.
    private static MeetingStatus Stronger(MeetingStatus known, MeetingStatus other)
    {
        MeetingStatus[] order = [MeetingStatus.Proposed, MeetingStatus.Planned, MeetingStatus.Postponed, MeetingStatus.Cancelled, MeetingStatus.Ongoing, MeetingStatus.Held];
        return Array.IndexOf(order, other) > Array.IndexOf(order, known) ? other : known;
    }
}
