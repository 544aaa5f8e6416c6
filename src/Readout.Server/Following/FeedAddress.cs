using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Server.Following;

/// <summary>The private part of a feed's address: 256 random bits; the store keeps their hash alone.</summary>
internal static class FeedAddress
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
