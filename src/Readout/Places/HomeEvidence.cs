namespace Readout.Places;

/// <summary>What a report tells of the state that an unknown place lies in: of the one it speaks of most.</summary>
internal static class HomeEvidence
{
    /// <summary>Names of the features, in order.</summary>
    public static readonly string[] Features =
    [
        "bias", "share of half", "share of seven tenths", "share of nine tenths", "only state", "in the sentence", "others in the sentence", "in the sentence alone", "dateline", "other dateline", "part of it follows",
    ];

    /// <summary>Number of features.</summary>
    public static int Count => Features.Length;

    /// <summary>Fills the features.</summary>
    /// <param name="support">Weight of each state in the report.</param>
    /// <param name="state">The state in question.</param>
    /// <param name="sentence">Weight of each state in the sentence of the place.</param>
    /// <param name="told">State of the dateline, null where unknown; whether the name is followed by a comma and a place of that state.</param>
    /// <param name="features">[<see cref="Count"/>].</param>
    public static void Fill(Dictionary<string, int> support, string state, Dictionary<string, int>? sentence, (string? Dateline, bool IsFollowed) told, Span<double> features)
    {
        int all = 0;
        foreach (int weight in support.Values)
        {
            all += weight;
        }

        double share = (double)support[state] / Math.Max(1, all);
        int here = sentence?.GetValueOrDefault(state) ?? 0;
        int there = (sentence?.Count ?? 0) - (here > 0 ? 1 : 0);
        features[0] = 1;
        features[1] = share >= 0.5 ? 1 : 0;
        features[2] = share >= 0.7 ? 1 : 0;
        features[3] = share >= 0.9 ? 1 : 0;
        features[4] = support.Count == 1 ? 1 : 0;
        features[5] = here > 0 ? 1 : 0;
        features[6] = there > 0 ? 1 : 0;
        features[7] = here > 0 && there == 0 ? 1 : 0;
        features[8] = told.Dateline == state ? 1 : 0;
        features[9] = told.Dateline is not null && told.Dateline != state ? 1 : 0;
        features[10] = told.IsFollowed ? 1 : 0;
    }
}
