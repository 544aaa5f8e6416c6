using Microsoft.Playwright;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Tests.Browser;

/// <summary>A running server and one headless browser.</summary>
public sealed class BrowserServer : IAsyncLifetime
{
    /// <summary>Runs axe-core, which the page must have loaded, and gives a line for each violation.</summary>
    public const string Axe =
        "axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })"
        + ".then(found => found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | ')).join('\\n'))";

    private readonly RunningServer _server = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Url => _server.Url;

    internal IRecordStore Store => _server.Store;

    /// <summary>Paths of the pages of some statements, meetings and commitments.</summary>
    public IEnumerable<string> FactPages => ((FactType[])[FactType.Statement, FactType.Meeting, FactType.Commitment])
        .SelectMany(type => _server.Store.Facts(new FactQuery { Types = [type], Limit = 3 }).Items.Select(fact => $"/{RecordNames.Of(type)}s/{fact.Id}"));

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        if (File.Exists(BrowserFactAttribute.Chromium))
        {
            // On a machine that does other work a page may take more than the five seconds that Playwright waits of itself.
            Assertions.SetDefaultExpectTimeout(30_000);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserFactAttribute.Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>A fresh page; its context goes with it.</summary>
    public async Task<IPage> Page(BrowserNewContextOptions? options = null)
    {
        IBrowserContext context = await _browser!.NewContextAsync(options);
        IPage page = await context.NewPageAsync();

        // A machine that builds at the same time is slow; a test that fails fails after this long.
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return page;
    }

    /// <summary>Address of the reader of a sample.</summary>
    public string Reader(string sample) => $"{Url}/reports/{ReportKey.Of(RunningServer.Sample(sample).Report.Id)}";
}
