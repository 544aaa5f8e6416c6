using Microsoft.Playwright;
using Readout.Server.Accounts;
using Readout.Server.Tests.Delivering;
using Readout.Server.Watching;
using Readout.Store.Accounts;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Browser;

/// <summary>Signing in, roles and first use as a person meets them.</summary>
public sealed class AccountBrowserTests(BrowserServer browser) : IClassFixture<BrowserServer>
{
    private const string Password = "four words unlike another";

    [BrowserFact]
    public async Task An_administrator_signs_in_makes_a_reader_and_reads_the_trail()
    {
        await using DeskServer server = await Start();
        IPage page = await browser.Page();
        await page.GotoAsync(server.Url + "/meetings");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign in" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Main" })).ToHaveCountAsync(0);
        await SignIn(page, "eva", "not this one at all");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Name or password is wrong.");
        await SignIn(page, "eva", Password);
        await page.WaitForURLAsync("**/meetings");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "eva" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Accounts" }).ClickAsync();
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("rita");
        await page.GetByLabel("Password, 12 characters or more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new PageGetByRoleOptions { Name = "rita" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Audit trail" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("sign in failed");

        IPage readers = await browser.Page();
        await readers.GotoAsync(server.Url + "/users");
        await SignIn(readers, "rita", Password);
        await Assertions.Expect(readers.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Your account may not do this" })).ToBeVisibleAsync();
        await readers.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "rita" }).ClickAsync();
        await readers.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(readers.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [AxeFact]
    public async Task Pages_of_accounts_have_no_accessibility_violation_and_fit_a_phone()
    {
        await using DeskServer server = await Start();
        server.Store.Accounts.Add("rita", AccountRole.Reader, "none");
        server.Store.Accounts.AddToken("eva", "script of the archive", "hash");
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            IPage page = await browser.Page(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true, ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
            await page.GotoAsync(server.Url + "/login");
            await Check(page, "/login", scheme);
            await SignIn(page, "eva", Password);
            foreach (string path in (string[])["/account", "/users", "/audit", "/follow", "/"])
            {
                await page.GotoAsync(server.Url + path);
                await Check(page, path, scheme);
            }
        }
    }

    [AxeFact]
    public async Task An_empty_store_says_what_to_do_reads_the_samples_and_shows_how_far_it_is()
    {
        Store.ReportReading[] samples = [.. SampleReadings.All()];
        using var rest = new SemaphoreSlim(0);
        Store.IRecordStore? store = null;
        var progress = new IntakeProgress();
        await using DeskServer server = await DeskServer.StartAsync(change: options => options with
        {
            Clock = TimeProvider.System,
            Progress = progress,
            Samples = SampleReadings.Folder,
            Intake = async (paths, stop) =>
            {
                Assert.Equal([SampleReadings.Folder], paths);
                using IDisposable run = progress.Begin();
                progress.Count(failed: true);
                await rest.WaitAsync(stop);
                foreach (Store.ReportReading sample in samples)
                {
                    store!.Add(sample);
                }
            },
        });
        store = server.Store;
        IPage page = await browser.Page(new BrowserNewContextOptions { BypassCSP = true });
        await page.GotoAsync(server.Url);
        await Assertions.Expect(page.Locator("ol.lead li")).ToHaveCountAsync(3);
        await Check(page, "/ (empty)", ColorScheme.Light);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the samples" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-reading]")).ToHaveTextAsync("Reading reports: 1 done, 1 could not be read; the log names them");
        rest.Release();

        // The empty page turns into the record by itself once reading has ended.
        await Assertions.Expect(page.Locator(".entry").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-reading]")).ToBeHiddenAsync();
    }

    private static async Task Check(IPage page, string path, ColorScheme scheme)
    {
        int wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wider <= 0, $"{path} is {wider} pixels too wide");
        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = AxeFactAttribute.Script! });
        string violations = await page.EvaluateAsync<string>(BrowserServer.Axe);
        Assert.True(violations.Length == 0, $"{path} ({scheme}): {violations}");
    }

    private static async Task SignIn(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
    }

    private static async Task<DeskServer> Start()
    {
        DeskServer server = await DeskServer.StartAsync(change: options => options with { PublicUrl = new Uri("http://127.0.0.1"), Clock = TimeProvider.System });
        server.Store.Accounts.Add("eva", AccountRole.Admin, Passwords.Hash("eva", Password));
        return server;
    }
}
