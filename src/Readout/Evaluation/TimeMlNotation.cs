namespace Readout.Evaluation;

/// <summary>Values as TIMEX3 writes them (TimeML 1.2.1) where the record has another notation of ISO 8601: decades, centuries, time zones.</summary>
public static class TimeMlNotation
{
    private const int OffsetLength = 6;

    /// <summary>
    /// <c>199X</c> as <c>199</c>, <c>19XX</c> as <c>19</c>, <c>1989-11-09T17:00-05:00</c> as <c>1989-11-09T17:00</c>, since the corpora give local times; any other value as it is.
    /// </summary>
    public static string Of(string? value)
    {
        if (value is null)
        {
            return "";
        }

        if (value.Length == 4 && value[3] == 'X' && char.IsAsciiDigit(value[0]) && char.IsAsciiDigit(value[1]) && (char.IsAsciiDigit(value[2]) || value[2] == 'X'))
        {
            return value.TrimEnd('X');
        }

        bool hasOffset = value.Length > OffsetLength && value[^OffsetLength] is '+' or '-' && value[^3] == ':' && value.Contains('T', StringComparison.Ordinal);
        return hasOffset ? value[..^OffsetLength] : value;
    }
}
