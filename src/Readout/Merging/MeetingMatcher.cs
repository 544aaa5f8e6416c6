using Readout.Events;

namespace Readout.Merging;

/// <summary>
/// Says whether two reports tell of one meeting: who met, how, when and where, with room for a day that was moved. Stateless.
/// </summary>
public static class MeetingMatcher
{
    // A meeting that is put off keeps its name for about a fortnight; set on the development stories of eval/merging/meetings.tsv.
    private const int MovedDays = 14;

    // A report that gives no day tells of a meeting of about its own day.
    private const int ReportedDays = 10;
    private const double LeastShared = 0.66;
    private const int SomeParticipants = 3;
    private const int ManyParticipants = 4;
    private const int DaysOfRound = 3;

    /// <summary>Whether two accounts are of one meeting.</summary>
    public static bool AreOne(MeetingMention left, MeetingMention right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return HaveSameMode(left, right) && ShareParticipants(left, right, out int shared) && (AgreeInTimeAndPlace(left, right) || IsOneRound(left, right, shared));
    }

    private static bool HaveSameMode(MeetingMention left, MeetingMention right) =>
        left.Mode == right.Mode || left.Mode == MeetingMode.Unknown || right.Mode == MeetingMode.Unknown;

    // A state stands for its leader and the leader for the state, but two people of one state are two.
    private static bool ShareParticipants(MeetingMention left, MeetingMention right, out int shared)
    {
        (MeetingMention fewer, MeetingMention more) = left.Participants.Count <= right.Participants.Count ? (left, right) : (right, left);
        var free = more.Participants.ToList();
        shared = 0;
        foreach (MeetingParticipant one in fewer.Participants)
        {
            int at = free.FindIndex(other => other.Key == one.Key);
            at = at >= 0 ? at : free.FindIndex(other => (one.IsState || other.IsState) && one.State is not null && one.State == other.State);
            if (at >= 0)
            {
                free.RemoveAt(at);
                shared++;
            }
        }

        // Two of many met on the margins of a summit: that is a meeting of its own.
        bool isMargin = fewer.Participants.Count == 2 && more.Participants.Count > 3;
        return shared >= 2 && shared >= LeastShared * fewer.Participants.Count && !isMargin
            || shared >= 1 && fewer.Participants.Count <= 2 && more.Participants.Count > 2 && SharesDayAndPlace(left, right) && !isMargin;
    }

    // Talks of many last some days, and each report gives its own; on one day the same four are not in two places, but one report names the house and another the city.
    private static bool IsOneRound(MeetingMention left, MeetingMention right, int shared)
    {
        bool placesDiffer = left.Place is not null && right.Place is not null && !SamePlace(left, right);
        return DayRange.Parse(left.Time) is { Days: 1 } from && DayRange.Parse(right.Time) is { Days: 1 } to
            && (placesDiffer ? shared >= ManyParticipants && from.Gap(to) == 0 : shared >= SomeParticipants && from.Gap(to) <= DaysOfRound);
    }

    private static bool AgreeInTimeAndPlace(MeetingMention left, MeetingMention right)
    {
        bool placesDiffer = left.Place is not null && right.Place is not null && !SamePlace(left, right);
        bool placesAgree = left.Place is not null && right.Place is not null && !placesDiffer;
        (DayRange? from, DayRange? to) = (DayRange.Parse(left.Time), DayRange.Parse(right.Time));
        if (from is { } one && to is { } other)
        {
            int gap = one.Gap(other);
            bool isSameDay = gap == 0 && Math.Max(one.Days, other.Days) <= 7;
            return gap == 0 ? isSameDay || !placesDiffer : !placesDiffer && gap <= MovedDays && placesAgree && WasMoved(left, right);
        }

        return !placesDiffer && ReportDaysAgree(left, from, right, to);
    }

    // One of two days is over when it was still a plan and the other report came later.
    private static bool WasMoved(MeetingMention left, MeetingMention right)
    {
        (MeetingMention earlier, MeetingMention later) = (left.Published ?? DateOnly.MinValue) <= (right.Published ?? DateOnly.MinValue) ? (left, right) : (right, left);
        return IsAhead(earlier.Status) && later.Status is not MeetingStatus.Cancelled && earlier.Published != later.Published;
    }

    private static bool ReportDaysAgree(MeetingMention left, DayRange? leftTime, MeetingMention right, DayRange? rightTime)
    {
        DayRange? from = leftTime ?? (left.Published is { } one ? new DayRange(one, one) : null);
        DayRange? to = rightTime ?? (right.Published is { } other ? new DayRange(other, other) : null);
        bool isOpen = leftTime is null && rightTime is null;
        bool sameSide = IsAhead(left.Status) == IsAhead(right.Status) || left.Status == MeetingStatus.Ongoing || right.Status == MeetingStatus.Ongoing;
        return (from is null || to is null || from.Value.Gap(to.Value) <= ReportedDays) && (!isOpen || sameSide);
    }

    private static bool IsAhead(MeetingStatus status) => status is MeetingStatus.Planned or MeetingStatus.Proposed or MeetingStatus.Postponed;

    private static bool SharesDayAndPlace(MeetingMention left, MeetingMention right) =>
        left.Place is not null && right.Place is not null && SamePlace(left, right) && DayRange.Parse(left.Time) is { } from && DayRange.Parse(right.Time) is { } to && from.Gap(to) == 0;

    private static bool SamePlace(MeetingMention left, MeetingMention right) => string.Equals(left.Place, right.Place, StringComparison.OrdinalIgnoreCase);
}
