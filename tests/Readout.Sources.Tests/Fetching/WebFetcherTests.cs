using System.IO.Compression;
using System.Net;
using System.Text;
using Readout.Sources.Fetching;

namespace Readout.Sources.Tests.Fetching;

public sealed class WebFetcherTests
{
    private static FetchOptions Options(TinySite site) => new()
    {
        AllowedHosts = new HashSet<string> { site.Host },
        Timeout = TimeSpan.FromSeconds(5),
        MaxBytes = 1 << 20,
        UserAgent = "ReadoutTest/1.0 (+https://desk.example)",
    };

    private static async Task<FetchResult> FetchAsync(TinySite site, string path, FetchOptions? options = null)
    {
        using var fetcher = new WebFetcher(options ?? Options(site), TimeProvider.System);
        return await fetcher.FetchAsync(new FetchRequest(site.At(path)), CancellationToken.None);
    }

    [Fact]
    public async Task A_page_comes_with_its_headers_and_our_identity_goes_with_the_request()
    {
        using var site = new TinySite(_ => TinyAnswer.Html("<p>Hello</p>", "ETag: \"a1\"", "Cache-Control: public, max-age=600", "Age: 100"));
        FetchResult result = await FetchAsync(site, "/a");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal("<p>Hello</p>", Encoding.UTF8.GetString(result.Body.Span));
        Assert.Equal("\"a1\"", result.EntityTag);
        Assert.Equal(TimeSpan.FromSeconds(500), result.Freshness);
        Assert.Equal("ReadoutTest/1.0 (+https://desk.example)", site.Requests.Single().Headers["User-Agent"]);
    }

    [Fact]
    public async Task A_conditional_request_sends_both_validators_and_takes_304()
    {
        using var site = new TinySite(r => r.Headers.GetValueOrDefault("If-None-Match") == "\"a1\"" && r.Headers.ContainsKey("If-Modified-Since") ? TinyAnswer.Status(304) : TinyAnswer.Html("x"));
        using var fetcher = new WebFetcher(Options(site), TimeProvider.System);
        FetchResult result = await fetcher.FetchAsync(new FetchRequest(site.At("/"), "\"a1\"", "Tue, 11 Mar 2031 18:20:00 GMT"), CancellationToken.None);

        Assert.Equal(FetchOutcome.NotModified, result.Outcome);
        Assert.True(result.IsSuccess);
    }

    [Fact]
    public async Task Redirects_are_recorded_and_only_permanent_ones_move_the_address()
    {
        using var site = new TinySite(r => r.Path switch
        {
            "/a" => TinyAnswer.Status(301, "Location: /b"),
            "/b" => TinyAnswer.Status(308, "Location: /c#part"),
            "/c" => TinyAnswer.Status(302, "Location: /d"),
            _ => TinyAnswer.Html("end"),
        });
        FetchResult result = await FetchAsync(site, "/a");

        Assert.Equal(FetchOutcome.Fetched, result.Outcome);
        Assert.Equal(site.At("/d"), result.FinalAddress);
        Assert.Equal([301, 308, 302], result.Redirects.Select(r => r.Status));
        Assert.Equal(site.At("/c"), result.MovedTo);
    }

