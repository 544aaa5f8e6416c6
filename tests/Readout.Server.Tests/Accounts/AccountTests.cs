using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Readout.Server.Accounts;
using Readout.Server.Tests.Delivering;
using Readout.Server.Tests.Following;
using Readout.Store.Accounts;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Tests.Accounts;

public sealed class AccountTests
{
    private const string Password = "four words unlike another";

    [Theory]
    [InlineData("/")]
    [InlineData("/search?words=annex")]
    [InlineData("/follow")]
    [InlineData("/users")]
    [InlineData("/audit")]
    [InlineData("/nothing/here")]
    public async Task A_stranger_sees_the_page_to_sign_in_on_and_nothing_else(string path)
    {
        await using DeskServer server = await Start();
        using HttpResponseMessage page = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
        Assert.Equal("/login?next=" + Uri.EscapeDataString(path), page.Headers.Location!.ToString());
        using HttpResponseMessage api = await server.Client.GetAsync(new Uri("/api/v1/status", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Signing_in_leads_back_and_signing_out_ends_it()
    {
        await using DeskServer server = await Start();
        using var reader = new FormClient(server.Url);
        using HttpResponseMessage wrong = await reader.SendAsync("/login", "/login", ("name", "eva"), ("password", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Contains("Name or password is wrong", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using HttpResponseMessage right = await reader.SendAsync("/login", "/login", ("name", "Eva"), ("password", Password), ("next", "/meetings"));
        Assert.Equal("/meetings", right.Headers.Location!.ToString());
        string cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"), one => one.StartsWith("readout=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(">eva</a>", await reader.PageAsync("/"), StringComparison.Ordinal);

        using HttpResponseMessage ended = await reader.SendAsync("/account", "/logout");
        using HttpResponseMessage after = await reader.GetAsync("/");
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
        Assert.Equal(["POST /logout", "sign in eva", "sign in failed eva"], server.Store.Accounts.Audit().Select(entry => $"{entry.Action} {entry.Subject}"));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string next)
    {
        await using DeskServer server = await Start();
        using var reader = new FormClient(server.Url);
        using HttpResponseMessage right = await reader.SendAsync("/login", "/login", ("name", "eva"), ("password", Password), ("next", next));
        Assert.Equal("/", right.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Behind_a_proxy_with_tls_cookies_are_secret_and_other_names_are_refused()
    {
        await using DeskServer server = await Start(options => options with { PublicUrl = new Uri("https://desk.example") });
        using var page = new HttpRequestMessage(HttpMethod.Get, new Uri("/login", UriKind.Relative));
        page.Headers.Host = "desk.example";
        using HttpResponseMessage login = await server.Client.SendAsync(page);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.All(login.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("max-age=31536000", login.Headers.GetValues("Strict-Transport-Security").Single());

        using var other = new HttpRequestMessage(HttpMethod.Get, new Uri("/login", UriKind.Relative));
        other.Headers.Host = "evil.example";
        using HttpResponseMessage refused = await server.Client.SendAsync(other);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Each_role_does_what_it_may()
    {
        await using DeskServer server = await Start();
        server.Store.Accounts.Add("rita", AccountRole.Reader, Passwords.Hash("rita", Password));
        server.Store.Accounts.Add("edo", AccountRole.Editor, Passwords.Hash("edo", Password));
        server.AddSamples();
        string fact = server.Store.Facts(new FactQuery { Types = [FactType.Statement], Limit = 1 }).Items[0].Id;
        (string Name, HttpStatusCode Correct, HttpStatusCode Follow, HttpStatusCode Users)[] expected =
        [
            ("rita", HttpStatusCode.Forbidden, HttpStatusCode.SeeOther, HttpStatusCode.Forbidden), ("edo", HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Forbidden),
            ("eva", HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.OK),
        ];
        foreach ((string name, HttpStatusCode correct, HttpStatusCode follow, HttpStatusCode users) in expected)
        {
            using FormClient client = await SignIn(server, name);
            using HttpResponseMessage corrected = await client.SendAsync("/follow/new", "/corrections", ("fact", fact), ("do", "accepted"), ("author", "Somebody Else"), ("back", "/corrections"));
            Assert.Equal(correct, corrected.StatusCode);
            string html = await client.PageAsync("/statements/" + fact);
            Assert.DoesNotContain("id=\"author\"", html, StringComparison.Ordinal);
            Assert.Equal(correct == HttpStatusCode.SeeOther, html.Contains($"as <strong>{name}</strong>", StringComparison.Ordinal));
            using HttpResponseMessage followed = await client.SendAsync("/follow/new", "/follow?words=annex", ("name", "Annex"), ("follow", "search"));
            Assert.Equal(follow, followed.StatusCode);
            foreach (string path in (string[])["/users", "/audit"])
            {
                using HttpResponseMessage page = await client.GetAsync(path);
                Assert.Equal(users, page.StatusCode);
            }

            Assert.Single(server.Store.Notices.Subscriptions(name));
        }

        Assert.Equal([("edo", true), ("eva", true)], server.Store.Corrections(fact).Select(correction => (correction.Author, correction.IsAccount)));
        Assert.Contains(server.Store.Accounts.Audit(), entry => entry is { Actor: "edo", Action: "POST", Subject: "/corrections" });
        Assert.DoesNotContain(server.Store.Accounts.Audit(), entry => entry is { Actor: "rita", Subject: "/corrections" });
    }

    [Fact]
    public async Task Nobody_touches_what_another_follows()
    {
        await using DeskServer server = await Start();
        server.Store.Accounts.Add("rita", AccountRole.Admin, Passwords.Hash("rita", Password));
        Subscription evas = server.Store.Notices.Subscribe("eva", new SubscriptionDraft { Name = "Secret source", Kind = SubscriptionKind.Search });
        using FormClient rita = await SignIn(server, "rita");
        using HttpResponseMessage ended = await rita.SendAsync("/follow/new", $"/follow/{evas.Id}/end");
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
        Assert.DoesNotContain("Secret source", await rita.PageAsync("/follow?only=" + evas.Id), StringComparison.Ordinal);
        Assert.Single(server.Store.Notices.Subscriptions("eva"));
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        await using DeskServer server = await Start();
        using var reader = new FormClient(server.Url);
        for (int i = 0; i < 5; i++)
        {
            using HttpResponseMessage wrong = await reader.SendAsync("/login", "/login", ("name", "eva"), ("password", "guess " + i));
        }

        using HttpResponseMessage locked = await reader.SendAsync("/login", "/login", ("name", "eva"), ("password", Password));
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);
        Assert.Contains("too many", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        server.Clock.Move(TimeSpan.FromMinutes(1));
        using HttpResponseMessage open = await reader.SendAsync("/login", "/login", ("name", "eva"), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, open.StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_by_address()
    {
        await using DeskServer server = await Start();
        var statuses = new List<HttpStatusCode>();
        using var reader = new FormClient(server.Url);
        for (int i = 0; i < 12; i++)
        {
            using HttpResponseMessage answer = await reader.PostAsync("/login", ("name", "nobody" + i), ("password", "guess"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, statuses.Take(10));
    }

    [Fact]
    public async Task A_new_password_or_role_ends_open_sessions()
    {
        await using DeskServer server = await Start();
        server.Store.Accounts.Add("rita", AccountRole.Admin, Passwords.Hash("rita", Password));
        using FormClient rita = await SignIn(server, "rita");
        using FormClient elsewhere = await SignIn(server, "rita");
        using HttpResponseMessage weak = await rita.SendAsync("/account", "/account/password", ("old", Password), ("password", "short"));
        Assert.Equal(HttpStatusCode.BadRequest, weak.StatusCode);
        using HttpResponseMessage changed = await rita.SendAsync("/account", "/account/password", ("old", Password), ("password", "other words entirely here"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        using HttpResponseMessage here = await rita.GetAsync("/account");
        using HttpResponseMessage there = await elsewhere.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, there.StatusCode);
        server.Clock.Move(TimeSpan.FromHours(13));
        using HttpResponseMessage tomorrow = await rita.GetAsync("/account");
        Assert.Equal(HttpStatusCode.SeeOther, tomorrow.StatusCode);
    }

    [Fact]
    public async Task A_token_reads_and_writes_and_a_session_of_another_site_does_not()
    {
        await using DeskServer server = await Start();
        server.AddSamples();
        string fact = server.Store.Facts(new FactQuery { Types = [FactType.Statement], Limit = 1 }).Items[0].Id;
        using FormClient eva = await SignIn(server, "eva");
        using HttpResponseMessage made = await eva.SendAsync("/account", "/account/tokens", ("name", "script"));
        string html = await made.Content.ReadAsStringAsync();
        int start = html.IndexOf("readout_", StringComparison.Ordinal);
        string token = html[start..html.IndexOf('<', start)];
        foreach (string file in (string[])[server.StorePath, server.StorePath + "-wal"])
        {
            await using FileStream stored = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(stored, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(token, await text.ReadToEndAsync(), StringComparison.Ordinal);
        }

        using HttpResponseMessage written = await Correct(server.Client, fact, token);
        Assert.Equal(HttpStatusCode.Created, written.StatusCode);
        Assert.Equal("eva", Assert.Single(server.Store.Corrections(fact)).Author);
        using HttpResponseMessage unknown = await Correct(server.Client, fact, "readout_nothing");
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        using HttpResponseMessage stranger = await Correct(server.Client, fact, null);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);

        using HttpResponseMessage ended = await eva.SendAsync("/account", $"/account/tokens/{server.Store.Accounts.Tokens("eva")[0].Id}/end");
        using HttpResponseMessage dead = await Correct(server.Client, fact, token);
        Assert.Equal(HttpStatusCode.Unauthorized, dead.StatusCode);
    }

    [Fact]
    public async Task Administrators_manage_accounts_and_the_last_one_stays()
    {
        await using DeskServer server = await Start();
        using FormClient eva = await SignIn(server, "eva");
        using HttpResponseMessage added = await eva.SendAsync("/users", "/users", ("name", "rita"), ("role", "editor"), ("password", Password));
        Assert.Equal(AccountRole.Editor, server.Store.Accounts.Find("rita")!.Role);
        using HttpResponseMessage raised = await eva.SendAsync("/users", "/users/rita/role", ("role", "reader"));
        Assert.Equal(AccountRole.Reader, server.Store.Accounts.Find("rita")!.Role);
        using HttpResponseMessage last = await eva.SendAsync("/users", "/users/eva/remove");
        Assert.Equal(HttpStatusCode.BadRequest, last.StatusCode);
        Assert.Contains("only administrator", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using HttpResponseMessage removed = await eva.SendAsync("/users", "/users/rita/remove");
        Assert.Null(server.Store.Accounts.Find("rita"));
        Assert.Contains("/users/rita/role", await eva.PageAsync("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_readers_page_is_never_anothers_from_a_cache()
    {
        await using DeskServer server = await Start();
        server.Store.Accounts.Add("rita", AccountRole.Reader, Passwords.Hash("rita", Password));
        using FormClient eva = await SignIn(server, "eva");
        using FormClient rita = await SignIn(server, "rita");
        using HttpResponseMessage evas = await eva.GetAsync("/");
        using HttpResponseMessage ritas = await rita.GetAsync("/");
        Assert.NotEqual(evas.Headers.ETag, ritas.Headers.ETag);
        Assert.True(evas.Headers.CacheControl!.Private);
    }

    private static async Task<DeskServer> Start(Func<ServerOptions, ServerOptions>? change = null)
    {
        DeskServer server = await DeskServer.StartAsync(change: options => (change ?? (same => same))(options with { PublicUrl = new Uri("http://127.0.0.1") }));
        server.Store.Accounts.Add("eva", AccountRole.Admin, Passwords.Hash("eva", Password));
        return server;
    }

    private static async Task<FormClient> SignIn(DeskServer server, string name)
    {
        var client = new FormClient(server.Url);
        using HttpResponseMessage signed = await client.SendAsync("/login", "/login", ("name", name), ("password", Password));
        Assert.Equal(HttpStatusCode.SeeOther, signed.StatusCode);
        return client;
    }

    private static async Task<HttpResponseMessage> Correct(HttpClient client, string fact, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/corrections", UriKind.Relative))
        {
            Content = JsonContent.Create(new { fact, field = "verdict", value = "accepted", author = "Somebody Else" }),
        };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
