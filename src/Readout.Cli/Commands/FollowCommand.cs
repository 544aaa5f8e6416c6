using System.CommandLine;
using Readout.Cli.Running;
using Readout.Sources.Archives;
using Readout.Sources.Feeds;
using Readout.Sources.Fetching;
using Readout.Sources.Following;
using Readout.Sources.Pages;
using Readout.Store.Sqlite;

namespace Readout.Cli.Commands;

/// <summary><c>readout follow</c>: names feeds to be fetched from now on.</summary>
internal static class FollowCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("URL|OPML") { Description = "Address of a feed, of a page that names one, or an OPML file." };
        var store = new StoreOption();
        var fetching = new FetchingOptions();
        var selector = new Option<string?>("--selector") { Description = "CSS selector of the links to reports, for a page without a feed." };
        var stop = new Option<bool>("--stop") { Description = "Follow it no longer; what it brought stays." };
        var command = new Command("follow", "Follow a feed: its reports come with readout fetch.") { target, store.Option, selector, stop };
        fetching.AddTo(command);
        command.SetAction((parse, cancellation) => store.RunAsync(parse, async open =>
        {
            var ledger = new StoredLedger(new SqliteFollowStore(open));
            string named = parse.GetRequiredValue(target);
            if (File.Exists(named))
            {
                return FollowList(ledger, named);
            }

            if (!Uri.TryCreate(named, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            {
                Console.Error.WriteLine($"readout: '{named}' is neither a file nor an address such as https://outlet.example/feed");
                return ExitCodes.WrongUsage;
            }

            return parse.GetValue(stop) ? Stop(ledger, address) : await FollowAsync(ledger, address, parse.GetValue(selector), fetching.Of(parse), cancellation);
        }));
        return command;
    }

    private static int Stop(StoredLedger ledger, Uri address)
    {
        bool wasFollowed = ledger.Unfollow(address);
        Console.Error.WriteLine(wasFollowed ? $"readout: {address} is followed no longer" : $"readout: {address} was not followed; readout feeds lists what is");
        return wasFollowed ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static int FollowList(StoredLedger ledger, string file)
    {
        if (MarkupDecoder.Decode(File.ReadAllBytes(file)) is not { } text || Opml.Read(text) is not { } feeds)
        {
            Console.Error.WriteLine($"readout: {file}: no OPML; expected an element opml with outlines that have an xmlUrl");
            return ExitCodes.SomeFailed;
        }

        int added = feeds.Count(feed => ledger.Follow(FeedState.Follow(feed.Address, DateTimeOffset.UtcNow, feed.Title)));
        Console.Out.WriteLine($"{added} feeds followed, {feeds.Count - added} known already");
        return ExitCodes.Done;
    }

    private static async Task<int> FollowAsync(StoredLedger ledger, Uri address, string? selector, FetchOptions options, CancellationToken cancellation)
    {
        using var web = new WebFetcher(options, TimeProvider.System);
        FetchResult result = await new PoliteFetcher(web, options, TimeProvider.System).FetchAsync(new FetchRequest(address), cancellation);
        if (result.Outcome != FetchOutcome.Fetched)
        {
            Console.Error.WriteLine($"readout: {address} cannot be fetched ({result.Outcome}): {result.Message}");
            return ExitCodes.SomeFailed;
        }

        string? charset = HttpMessage.CharsetOf(result.Header("Content-Type"));
        Feed? feed = selector is null ? FeedReader.Load(Reader.DefaultDataDirectory).Read(result.Body.Span, result.FinalAddress, charset, result.Captured) : null;
        if (feed is not null)
        {
            return Follow(ledger, FeedState.Follow(address, result.Captured, feed.Title));
        }

        string markup = MarkupDecoder.Decode(result.Body.Span, charset) ?? "";
        if (selector is not null)
        {
            return FollowPage(ledger, result, markup, selector);
        }

        IReadOnlyList<Uri> found = FeedDiscovery.Feeds(markup, result.FinalAddress);
        if (found.Count == 0)
        {
            Console.Error.WriteLine($"readout: {address} is no feed and names none; give the links to its reports with --selector, such as --selector 'main h2 a'");
            return ExitCodes.SomeFailed;
        }

        foreach (Uri other in found.Skip(1))
        {
            Console.Error.WriteLine($"readout: {address} also names {other}");
        }

        return Follow(ledger, FeedState.Follow(found[0], result.Captured));
    }

    private static int FollowPage(StoredLedger ledger, FetchResult result, string markup, string selector)
    {
        Feed? links = FeedDiscovery.Links(markup, result.FinalAddress, selector);
        if (links is null || links.Items.Count == 0)
        {
            Console.Error.WriteLine($"readout: the selector '{selector}' {(links is null ? "cannot be read" : $"chooses no link on {result.FinalAddress}")}");
            return ExitCodes.SomeFailed;
        }

        return Follow(ledger, FeedState.Follow(result.Address, result.Captured, links.Title, selector));
    }

    private static int Follow(StoredLedger ledger, FeedState feed)
    {
        Console.Out.WriteLine(ledger.Follow(feed) ? $"following {feed.Address}" : $"{feed.Address} is followed already");
        return ExitCodes.Done;
    }
}
