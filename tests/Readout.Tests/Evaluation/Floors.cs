using System.Text.Json;

namespace Readout.Tests.Evaluation;

/// <summary>The measured scores in eval/floors.json, below which no change may fall: stage, then metric, then score in [0, 1].</summary>
internal static class Floors
{
    private static readonly JsonElement All =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "eval", "floors.json"))).RootElement;

    /// <summary>The floors of one stage by metric.</summary>
    public static IReadOnlyDictionary<string, double> Of(string stage) =>
        All.GetProperty(stage).EnumerateObject().ToDictionary(metric => metric.Name, metric => metric.Value.GetDouble(), StringComparer.Ordinal);

    /// <summary>Fails with every metric that is below its floor or missing.</summary>
    public static void Hold(string stage, IReadOnlyDictionary<string, double> measured)
    {
        string[] low =
        [
            .. Of(stage)
                .Where(floor => !measured.TryGetValue(floor.Key, out double value) || value < floor.Value)
                .Select(floor => FormattableString.Invariant($"{stage} {floor.Key}: floor {floor.Value:0.000}, measured {measured.GetValueOrDefault(floor.Key, double.NaN):0.000}")),
        ];
        Assert.True(low.Length == 0, string.Join('\n', low));
    }
}
