using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>A report ready for the engine, or the reason why there is none.</summary>
public sealed record DecodedReport
{
    /// <summary>The report; null where it failed.</summary>
    public Report? Report { get; init; }

    /// <summary>The bytes it came from.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The failure; null where there is a report.</summary>
    public ReadFailure? Failure { get; init; }

    /// <summary>Sentences for the user about what was mended on the way ("3 bytes replaced"); empty where nothing was.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
