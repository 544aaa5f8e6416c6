using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readout.Server.Http;

namespace Readout.Server.Watching;

/// <summary>Reads the samples into an empty store on request, while the page goes on.</summary>
internal static class SampleEndpoints
{
    public static void Map(WebApplication app) => app.MapForm("/samples", (context, form) =>
    {
        ServerOptions options = Service<ServerOptions>(context);
        if (options.Samples is not { } samples || options.Intake is not { } intake || Service<Readout.Store.IRecordStore>(context).Status().Reports > 0)
        {
            return new RefusedResult("The samples are not read", "they are for a store that is empty; `readout serve samples --store FILE` shows them beside this one");
        }

        CancellationToken stop = Service<IHostApplicationLifetime>(context).ApplicationStopping;
        ILogger log = Service<ILoggerFactory>(context).CreateLogger(typeof(SampleEndpoints));
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await intake([samples], stop);
                }
                catch (Exception failed) when (failed is not OperationCanceledException)
                {
                    log.LogError(failed, "the samples could not be read");
                }
            },
            stop);
        return new SeeOtherResult("/");
    });

    private static T Service<T>(HttpContext context)
        where T : class => (T)context.RequestServices.GetService(typeof(T))!;
}
