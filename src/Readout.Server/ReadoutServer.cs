using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Readout.Events;
using Readout.Merging;
using Readout.Server.Accounts;
using Readout.Server.Actors;
using Readout.Server.Api;
using Readout.Server.Assets;
using Readout.Server.Briefings;
using Readout.Server.Chronology;
using Readout.Server.Commitments;
using Readout.Server.Corrections;
using Readout.Server.Delivering;
using Readout.Server.Exports;
using Readout.Server.Facts;
using Readout.Server.Fetching;
using Readout.Server.Following;
using Readout.Server.Http;
using Readout.Server.Merged;
using Readout.Server.Outlets;
using Readout.Server.Pairs;
using Readout.Server.Places;
using Readout.Server.Positions;
using Readout.Server.Reports;
using Readout.Server.Timeline;
using Readout.Server.Today;
using Readout.Server.Watching;
using Readout.Store.Sqlite;

namespace Readout.Server;

/// <summary>Builds the web server: pages, API, watching. It writes to the store through the intake, the corrections and what people follow alone.</summary>
public static class ReadoutServer
{
    // A search is a URL; nothing longer than this was made by the pages.
    private const int MaximumRequestLine = 8 * 1024;
    private const long MaximumBody = 64 * 1024;

    /// <summary>A server ready to run.</summary>
    /// <exception cref="ArgumentException">An address is none.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ReadoutServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls.Select(ListenAddress.Check)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaximumRequestLine;
            kestrel.Limits.MaxRequestBodySize = MaximumBody;
        });

        // Keys lie in the store as they are; whoever reads that file reads everything.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);
        AddServices(builder.Services, options);

        WebApplication app = builder.Build();
        UseProxy(app, options);
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Failures>();
        app.UseResponseCompression();
        UseAccounts(app, options);
        app.UseMiddleware<RevisionTag>();
        app.UseRouting();
        app.UseMiddleware<WriteGuard>();
        app.UseAntiforgery();
        app.UseEndpoints(_ => { });
        AssetEndpoints.Map(app);
        TimelineEndpoints.Map(app);
        ChronologyEndpoints.Map(app);
        PlaceEndpoints.Map(app);
        OutletEndpoints.Map(app);
        ReportEndpoints.Map(app);
        FactEndpoints.Map(app);
        MergedEndpoints.Map(app);
        CorrectionEndpoints.Map(app);
        CorrectionApiEndpoints.Map(app);
        CommitmentEndpoints.Map(app);
        ActorEndpoints.Map(app);
        PairEndpoints.Map(app);
        PositionEndpoints.Map(app);
        BriefingEndpoints.Map(app);
        SampleEndpoints.Map(app);
        TodayEndpoints.Map(app);
        AccountEndpoints.Map(app);
        FollowEndpoints.Map(app);
        DeliveryEndpoints.Map(app);
        FeedEndpoints.Map(app);
        HubEndpoints.Map(app, options.Hubs);
        ExportEndpoints.Map(app);
        ApiEndpoints.Map(app);
        app.MapFallback(Failures.NotFound);
        return app;
    }

    // A proxy on this machine says whom it speaks for; nobody else is believed.
    private static void UseProxy(WebApplication app, ServerOptions options)
    {
        if (options.PublicUrl is not null)
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        }
    }

    private static void UseAccounts(WebApplication app, ServerOptions options)
    {
        if (options.NeedsAccounts)
        {
            app.UseRateLimiter();
            app.UseAuthentication();
        }

        app.UseMiddleware<Gate>();
        app.UseMiddleware<AuditTrail>();
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Store);
        services.AddSingleton(options.Clock);
        services.AddSingleton(_ => new SqliteFollowStore(options.Store));
        services.AddSingleton(options.Progress);
        services.AddSingleton<RevisionCache>();
        services.AddSingleton(_ => PositionFinder.Load(Reader.DefaultDataDirectory));
        services.AddSingleton(_ => PloverOntology.Load(Reader.DefaultDataDirectory));
        services.AddSingleton<BriefingWriter>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton<BriefingPdf>();
        services.AddRouting();
        services.AddRazorComponents();

        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "readout-form";
            form.Cookie.SecurePolicy = options.PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true;
        });

        services.AddDataProtection().SetApplicationName("readout");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(_ => new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new StoredKeys(options.Store)));
        Sessions.AddServices(services, options);
        RateLimits.AddServices(services);
        services.AddResponseCompression();
        services.AddHostedService<FolderWatch>();
        services.AddSingleton<Origin>();
        services.AddSingleton<NoticeStream>();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<IMessageSender, MailSender>();
        services.AddSingleton<IMessageSender, WebhookSender>();
        services.AddSingleton<DeliveryRound>();
        services.AddHostedService<DeliveryLoop>();
        services.AddHostedService<PlacingLoop>();
        services.AddHostedService<WarmUp>();
        ApiEndpoints.AddServices(services);
    }
}
