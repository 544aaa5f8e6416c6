using System.Security.Cryptography;
using System.Text;

namespace Readout.Sources.Following;

/// <summary>
/// A subscription to a topic at a hub (W3C WebSub, 23 January 2018): what to post to subscribe, whether a hub's question is ours, and whether what
/// it delivers is signed with our secret. Immutable, thread-safe.
/// </summary>
/// <param name="Hub">Address of the hub.</param>
/// <param name="Topic">Address of the feed as it names itself.</param>
/// <param name="Callback">Our address for this subscription, hard to guess.</param>
/// <param name="Secret">Shared with the hub alone, at most 200 bytes.</param>
public sealed record WebSubSubscription(Uri Hub, Uri Topic, Uri Callback, string Secret)
{
    /// <summary>The form to post to the hub.</summary>
    /// <param name="lease">How long the subscription is to last.</param>
    /// <param name="isSubscribing">False to end it.</param>
    public IReadOnlyDictionary<string, string> Form(TimeSpan lease, bool isSubscribing = true) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hub.mode"] = isSubscribing ? "subscribe" : "unsubscribe",
        ["hub.topic"] = Topic.AbsoluteUri,
        ["hub.callback"] = Callback.AbsoluteUri,
        ["hub.lease_seconds"] = ((long)lease.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["hub.secret"] = Secret,
    };

    /// <summary>The challenge to send back to a hub that asks whether we meant it; null to answer 404, where the topic or mode is not ours.</summary>
    /// <param name="query">Parameters of the hub's request.</param>
    /// <param name="isSubscribing">Whether we asked to subscribe last.</param>
    public string? Answer(IReadOnlyDictionary<string, string> query, bool isSubscribing = true)
    {
        ArgumentNullException.ThrowIfNull(query);
        bool isOurs = query.GetValueOrDefault("hub.mode") == (isSubscribing ? "subscribe" : "unsubscribe") && query.GetValueOrDefault("hub.topic") == Topic.AbsoluteUri;
        return isOurs && query.GetValueOrDefault("hub.challenge") is { Length: > 0 and <= 2_000 } challenge ? challenge : null;
    }

    /// <summary>Whether content comes from the hub: the X-Hub-Signature header fits the body and the secret (section 7.1). SHA-1 is not accepted.</summary>
    /// <param name="body">Body as delivered.</param>
    /// <param name="signature">The header, <c>method=hex</c>; null where it is missing.</param>
    public bool IsAuthentic(ReadOnlySpan<byte> body, string? signature)
    {
        string[] parts = (signature ?? "").Split('=', 2);
        byte[] key = Encoding.UTF8.GetBytes(Secret);
        byte[]? expected = parts[0].Trim().ToLowerInvariant() switch
        {
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => null,
        };
        if (expected is null || parts.Length < 2)
        {
            return false;
        }

        byte[] given = Encoding.ASCII.GetBytes(parts[1].Trim().ToLowerInvariant());
        return CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)));
    }
}
