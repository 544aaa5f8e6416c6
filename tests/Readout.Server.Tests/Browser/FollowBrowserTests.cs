using Microsoft.Playwright;
using Readout.Server.Delivering;
using Readout.Server.Tests.Delivering;
using Readout.Tests.Shared;

namespace Readout.Server.Tests.Browser;

/// <summary>From a search to a mail and a webhook, as a reader does it.</summary>
public sealed class FollowBrowserTests(BrowserServer browser) : IClassFixture<BrowserServer>
{
    [BrowserFact]
    public async Task A_search_is_followed_and_what_comes_is_shown_mailed_and_posted()
    {
        using var mail = new SmtpReceiver();
        await using WebhookReceiver hook = await WebhookReceiver.StartAsync();
        var settings = new MailSettings { Host = "127.0.0.1", Port = mail.Port, From = "readout@example.org", UsesTls = false };
        await using DeskServer server = await DeskServer.StartAsync(settings, options => options with { Clock = TimeProvider.System }, "127.0.0.1");
        Store.ReportReading[] samples = [.. SampleReadings.All()];
        server.Store.Add(samples[0]);
        IPage page = await browser.Page();
        await page.GotoAsync(server.Url + "/search?speaker=Drost&type=statement");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Follow", Exact = true }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Drost speaks");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Follow" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Drost speaks" })).ToBeVisibleAsync();
        await Add(page, "email", "eva@example.org");
        await Add(page, "webhook", hook.Url);
        await page.GetByText("whsec_").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Go on" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-notices] .unread")).ToBeHiddenAsync();

        foreach (Store.ReportReading sample in samples)
        {
            server.Store.Add(sample);
        }

        // The page hears of it by itself; the list is there after a reload.
        await Assertions.Expect(page.Locator("[data-notices] .unread")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".notice").First).ToContainTextAsync("Drost");

        // The store's clock stands, so that its messages settle only when the test moves it.
        server.Clock.Move(TimeSpan.FromMinutes(2));
        for (int i = 0; i < 100 && (mail.Taken.IsEmpty || hook.Taken.IsEmpty); i++)
        {
            await Task.Delay(200);
        }

        Assert.Single(mail.Taken);
        Assert.Single(hook.Taken);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Log of messages" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("sent");
        await page.GotoAsync(server.Url + "/follow");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Mark as read" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-notices] .unread")).ToBeHiddenAsync();
    }

    private static async Task Add(IPage page, string kind, string address)
    {
        if (!await page.GetByLabel("Address").IsVisibleAsync())
        {
            await page.GetByText("Add an address").ClickAsync();
        }

        await page.GetByLabel("By").SelectOptionAsync(kind);
        await page.GetByLabel("Address").FillAsync(address);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add", Exact = true }).ClickAsync();
    }
}
