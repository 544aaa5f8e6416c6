using System.Net.Http.Headers;
using Readout.Server.Delivering;
using Readout.Sources.Fetching;

namespace Readout.Cli.Running;

/// <summary>Sends webhooks through the fetcher, which connects to public addresses alone and to others only where they were allowed by name.</summary>
internal sealed class GuardedPost(FetchOptions options) : IDisposable
{
    private readonly WebFetcher _web = new(options, TimeProvider.System);

    /// <summary>For <see cref="Server.ServerOptions.Post"/>.</summary>
    public async Task<PostAnswer> SendAsync(OutgoingPost post, CancellationToken cancellation)
    {
        using var body = new ReadOnlyMemoryContent(post.Body);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        FetchResult answer = await _web.PostAsync(post.Address, body, post.Headers, cancellation);
        return new PostAnswer(answer.Status == 0 ? null : answer.Status, answer.Message);
    }

    public void Dispose() => _web.Dispose();
}
