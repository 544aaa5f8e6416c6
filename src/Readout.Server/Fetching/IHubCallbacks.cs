namespace Readout.Server.Fetching;

/// <summary>Answers the WebSub hubs at which feeds are subscribed; whoever follows feeds gives it. Thread-safe.</summary>
public interface IHubCallbacks
{
    /// <summary>The text to answer a hub's question with; null to answer 404.</summary>
    /// <param name="token">Last part of the address asked.</param>
    /// <param name="query">The request's parameters.</param>
    string? Confirm(string token, IReadOnlyDictionary<string, string> query);

    /// <summary>Takes a delivery; false where nothing is subscribed under the token.</summary>
    /// <param name="token">Last part of the address posted to.</param>
    /// <param name="body">Body as delivered.</param>
    /// <param name="signature">The X-Hub-Signature header; null where it is missing.</param>
    bool Take(string token, ReadOnlySpan<byte> body, string? signature);
}