    [Theory]
    [InlineData("/loop", FetchOutcome.RedirectLoop)]
    [InlineData("/far/0", FetchOutcome.TooManyRedirects)]
    [InlineData("/file", FetchOutcome.SchemeRefused)]
    [InlineData("/private", FetchOutcome.AddressRefused)]
    [InlineData("/metadata", FetchOutcome.AddressRefused)]
    [InlineData("/mapped", FetchOutcome.AddressRefused)]
    [InlineData("/nowhere", FetchOutcome.BadResponse)]
    [InlineData("/404", FetchOutcome.NotFound)]
    [InlineData("/410", FetchOutcome.Gone)]
    [InlineData("/403", FetchOutcome.Forbidden)]
    [InlineData("/429", FetchOutcome.TooManyRequests)]
    [InlineData("/503", FetchOutcome.ServerError)]
    [InlineData("/huge", FetchOutcome.TooLarge)]
    [InlineData("/endless", FetchOutcome.TooLarge)]
    [InlineData("/bomb", FetchOutcome.DecompressionRefused)]
    [InlineData("/brokengzip", FetchOutcome.DecompressionRefused)]
    [InlineData("/garbage", FetchOutcome.BadResponse)]
    [InlineData("/cut", FetchOutcome.ConnectionFailed)]
    public async Task Every_failure_is_a_value(string path, FetchOutcome expected)
    {
        using var site = new TinySite(r => r.Path switch
        {
            "/loop" => TinyAnswer.Status(302, "Location: /loop2"),
            "/loop2" => TinyAnswer.Status(302, "Location: /loop"),
            "/file" => TinyAnswer.Status(302, "Location: file:///etc/passwd"),
            "/private" => TinyAnswer.Status(302, "Location: http://10.1.2.3/"),
            "/metadata" => TinyAnswer.Status(302, "Location: http://169.254.169.254/latest"),
            "/mapped" => TinyAnswer.Status(302, "Location: http://[::ffff:127.0.0.1]:1/"),
            "/nowhere" => TinyAnswer.Status(302),
            "/huge" => new TinyAnswer("HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n"u8.ToArray()),
            "/endless" => new TinyAnswer([.. "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8, .. new byte[3 << 20]]),
            "/bomb" => TinyAnswer.Of(200, Gzip(new byte[50 << 20]), "Content-Encoding: gzip"),
            "/brokengzip" => TinyAnswer.Of(200, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF], "Content-Encoding: gzip"),
            "/garbage" => new TinyAnswer("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray()),
            "/cut" => new TinyAnswer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"u8.ToArray()),
            var p when p.StartsWith("/far/", StringComparison.Ordinal) => TinyAnswer.Status(302, $"Location: /far/{p.Length}{p[5..]}"),
            var p => TinyAnswer.Status(int.Parse(p[1..])),
        });
        FetchResult result = await FetchAsync(site, path);

        Assert.Equal(expected, result.Outcome);
        Assert.False(string.IsNullOrEmpty(result.Message));
        Assert.True(result.Body.IsEmpty);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_in_time()
    {
        using var site = new TinySite(_ => new TinyAnswer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhal"u8.ToArray(), Hangs: true));
        FetchResult result = await FetchAsync(site, "/", Options(site) with { Timeout = TimeSpan.FromMilliseconds(400) });

        Assert.Equal(FetchOutcome.TimedOut, result.Outcome);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Packed_bodies_are_unpacked(string coding)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The talks went on. ", 1000)));
        using var packed = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(packed, CompressionMode.Compress, true) : new GZipStream(packed, CompressionMode.Compress, true))
        {
            stream.Write(text);
        }

        using var site = new TinySite(_ => TinyAnswer.Of(200, packed.ToArray(), $"Content-Encoding: {coding}"));
        FetchResult result = await FetchAsync(site, "/");

        Assert.Equal(text, result.Body.ToArray());
    }

    [Fact]
    public async Task Loopback_is_refused_unless_allowed_by_name()
    {
        using var site = new TinySite(_ => TinyAnswer.Html("secret"));
        FetchResult result = await FetchAsync(site, "/", new FetchOptions());

        Assert.Equal(FetchOutcome.AddressRefused, result.Outcome);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_public_name_that_leads_to_a_private_address_is_refused()
    {
        using var site = new TinySite(_ => TinyAnswer.Html("secret"));
        using var fetcher = new WebFetcher(new FetchOptions(), TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback]));
        FetchResult result = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://news.example:{site.At("/").Port}/")), CancellationToken.None);

        Assert.Equal(FetchOutcome.AddressRefused, result.Outcome);
        Assert.Empty(site.Requests);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fe80::1%1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b:1::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("ff02::1", false)]
    public void Addresses_are_judged(string address, bool isPublic) => Assert.Equal(isPublic, NetworkAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("120", 120)]
    [InlineData("99999999", 604800)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("Tue, 11 Mar 2031 18:30:00 GMT", 600)]
    public void Retry_after_is_read_and_bounded(string value, int? seconds)
    {
        var result = new FetchResult
        {
            Outcome = FetchOutcome.TooManyRequests,
            Address = new Uri("http://a.example/"),
            FinalAddress = new Uri("http://a.example/"),
            Captured = new DateTimeOffset(2031, 3, 11, 18, 20, 0, TimeSpan.Zero),
            Headers = [new("retry-after", value)],
        };
        Assert.Equal(seconds, result.RetryAfter?.TotalSeconds);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
