using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Sources.Feeds;
using Readout.Store.Following;
using Readout.Store.Sqlite;

namespace Readout.Cli.Commands;

/// <summary><c>readout feeds</c>: the followed feeds and how they fare.</summary>
internal static class FeedsCommand
{
    public static Command Create()
    {
        var store = new StoreOption();
        var json = new Option<bool>("--json") { Description = "One line of JSON a feed." };
        var opml = new Option<bool>("--opml") { Description = "As OPML, for other feed readers." };
        var command = new Command("feeds", "List the followed feeds: state, next fetch, last error.") { store.Option, json, opml };
        command.SetAction((parse, _) => store.RunAsync(parse, open => Show(new SqliteFollowStore(open), parse.GetValue(json), parse.GetValue(opml))));
        return command;
    }

    private static int Show(SqliteFollowStore store, bool json, bool opml)
    {
        IReadOnlyList<FeedRow> feeds = store.Feeds();
        if (opml)
        {
            Console.Out.Write(Opml.Write(feeds.Where(f => f.Selector is null).Select(f => new OpmlFeed(new Uri(f.Current), f.Title, null))));
            return ExitCodes.Done;
        }

        var listing = new Listing(json, "feed", "title", "state", "last fetch", "next fetch", "waiting", "last error");
        foreach (FeedRow feed in feeds)
        {
            listing.Add(feed, feed.Address, feed.Title, StateOf(feed), Moment(feed.LastFetch), Moment(feed.Next), Listing.Number(feed.Waiting), feed.LastError);
        }

        listing.Finish();
        return ExitCodes.Done;
    }

    private static string StateOf(FeedRow feed) => feed switch
    {
        { LastFetch: null } => "new",
        { Next: null } => "gone",
        { Failures: > 0 } => string.Create(CultureInfo.InvariantCulture, $"failing ({feed.LastOutcome}, {feed.Failures} in a row)"),
        _ => "well",
    };

    private static string Moment(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "";
}
