using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readout.Store;

namespace Readout.Server.Delivering;

/// <summary>Runs a round whenever something is due. It asks the store each second, since other programs write to it as well.</summary>
internal sealed class DeliveryLoop(DeliveryRound round, TimeProvider clock, ILogger<DeliveryLoop> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait = Interval;
            try
            {
                if (round.IsDue)
                {
                    await round.RunAsync(stoppingToken);
                }
            }
            catch (StoreException failed)
            {
                log.LogError(failed, "deliveries wait until the store answers");
                wait = AfterFailure;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
