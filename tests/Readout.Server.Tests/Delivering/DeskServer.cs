using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readout.Server.Delivering;
using Readout.Sources.Fetching;
using Readout.Store;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Delivering;

/// <summary>A server over an empty store whose clock the test moves; its rounds are run by the test.</summary>
internal sealed class DeskServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-desk-").FullName;
    private readonly WebFetcher _web;
    private WebApplication _app = null!;

    private DeskServer(IReadOnlySet<string> webhookHosts) =>
        _web = new WebFetcher(new FetchOptions { AllowedHosts = webhookHosts, Timeout = TimeSpan.FromSeconds(10) }, TimeProvider.System);

    public SetClock Clock { get; } = new("2024-03-12T10:00:00Z");

    public IRecordStore Store { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public string StorePath => Path.Combine(_folder, "store.db");

    public DeliveryRound Round => _app.Services.GetRequiredService<DeliveryRound>();

    public IServiceProvider Services => _app.Services;

    public static async Task<DeskServer> StartAsync(MailSettings? mail = null, Func<ServerOptions, ServerOptions>? change = null, params string[] webhookHosts)
    {
        var server = new DeskServer(webhookHosts.ToHashSet());
        server.Store = SqliteRecordStore.Open(server.StorePath, server.Clock);
        var options = new ServerOptions { Store = server.Store, Urls = ["http://127.0.0.1:0"], Mail = mail, Post = server.PostAsync, Clock = server.Clock };
        options = change is null ? options : change(options);
        server._app = ReadoutServer.Build(options);
        await server._app.StartAsync();

        // The loop looks each second of the machine's clock, and would take a slow test's messages before its round does.
        if (options.Clock == server.Clock)
        {
            await server._app.Services.GetServices<IHostedService>().OfType<DeliveryLoop>().Single().StopAsync(CancellationToken.None);
        }

        server.Url = server._app.Urls.First();
        server.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Url) };
        return server;
    }

    /// <summary>Adds the samples that somebody is waiting for.</summary>
    public void AddSamples()
    {
        foreach (ReportReading reading in SampleReadings.All())
        {
            Store.Add(reading);
        }
    }

    /// <summary>Lets messages settle and runs a round.</summary>
    public async Task<int> RoundAsync(TimeSpan? later = null)
    {
        Clock.Move(later ?? TimeSpan.FromMinutes(2));
        return await Round.RunAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Store.Dispose();
        _web.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<PostAnswer> PostAsync(OutgoingPost post, CancellationToken cancellation)
    {
        using var body = new ReadOnlyMemoryContent(post.Body);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        FetchResult answer = await _web.PostAsync(post.Address, body, post.Headers, cancellation);
        return new PostAnswer(answer.Status == 0 ? null : answer.Status, answer.Message);
    }
}
