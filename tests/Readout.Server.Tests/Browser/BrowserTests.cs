using Microsoft.Playwright;

namespace Readout.Server.Tests.Browser;

public sealed class BrowserTests(BrowserServer server) : IClassFixture<BrowserServer>
{
    private static readonly string[] Pages =
    [
        "/", "/?speaker=Drost&kind=promise", "/meetings", "/commitments?asof=2024-03-01", "/actors", "/actors/person/matthias-eluwole-drost", "/reports", "/search?words=annex", "/search?words=zebra", "/nothing",
        "/pairs?a=person/matthias-eluwole-drost&b=person/ildiko-brandt-okafor", "/briefing?actor=person/matthias-eluwole-drost", "/corrections",
        "/today", "/today?asof=2023-12-10", "/briefing?new=2023-12-10", "/follow", "/follow/new?speaker=Drost&follow=search", "/follow/deliveries", "/sources",
        "/chronology", "/chronology?since=2023-12&until=2023-12", "/places", "/places/-/Caldermouth", "/outlets", "/outlets/Ostrevar%20Now",
    ];

    [BrowserFact]
    public async Task Pointing_at_a_cue_lights_its_content_and_source()
    {
        IPage page = await server.Page();
        await page.GotoAsync(server.Reader("agreement-update"));
        ILocator cue = page.Locator(".text a.cue.s4").First;
        ILocator content = page.Locator(".text .cnt.s4").First;
        string before = await Background(content);
        await cue.HoverAsync();
        await page.WaitForFunctionAsync("before => getComputedStyle(document.querySelector('.text .cnt.s4')).backgroundColor !== before", before);
        Assert.NotEqual(before, await Background(content));
        Assert.NotEqual(await Background(page.Locator(".text .cnt.s5").First), await Background(content));
    }

    [BrowserFact]
    public async Task A_mark_opens_its_fact_with_and_without_script()
    {
        foreach (bool script in (bool[])[true, false])
        {
            IPage page = await server.Page(new BrowserNewContextOptions { JavaScriptEnabled = script });
            await page.GotoAsync(server.Reader("agreement-update"));
            await page.Locator(".text a.cue.s4").First.ClickAsync();
            Assert.Contains("/statements/", page.Url, StringComparison.Ordinal);
            await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("We will share the bank");
        }

        IPage clicking = await server.Page();
        await clicking.GotoAsync(server.Reader("agreement-update"));
        await clicking.Locator(".text span.cnt.s4").First.ClickAsync();
        await clicking.WaitForURLAsync("**/statements/**");
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_content_search_and_notes()
    {
        IPage page = await server.Page();
        await page.GotoAsync(server.Reader("agreement-update"));
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#find")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("annex");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".words mark").First).ToHaveTextAsync("annex", new LocatorAssertionsToHaveTextOptions { IgnoreCase = true, Timeout = 20_000 });
    }

    [BrowserFact]
    public async Task Filters_make_an_address_that_can_be_kept()
    {
        IPage page = await server.Page();
        await page.GotoAsync(server.Url);
        await page.GetByText("Filter", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.Locator("#speaker").FillAsync("Achterby");
        await page.Locator("#kind").SelectOptionAsync("denial");
        await page.Locator(".filters button").ClickAsync();
        Assert.Contains("speaker=Achterby", page.Url, StringComparison.Ordinal);
        int shown = await page.Locator(".entry").CountAsync();
        Assert.True(shown > 0);
        await Assertions.Expect(page.Locator(".entry .name").First).ToContainTextAsync("Achterby");

        IPage kept = await server.Page();
        await kept.GotoAsync(page.Url);
        Assert.Equal(shown, await kept.Locator(".entry").CountAsync());
        Assert.Equal("Achterby", await kept.Locator("#speaker").InputValueAsync());
    }

    [BrowserFact]
    public async Task The_keyboard_zooms_from_a_decade_to_a_day_and_back()
    {
        IPage page = await server.Page();
        await page.GotoAsync(server.Url + "/chronology?since=2020&until=2029");
        foreach ((string column, string heading) in ((string, string)[])[("2023: ", "2023"), ("December 2023: ", "December 2023"), ("11 December 2023: ", "11 December 2023")])
        {
            await page.Locator($".plot a[aria-label^='{column}']").FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        }

        Assert.True(await page.Locator(".entry").CountAsync() > 0);
        await page.Locator(".zoom").GetByText("2023", new LocatorGetByTextOptions { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2023");
    }

    [BrowserFact]
    public async Task No_page_breaks_its_own_policy_or_scrolls_sideways_on_a_phone()
    {
        IPage page = await server.Page(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(server.Url, StringComparison.Ordinal))
            {
                complaints.Add("asked for " + request.Url);
            }
        };
        foreach (string path in Pages.Concat(server.FactPages).Append(server.Reader("agreement-update")[server.Url.Length..]))
        {
            await page.GotoAsync(server.Url + path);
            int wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wider <= 0, $"{path} is {wider} pixels too wide");
        }

        Assert.Empty(complaints);
    }

    [AxeFact]
    public async Task No_page_has_an_accessibility_violation()
    {
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            // Axe is a script of the test, not of the page: the policy would rightly refuse it.
            IPage page = await server.Page(new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true });
            foreach (string path in Pages.Concat(server.FactPages).Append(server.Reader("agreement-update")[server.Url.Length..]).Append(server.Reader("communique")[server.Url.Length..]))
            {
                await page.GotoAsync(server.Url + path);
                await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = AxeFactAttribute.Script! });
                string violations = await page.EvaluateAsync<string>(BrowserServer.Axe);
                Assert.True(violations.Length == 0, $"{path} ({scheme}): {violations}");
            }
        }
    }

    private static Task<string> Background(ILocator element) => element.EvaluateAsync<string>("e => getComputedStyle(e).backgroundColor");
}
