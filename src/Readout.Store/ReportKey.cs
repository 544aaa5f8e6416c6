namespace Readout.Store;

/// <summary>The short name of a report in addresses and tables: the first 12 hex digits of its hash, or more where a user types more.</summary>
public static class ReportKey
{
    /// <summary>Digits of a short name: 48 bits, a one in a million chance of two alike among twenty thousand reports.</summary>
    public const int Length = 12;

    private const string Prefix = "sha256:";

    /// <summary>Short name of a full hash.</summary>
    public static string Of(string reportHash)
    {
        ArgumentNullException.ThrowIfNull(reportHash);
        return reportHash.Substring(Prefix.Length, Length);
    }

    /// <summary>
    /// The hash prefix, with <c>sha256:</c>, that a user means by 4 to 64 hex digits with or without the prefix; null where it is none.
    /// </summary>
    public static string? Parse(string? typed)
    {
        ReadOnlySpan<char> digits = typed.AsSpan().Trim();
        if (digits.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[Prefix.Length..];
        }

        if (digits.Length is < 4 or > 64)
        {
            return null;
        }

        foreach (char c in digits)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return null;
            }
        }

        return string.Concat(Prefix, digits.ToString().ToLowerInvariant());
    }
}
