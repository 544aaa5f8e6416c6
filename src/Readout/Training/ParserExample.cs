namespace Readout.Training;

/// <summary>A training sentence in numbers.</summary>
/// <param name="Features">Its words.</param>
/// <param name="Heads">Per word the head of the arc that is labelled, counted from 1; 0 for the root.</param>
/// <param name="Targets">What the heads and labels should be.</param>
internal sealed record ParserExample(EncoderFeatures Features, int[] Heads, ParserTargets Targets)
{
    public int Words => Heads.Length;

    /// <summary>Puts sentences one after the other.</summary>
    public static ParserBatch Join(IReadOnlyList<ParserExample> examples)
    {
        EncoderInput input = EncoderFeatures.Join([.. examples.Select(e => e.Features)]);
        var headRows = new List<int>(input.Rows);
        for (int s = 0; s < examples.Count; s++)
        {
            headRows.AddRange(examples[s].Heads.Select(head => head == 0 ? -1 : input.Starts[s] + head - 1));
        }

        return new ParserBatch
        {
            Input = input,
            HeadRows = [.. headRows],
            Targets = ParserTargets.Join([.. examples.Select(e => e.Targets)]),
        };
    }
}
