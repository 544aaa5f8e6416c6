using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Sources.Fetching;
using Readout.Store;

namespace Readout.Cli.Commands;

/// <summary><c>readout fetch</c>: one round over the followed feeds.</summary>
internal static class FetchCommand
{
    public static Command Create()
    {
        var store = new StoreOption();
        var fetching = new FetchingOptions();
        var json = new Option<bool>("--json") { Description = "One line of JSON for each fetch." };
        var command = new Command("fetch", "Fetch the followed feeds that are due, and the reports that they name.") { store.Option, json };
        fetching.AddTo(command);
        command.SetAction((parse, cancellation) => store.RunAsync(parse, open => RunAsync(open, fetching.Of(parse), parse.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(IRecordStore store, FetchOptions options, bool json, CancellationToken cancellation)
    {
        var listing = new Listing(json, "outcome", "news", "address", "remark");
        int failures = 0;
        using var follower = new FeedFollower(store, options, fetch =>
        {
            failures += fetch.Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified ? 0 : 1;
            listing.Add(
                new { address = fetch.Address, feed = fetch.IsFeed, outcome = fetch.Outcome.ToString(), news = fetch.News, remark = fetch.Message },
                fetch.Outcome.ToString(), fetch.IsFeed ? fetch.News.ToString(CultureInfo.InvariantCulture) : "", fetch.Address.AbsoluteUri, fetch.Message);
        });
        if (!follower.HasFeeds)
        {
            Console.Error.WriteLine("readout: no feed is followed; add one with readout follow URL");
            return ExitCodes.Done;
        }

        try
        {
            await follower.RunOnceAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("readout: stopped; what was fetched is kept, the rest stays due");
        }

        listing.Finish();
        return failures + follower.Unread == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }
}
