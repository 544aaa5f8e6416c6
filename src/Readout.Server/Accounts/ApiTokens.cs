using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Server.Accounts;

/// <summary>Tokens of programs: a prefix by which scanners know them, and 256 random bits. The store keeps the SHA-256 alone.</summary>
internal static class ApiTokens
{
    private const string Prefix = "readout_";
    private const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
