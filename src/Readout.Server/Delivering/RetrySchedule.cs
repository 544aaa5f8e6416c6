using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Server.Delivering;

/// <summary>When a message that was not taken is tried again: after one minute, then twice as long each time up to six hours, spread by half either way.</summary>
internal static class RetrySchedule
{
    /// <summary>Tries after which a message is given up, a day and a half after the first.</summary>
    public const int MostAttempts = 14;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>How long to wait after a failed try; null where it was the last.</summary>
    /// <param name="messageId">Id of the message: its hash spreads the tries, so that they can be foretold and yet never come all at once.</param>
    /// <param name="attempts">Tries so far, at least 1.</param>
    public static TimeSpan? After(string messageId, int attempts)
    {
        if (attempts >= MostAttempts)
        {
            return null;
        }

        TimeSpan doubled = TimeSpan.FromMinutes(Math.Pow(2, attempts - 1));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(messageId + "/" + attempts.ToString(CultureInfo.InvariantCulture)));
        double spread = 0.5 + (BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue);
        return (doubled < Longest ? doubled : Longest) * spread;
    }
}
