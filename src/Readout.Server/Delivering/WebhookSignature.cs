using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Server.Delivering;

/// <summary>Signs webhooks as the Standard Webhooks specification 1.0.0 does: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int KeyBytes = 32;

    /// <summary>A new key.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The three headers of a message.</summary>
    /// <param name="secret"><c>whsec_</c> and the key in base64.</param>
    /// <param name="messageId">Id of the message.</param>
    /// <param name="now">Moment of this try.</param>
    /// <param name="body">The body as sent.</param>
    public static IReadOnlyDictionary<string, string> Headers(string secret, string messageId, DateTimeOffset now, ReadOnlySpan<byte> body)
    {
        string timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{messageId}.{timestamp}."), .. body];
        byte[] signature = HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["webhook-id"] = messageId,
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = "v1," + Convert.ToBase64String(signature),
        };
    }
}
