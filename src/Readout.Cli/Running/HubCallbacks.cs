using Readout.Server.Fetching;
using Readout.Sources.Following;

namespace Readout.Cli.Running;

/// <summary>Hands what hubs ask and tell to the subscriber.</summary>
internal sealed class HubCallbacks(HubSubscriber subscriber) : IHubCallbacks
{
    public string? Confirm(string token, IReadOnlyDictionary<string, string> query) => subscriber.Confirm(token, query);

    public bool Take(string token, ReadOnlySpan<byte> body, string? signature) => subscriber.Take(token, body, signature);
}
