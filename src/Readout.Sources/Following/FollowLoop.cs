namespace Readout.Sources.Following;

/// <summary>Runs rounds for as long as it is not cancelled, each when something is due: what a server does in the background.</summary>
public sealed class FollowLoop(FollowRound round, IFeedLedger ledger, TimeProvider time)
{
    // A feed that is followed meanwhile is seen within a minute.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>Asks the hubs that feeds name after each round; null where the server cannot be reached by them.</summary>
    public HubSubscriber? Hubs { get; init; }

    /// <summary>Runs until cancelled, which is not an error.</summary>
    /// <param name="failed">Told of a round that failed as a whole, such as by the store; the next one is tried after a rest.</param>
    /// <param name="cancellation">Ends the loop.</param>
    public async Task RunAsync(Action<Exception> failed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(failed);
        while (!cancellation.IsCancellationRequested)
        {
            TimeSpan rest = LongestRest;
            try
            {
                await round.RunAsync(cancellation);
                await (Hubs?.RenewAsync(ledger.Feeds(), cancellation) ?? Task.CompletedTask);
                TimeSpan wait = ledger.NextDue() - time.GetUtcNow() ?? LongestRest;
                rest = wait < LongestRest ? wait : LongestRest;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A loop in the background must outlive whatever one round meets; the caller is told.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                failed(failure);
            }

            try
            {
                await Task.Delay(rest > TimeSpan.FromSeconds(1) ? rest : TimeSpan.FromSeconds(1), time, cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
