using System.Globalization;
using Readout.Sources.Evidence;
using Readout.Sources.Feeds;
using Readout.Sources.Fetching;
using Readout.Sources.Following;
using Readout.Store;
using Readout.Store.Sqlite;

namespace Readout.Cli.Running;

/// <summary>Follows the feeds of a store: fetches, keeps the evidence, reads the reports and tells what changed in one that was fetched before.</summary>
internal sealed class FeedFollower : IDisposable
{
    private readonly StoredLedger _ledger;
    private readonly CaptureIntake _intake;
    private readonly WebFetcher _web;
    private readonly FollowRound _round;
    private readonly HubSubscriber? _hubs;

    /// <param name="store">Store of feeds and reports.</param>
    /// <param name="options">Identity and bounds.</param>
    /// <param name="tell">Told of every fetch.</param>
    /// <param name="callbacks">Address under which hubs reach the server, ending in a slash; null where they do not.</param>
    public FeedFollower(IRecordStore store, FetchOptions options, Action<FollowEvent> tell, Uri? callbacks = null)
    {
        _ledger = new StoredLedger(new SqliteFollowStore(store));
        _intake = new CaptureIntake(store);
        _web = new WebFetcher(options, TimeProvider.System);
        _hubs = callbacks is null ? null : new HubSubscriber(_ledger, _web.PostAsync, callbacks, TimeProvider.System);
        var reader = FeedReader.Load(Reader.DefaultDataDirectory);
        _round = new FollowRound(new PoliteFetcher(_web, options, TimeProvider.System), _ledger, _ledger, reader, TimeProvider.System) { Keep = Keep, Tell = tell };
    }

    /// <summary>What answers hubs; null where none is asked.</summary>
    public HubCallbacks? Callbacks => _hubs is null ? null : new HubCallbacks(_hubs);

    /// <summary>Whether any feed is followed.</summary>
    public bool HasFeeds => _ledger.Feeds().Count > 0;

    /// <summary>Reports that were fetched but hold no text to be read.</summary>
    public int Unread { get; private set; }

    /// <summary>One round.</summary>
    public Task RunOnceAsync(CancellationToken cancellation) => _round.RunAsync(cancellation);

    /// <summary>Rounds until cancelled; a round that fails is told on standard error and tried again.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        new FollowLoop(_round, _ledger, TimeProvider.System) { Hubs = _hubs }.RunAsync(failure => Console.Error.WriteLine($"readout: following feeds failed, and is tried again: {failure.Message}"), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _web.Dispose();

    private void Keep(Capture capture)
    {
        IntakeResult result = _intake.Add(capture);
        if (result.Failure is { } reason)
        {
            Unread++;
            Console.Error.WriteLine($"readout: {result.Name}: kept, but not read: {reason}");
            return;
        }

        Capture? earlier = _ledger.Captures(capture.Address).LastOrDefault(c => c.Captured < capture.Captured && c.Hash != capture.Hash);
        if (earlier is not null && _intake.TextOf(earlier) is { } before && _intake.TextOf(capture) is { } after)
        {
            TellChanges(capture.FinalAddress, VersionComparison.Compare(before, after));
        }
    }

    private static void TellChanges(Uri address, VersionComparison changes)
    {
        if (changes.IsSame)
        {
            return;
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"readout: {address}: changed since it was fetched last: {changes.Removed.Count} paragraphs gone, {changes.Added.Count} new"));
        foreach (ChangedQuotation quotation in changes.ChangedQuotations)
        {
            Console.Error.WriteLine($"readout:   quotation changed from \"{Listing.OneLine(quotation.Before)}\" to \"{Listing.OneLine(quotation.After)}\"");
        }
    }
}
