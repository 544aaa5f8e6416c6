namespace Readout.Store.Corrections;

/// <summary>The value of a correction of several actors: names or keys parted by semicolons or line breaks.</summary>
public static class CorrectionNames
{
    /// <summary>Most names of one correction.</summary>
    public const int Most = 40;

    /// <summary>The names without blanks around them, each once, in order.</summary>
    public static IReadOnlyList<string> Parse(string? value) =>
        [.. (value ?? "").Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Names as one value.</summary>
    public static string Join(IEnumerable<string> names) => string.Join("; ", names);
}
