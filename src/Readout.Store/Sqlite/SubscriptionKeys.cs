using Microsoft.Data.Sqlite;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Store.Sqlite;

/// <summary>
/// What a report must hold so that a subscription can match it, so that a report is compared with those subscriptions alone that share a key
/// with it. One condition of a query is enough: an actor before words, words before the outlet.
/// </summary>
internal static class SubscriptionKeys
{
    /// <summary>The key that every report has.</summary>
    public const string Any = "*";

    public static string Actor(string key) => "actor:" + key;

    public static string Name(string word) => "name:" + word;

    public static string Word(string stem) => "word:" + stem;

    public static string Outlet(string outlet) => "outlet:" + outlet.Trim().ToLowerInvariant();

    /// <summary>The keys of a subscription, one of which a report must have; empty for what no report brings about.</summary>
    public static List<string> Of(SqliteConnection connection, SubscriptionDraft draft, Fact? fact) => draft.Kind switch
    {
        SubscriptionKind.Due or SubscriptionKind.Briefing => [],
        SubscriptionKind.Meeting => OfMeeting((MeetingFact)fact!),
        _ => OfQuery(connection, draft.Query),
    };

    // Whoever else is named, an account of the meeting names one of those who met.
    private static List<string> OfMeeting(MeetingFact meeting) =>
        [.. meeting.Participants.Select(actor => actor.Key).OfType<string>().Where(key => !key.StartsWith("report/", StringComparison.Ordinal)).Distinct().Select(Actor).DefaultIfEmpty(Any)];

    private static List<string> OfQuery(SqliteConnection connection, FactQuery query)
    {
        // States are in half of all reports, people in few.
        string? actor = ((string?[])[query.With, query.Speaker, query.To, query.About, query.Actor])
            .Where(typed => !string.IsNullOrWhiteSpace(typed))
            .OrderBy(typed => typed!.StartsWith("state/", StringComparison.Ordinal)).FirstOrDefault();
        if (actor is not null)
        {
            return [OfActor(actor)];
        }

        if (!string.IsNullOrWhiteSpace(query.Words) && OfWords(connection, query.Words) is { Count: > 0 } words)
        {
            return words;
        }

        return [string.IsNullOrWhiteSpace(query.Outlet) ? Any : Outlet(query.Outlet)];
    }

    private static string OfActor(string typed) => typed.Contains('/', StringComparison.Ordinal)
        ? Actor(typed)
        : ActorIdentity.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).Select(Name).FirstOrDefault(Any);

    // Of the terms that must all be there, the one with fewest alternatives; of a term, its longest stem.
    private static List<string> OfWords(SqliteConnection connection, string words)
    {
        foreach (IReadOnlyList<string> alternatives in SearchWords.Required(words).OrderBy(term => term.Count).ThenByDescending(term => term.Min(word => word.Length)))
        {
            List<string> keys = [.. alternatives.Select(word => SqliteFreshWords.StemsOf(connection, word).MaxBy(stem => stem.Length)).OfType<string>().Distinct().Select(Word)];
            if (keys.Count > 0)
            {
                return keys;
            }
        }

        return [];
    }
}
