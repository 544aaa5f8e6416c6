using Readout.Events;

namespace Readout.Merging;

/// <summary>
/// One meeting as several reports tell it: the steps from plan to outcome, and for day, place and mode each value with the reports
/// that give it, the best supported first. More than one value is a conflict, and is shown as one.
/// </summary>
public sealed record MeetingHistory
{
    private MeetingHistory()
    {
    }

    /// <summary>Positions of the accounts in the order of publication, undated ones last: the steps of the history.</summary>
    public required IReadOnlyList<int> Steps { get; init; }

    /// <summary>State after the latest step; a meeting that was held stays held whatever is written later.</summary>
    public required MeetingStatus Status { get; init; }

    /// <summary>Keys of all participants, those that most accounts name first.</summary>
    public required IReadOnlyList<MergedValue> Participants { get; init; }

    /// <summary>Days; those of the accounts in the final status come first.</summary>
    public required IReadOnlyList<MergedValue> Times { get; init; }

    /// <summary>Places.</summary>
    public required IReadOnlyList<MergedValue> Places { get; init; }

    /// <summary>Fields with more than one value among the accounts in the final status: <c>time</c>, <c>place</c>.</summary>
    public required IReadOnlyList<string> Conflicts { get; init; }

    /// <summary>Merges accounts of one meeting.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static MeetingHistory Of(IReadOnlyList<MeetingMention> accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentOutOfRangeException.ThrowIfZero(accounts.Count, nameof(accounts));
        int[] steps = [.. Enumerable.Range(0, accounts.Count).OrderBy(i => accounts[i].Published ?? DateOnly.MaxValue).ThenBy(i => i)];
        bool wasHeld = accounts.Any(account => account.Status == MeetingStatus.Held);
        MeetingStatus status = wasHeld ? MeetingStatus.Held : accounts[steps[^1]].Status;
        int[] final = [.. steps.Where(i => accounts[i].Status == status)];
        string[] conflicts = [.. new[] { ("time", Disagree(final, i => accounts[i].Time)), ("place", Disagree(final, i => accounts[i].Place)) }.Where(field => field.Item2).Select(field => field.Item1)];
        return new MeetingHistory
        {
            Steps = steps,
            Status = status,
            Participants = Values(steps.SelectMany(i => accounts[i].Participants.Select(participant => (participant.Key, i))), final),
            Times = Values(steps.Where(i => accounts[i].Time is not null).Select(i => (accounts[i].Time!, i)), final),
            Places = Values(steps.Where(i => accounts[i].Place is not null).Select(i => (accounts[i].Place!, i)), final),
            Conflicts = conflicts,
        };
    }

    private static bool Disagree(int[] accounts, Func<int, string?> value) =>
        accounts.Select(value).Where(known => known is not null).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    private static MergedValue[] Values(IEnumerable<(string Value, int Account)> values, int[] final) =>
    [
        .. values.GroupBy(value => value.Value, StringComparer.OrdinalIgnoreCase)
            .Select(group => new MergedValue(group.First().Value, [.. group.Select(value => value.Account).Distinct().Order()]))
            .OrderByDescending(value => value.Sources.Intersect(final).Any()).ThenByDescending(value => value.Sources.Count).ThenBy(value => value.Value, StringComparer.Ordinal),
    ];
}
