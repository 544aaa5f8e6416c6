using Microsoft.Extensions.Hosting;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Server.Watching;

/// <summary>Asks the store for a fact as soon as the server runs, so that what a large store loads into memory is there, or on its way, when the first reader comes.</summary>
internal sealed class WarmUp(IRecordStore store) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            try
            {
                store.Facts(new FactQuery { Limit = 1 });
            }
            catch (StoreException)
            {
                // The first page says so.
            }
        },
        stoppingToken);
}
