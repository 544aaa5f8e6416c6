using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readout.Store;

namespace Readout.Server.Corrections;

/// <summary>Compares the facts of merged actors again, some at a time, so that readers and other writers come in between.</summary>
internal sealed class PlacingLoop(IRecordStore store, TimeProvider clock, ILogger<PlacingLoop> log) : BackgroundService
{
    private const int FactsAtOnce = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                wait = store.PlaceWaiting(FactsAtOnce) > 0 ? Between : Idle;
            }
            catch (StoreException failed)
            {
                log.LogError(failed, "the facts of merged actors wait until the store answers");
                wait = AfterFailure;
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
