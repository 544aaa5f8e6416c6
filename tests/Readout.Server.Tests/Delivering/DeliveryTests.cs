using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Readout.Server.Delivering;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Tests.Delivering;

public sealed class DeliveryTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("0123456789abcdef");

    [Fact]
    public async Task What_is_found_goes_out_as_one_mail_with_sources_and_links()
    {
        using var receiver = new SmtpReceiver();
        await using DeskServer server = await DeskServer.StartAsync(Mail(receiver.Port));
        Follow(server);
        server.Store.Notices.AddDestination(Email());
        server.AddSamples();
        Assert.Equal(0, await server.Round.RunAsync(CancellationToken.None));
        Assert.Equal(1, await server.RoundAsync());

        string mail = Assert.Single(receiver.Taken);
        Assert.Contains("To: eva@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <", mail, StringComparison.OrdinalIgnoreCase);
        string text = Body(mail);
        Assert.Contains("Drost on anything", text, StringComparison.Ordinal);
        Assert.Contains(server.Url + "/statements/", text, StringComparison.Ordinal);
        Assert.Contains(server.Url + "/follow", text, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Sent, Assert.Single(server.Store.Notices.Deliveries("")).State);
        Assert.Equal(0, await server.RoundAsync());
    }

    [Fact]
    public async Task What_two_searches_find_is_told_once()
    {
        using var receiver = new SmtpReceiver();
        await using DeskServer server = await DeskServer.StartAsync(Mail(receiver.Port));
        Follow(server);
        Follow(server);
        server.Store.Notices.AddDestination(Email());
        server.AddSamples();
        await server.RoundAsync();
        string text = Body(Assert.Single(receiver.Taken));
        string[] links = [.. text.Split('\n').Where(line => line.Contains("/statements/", StringComparison.Ordinal))];
        Assert.NotEmpty(links);
        Assert.Equal(links.Distinct(), links);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again_under_the_same_id()
    {
        int port;
        using (var gone = new SmtpReceiver())
        {
            port = gone.Port;
        }

        await using DeskServer server = await DeskServer.StartAsync(Mail(port));
        Follow(server);
        server.Store.Notices.AddDestination(Email());
        server.AddSamples();
        await server.RoundAsync();
        Delivery failed = Assert.Single(server.Store.Notices.Deliveries(""));
        Assert.Equal(DeliveryState.Open, failed.State);
        Assert.NotNull(failed.Error);
        Assert.InRange(failed.DueAt - server.Clock.GetUtcNow(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90));

        for (int i = 0; i < 40 && server.Store.Notices.Deliveries("")[0].State == DeliveryState.Open; i++)
        {
            await server.RoundAsync(TimeSpan.FromHours(10));
        }

        Delivery given = server.Store.Notices.Deliveries("")[0];
        Assert.Equal(DeliveryState.Failed, given.State);
        Assert.Equal(RetrySchedule.MostAttempts, given.Attempts);
        Assert.Equal(failed.MessageId, given.MessageId);
    }

    [Fact]
    public async Task Mail_never_goes_in_the_clear_nor_to_a_server_that_is_not_trusted()
    {
        using var clear = new SmtpReceiver();
        using var stranger = new SmtpReceiver(tls: true);
        foreach (SmtpReceiver receiver in (SmtpReceiver[])[clear, stranger])
        {
            await using DeskServer server = await DeskServer.StartAsync(Mail(receiver.Port) with { UsesTls = true, Host = "localhost" });
            Follow(server);
            server.Store.Notices.AddDestination(Email());
            server.AddSamples();
            await server.RoundAsync();
            Assert.NotNull(server.Store.Notices.Deliveries("")[0].Error);
            Assert.Empty(receiver.Taken);
            Assert.DoesNotContain(receiver.Commands, line => line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_recipient_whom_the_mail_server_does_not_know_is_given_up()
    {
        using var receiver = new SmtpReceiver { RecipientAnswer = "550 no such mailbox" };
        await using DeskServer server = await DeskServer.StartAsync(Mail(receiver.Port));
        Follow(server);
        server.Store.Notices.AddDestination(Email());
        server.AddSamples();
        await server.RoundAsync();
        Assert.Equal(DeliveryState.Failed, server.Store.Notices.Deliveries("")[0].State);
    }

    [Fact]
    public async Task A_webhook_is_signed_and_comes_again_under_one_id_until_it_is_taken()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answers.Enqueue(500);
        receiver.Answers.Enqueue(429);
        await using DeskServer server = await DeskServer.StartAsync(webhookHosts: "127.0.0.1");
        Follow(server);
        server.Store.Notices.AddDestination(Webhook(receiver.Url));
        server.AddSamples();
        for (int i = 0; i < 3; i++)
        {
            await server.RoundAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(3, receiver.Taken.Count);
        Assert.Single(receiver.Taken.Select(post => post.Headers["webhook-id"]).Distinct());
        Assert.Equal(3, receiver.Taken.Select(post => post.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.All(receiver.Taken, post => Assert.Equal("v1," + Signature(post.Headers, post.Body), post.Headers["webhook-signature"]));
        Assert.Equal(DeliveryState.Sent, server.Store.Notices.Deliveries("")[0].State);
        JsonNode body = JsonNode.Parse(receiver.Taken.First().Body)!;
        Assert.Equal("readout.notices", (string?)body["type"]);
        Assert.True(body["data"]!["notices"]!.AsArray().Count > 1);
        Assert.StartsWith(server.Url + "/statements/", (string?)body["data"]!["notices"]![0]!["url"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://2130706433/")]
    public async Task A_webhook_reaches_no_private_network(string address)
    {
        await using DeskServer server = await DeskServer.StartAsync();
        Follow(server);
        server.Store.Notices.AddDestination(Webhook(address));
        server.AddSamples();
        await server.RoundAsync();
        Assert.Contains("private network", server.Store.Notices.Deliveries("")[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_says_gone_gets_nothing_more()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answers.Enqueue(410);
        await using DeskServer server = await DeskServer.StartAsync(webhookHosts: "127.0.0.1");
        Follow(server);
        server.Store.Notices.AddDestination(Webhook(receiver.Url));
        server.AddSamples();
        await server.RoundAsync();
        Assert.Empty(server.Store.Notices.Destinations(""));
        Assert.Equal(0, await server.RoundAsync(TimeSpan.FromDays(1)));
        Assert.Single(receiver.Taken);
    }

    [Fact]
    public async Task One_destination_that_hangs_keeps_no_other_waiting()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using DeskServer server = await DeskServer.StartAsync(webhookHosts: "127.0.0.1");
        Follow(server);
        server.Store.Notices.AddDestination(Webhook($"http://127.0.0.1:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/"));
        server.Store.Notices.AddDestination(Webhook(receiver.Url));
        server.AddSamples();
        Task<int> round = server.RoundAsync();
        for (int i = 0; i < 100 && receiver.Taken.IsEmpty; i++)
        {
            await Task.Delay(50);
        }

        Assert.False(round.IsCompleted);
        Assert.Single(receiver.Taken);
        Assert.Equal(2, await round);
        Assert.Contains("not done within", server.Store.Notices.Deliveries("").Single(one => one.State == DeliveryState.Open).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Tries_are_spread_and_end_after_a_day_and_a_half()
    {
        string[] ids = [.. Enumerable.Range(0, 200).Select(i => new Guid(i, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]).ToString())];
        foreach (string id in ids)
        {
            TimeSpan all = TimeSpan.Zero;
            for (int attempt = 1; attempt < RetrySchedule.MostAttempts; attempt++)
            {
                TimeSpan wait = RetrySchedule.After(id, attempt)!.Value;
                double doubled = Math.Min(360, Math.Pow(2, attempt - 1));
                Assert.InRange(wait.TotalMinutes, doubled * 0.5, doubled * 1.5);
                all += wait;
            }

            Assert.Null(RetrySchedule.After(id, RetrySchedule.MostAttempts));
            Assert.InRange(all.TotalHours, 16, 50);
        }

        Assert.True(ids.Select(id => RetrySchedule.After(id, 3)).Distinct().Count() > 150);
    }

    private static void Follow(DeskServer server) => server.Store.Notices.Subscribe("", new SubscriptionDraft
    {
        Name = "Drost on anything",
        Kind = SubscriptionKind.Search,
        Query = new FactQuery { Speaker = "Drost", Types = [FactType.Statement] },
    });

    private static MailSettings Mail(int port) => new() { Host = "127.0.0.1", Port = port, From = "readout@example.org", UsesTls = false };

    private static Destination Email() => new() { Owner = "", Kind = DestinationKind.Email, Address = "eva@example.org" };

    private static Destination Webhook(string url) => new() { Owner = "", Kind = DestinationKind.Webhook, Address = url, Secret = "whsec_" + Convert.ToBase64String(Key) };

    private static string Body(string mail)
    {
        int end = mail.IndexOf("\n\n", StringComparison.Ordinal);
        string body = mail[(end + 2)..];
        return mail[..end].Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))) : body;
    }

    private static string Signature(IReadOnlyDictionary<string, string> headers, byte[] body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Key, (byte[])[.. Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}."), .. body]));
}
