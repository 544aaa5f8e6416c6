namespace Readout.Training;

/// <summary>A training sentence in numbers.</summary>
internal sealed record ParserExample(EncoderFeatures Features, int[] Heads, SentenceLabels Labels)
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
            Heads = [.. examples.SelectMany(e => e.Heads)],
            HeadRows = [.. headRows],
            Relations = [.. examples.SelectMany(e => e.Labels.Relations)],
            Upos = [.. examples.SelectMany(e => e.Labels.Upos)],
            Xpos = [.. examples.SelectMany(e => e.Labels.Xpos)],
            Features = [.. examples.SelectMany(e => e.Labels.Features)],
        };
    }
}
