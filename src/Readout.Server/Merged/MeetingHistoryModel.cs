using System.Globalization;
using Readout.Merging;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Merged;

/// <summary>What the page of a meeting's history shows.</summary>
public sealed record MeetingHistoryModel
{
    /// <summary>The accounts, first report first.</summary>
    public required IReadOnlyList<MeetingFact> Accounts { get; init; }

    /// <summary>What they come to together; its positions point into <see cref="Accounts"/>.</summary>
    public required MeetingHistory History { get; init; }

    /// <summary>Merges the accounts of one meeting.</summary>
    public static MeetingHistoryModel Of(IReadOnlyList<MeetingFact> accounts) =>
        new() { Accounts = accounts, History = MeetingHistory.Of([.. accounts.Select(Mention)]) };

    /// <summary>An actor of any account by key.</summary>
    public ActorLink Actor(string key) => Accounts.SelectMany(account => account.Participants).First(actor => Key(actor) == key);

    private static MeetingMention Mention(MeetingFact fact) => new()
    {
        Participants = [.. fact.Participants.Select(actor => new MeetingParticipant(Key(actor), null, IsState: false))],
        Place = fact.Place,
        Country = fact.Country,
        Time = fact.Time,
        Status = fact.Status,
        Mode = fact.Mode,
        Published = DateOnly.TryParseExact(SortDay.Of(fact.Report.Published), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null,
    };

    private static string Key(ActorLink actor) => actor.Key ?? actor.Name;
}
