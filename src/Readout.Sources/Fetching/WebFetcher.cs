using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Readout.Sources.Archives;

namespace Readout.Sources.Fetching;

/// <summary>
/// Fetches over HTTP: redirects by hand, each checked and recorded; sizes, ratio and time bounded; private addresses refused at the connection.
/// It asks nobody's leave: <see cref="PoliteFetcher"/> does. Thread-safe.
/// </summary>
public sealed class WebFetcher : IFetcher, IDisposable
{
    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    /// <param name="options">Identity and bounds.</param>
    /// <param name="time">Clock of the capture times.</param>
    /// <param name="resolve">Resolves names; null for the system's resolver.</param>
    public WebFetcher(FetchOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        _options = options;
        _time = time;
        var connector = new GuardedConnector(options, resolve ?? Dns.GetHostAddressesAsync);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = connector.ConnectAsync,
            ConnectTimeout = options.Timeout,
            MaxConnectionsPerServer = 2,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,

            // A proxy would resolve names beyond our sight.
            UseProxy = false,
        };
        _client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Timeout);
        var trip = new Trip(request, _time.GetUtcNow());
        try
        {
            return await FollowAsync(trip, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return trip.Failed(FetchOutcome.TimedOut, $"not done within {_options.Timeout.TotalSeconds} seconds");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidOperationException)
        {
            return Failed(trip, failure);
        }
    }

    /// <summary>Posts a form, as WebSub's subscriptions do; redirects are not followed. The body of the answer is not read.</summary>
    public Task<FetchResult> PostAsync(Uri address, IReadOnlyDictionary<string, string> form, CancellationToken cancellation) =>
        PostAsync(address, new FormUrlEncodedContent(form), new Dictionary<string, string>(), cancellation);

    /// <summary>Posts a body with headers of its own; redirects are not followed. The body of the answer is not read.</summary>
    public async Task<FetchResult> PostAsync(Uri address, HttpContent body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(headers);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_options.Timeout);
        var trip = new Trip(new FetchRequest(address), _time.GetUtcNow());
        if (address.Scheme is not ("http" or "https"))
        {
            return trip.Failed(FetchOutcome.SchemeRefused, $"'{address.Scheme}' addresses are not posted to");
        }

        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
            message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
            foreach ((string name, string value) in headers)
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }

            using HttpResponseMessage response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return trip.Answered(response) with { Outcome = OutcomeOf((int)response.StatusCode) };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return trip.Failed(FetchOutcome.TimedOut, $"not done within {_options.Timeout.TotalSeconds} seconds");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException or AuthenticationException)
        {
            return Failed(trip, failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<FetchResult> FollowAsync(Trip trip, CancellationToken cancellation)
    {
        while (true)
        {
            if (trip.Current.Scheme is not ("http" or "https"))
            {
                return trip.Failed(FetchOutcome.SchemeRefused, $"'{trip.Current.Scheme}' addresses are not fetched");
            }

            using HttpRequestMessage message = Message(trip);
            using HttpResponseMessage response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            int status = (int)response.StatusCode;
            if (status is not (301 or 302 or 303 or 307 or 308))
            {
                return await ReadAsync(trip, response, cancellation);
            }

            if (response.Headers.Location is not { } location)
            {
                return trip.Answered(response) with { Outcome = FetchOutcome.BadResponse, Message = $"status {status} without a Location" };
            }

            if (trip.Follow(location, status, _options.MaxRedirects) is { } refused)
            {
                return refused;
            }
        }
    }

    private HttpRequestMessage Message(Trip trip)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, trip.Current);
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5");
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        if (trip.Request.EntityTag is { } tag)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (trip.Request.LastModified is { } modified)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return message;
    }

    private async Task<FetchResult> ReadAsync(Trip trip, HttpResponseMessage response, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        FetchResult answer = trip.Answered(response);
        FetchOutcome outcome = OutcomeOf(status);
        if (outcome != FetchOutcome.Fetched)
        {
            return answer with { Outcome = outcome, Message = outcome == FetchOutcome.NotModified ? null : $"the server answered with status {status}" };
        }

        if (response.Content.Headers.ContentLength > _options.MaxBytes)
        {
            return answer with { Outcome = FetchOutcome.TooLarge, Message = $"{response.Content.Headers.ContentLength} bytes are more than the {_options.MaxBytes} accepted" };
        }

        byte[]? packed = await BodyAsync(response, cancellation);
        if (packed is null)
        {
            return answer with { Outcome = FetchOutcome.TooLarge, Message = $"more than the {_options.MaxBytes} bytes accepted" };
        }

        byte[]? body = packed;
        long most = Math.Min(_options.MaxBytes, Math.Max(256 * 1024, (long)packed.Length * _options.MaxRatio));
        foreach (string coding in response.Content.Headers.ContentEncoding.Reverse())
        {
            body = body is null ? null : ContentCoding.Decode(coding, body, (int)most);
        }

        return body is null
            ? answer with { Outcome = FetchOutcome.DecompressionRefused, Message = $"its coding '{string.Join(", ", response.Content.Headers.ContentEncoding)}' is broken, unknown, or unpacks to more than accepted" }
            : answer with { Outcome = FetchOutcome.Fetched, Body = body };
    }

    private async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using Stream content = await response.Content.ReadAsStreamAsync(cancellation);
        using var copy = new MemoryStream();
        var chunk = new byte[16384];
        int read;
        while ((read = await content.ReadAsync(chunk, cancellation)) > 0)
        {
            copy.Write(chunk, 0, read);
            if (copy.Length > _options.MaxBytes)
            {
                return null;
            }
        }

        return copy.ToArray();
    }

    private static FetchOutcome OutcomeOf(int status) => status switch
    {
        200 or 202 or 203 or 204 => FetchOutcome.Fetched,
        304 => FetchOutcome.NotModified,
        410 => FetchOutcome.Gone,
        401 or 402 or 403 or 407 or 451 => FetchOutcome.Forbidden,
        429 => FetchOutcome.TooManyRequests,
        408 or 425 => FetchOutcome.ServerError,
        >= 400 and < 500 => FetchOutcome.NotFound,
        >= 500 => FetchOutcome.ServerError,
        _ => FetchOutcome.BadResponse,
    };

    private static FetchResult Failed(Trip trip, Exception failure)
    {
        for (Exception? inner = failure; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressRefusedException:
                    return trip.Failed(FetchOutcome.AddressRefused, inner.Message);
                case AuthenticationException:
                    return trip.Failed(FetchOutcome.TlsFailed, inner.Message);
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return trip.Failed(FetchOutcome.NameNotResolved, $"'{trip.Current.Host}' has no address");
            }
        }

        bool isHttp = failure is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded };
        return trip.Failed(isHttp ? FetchOutcome.BadResponse : FetchOutcome.ConnectionFailed, failure.Message);
    }
}
