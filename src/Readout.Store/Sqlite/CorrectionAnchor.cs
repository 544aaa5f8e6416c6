using System.Text.Json;

namespace Readout.Store.Sqlite;

/// <summary>How a correction names the fact that another is the same as: it outlives the readings of both.</summary>
/// <param name="Report"><c>sha256:</c> and the hash of the report.</param>
/// <param name="Start">First code point.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Words">What it said.</param>
internal sealed record CorrectionAnchor(string Report, int Start, int End, string Words)
{
    public static CorrectionAnchor Parse(string json) => JsonSerializer.Deserialize<CorrectionAnchor>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
