using Readout.Learning;

namespace Readout.Training;

/// <summary>The heads and labels that some words should get: gold ones, or the distributions of teachers.</summary>
internal sealed record ParserTargets(
    LabelTargets Heads, LabelTargets Relations, LabelTargets Upos, LabelTargets Xpos, LabelTargets Features)
{
    public static ParserTargets Gold(int[] heads, SentenceLabels labels) => new(
        LabelTargets.Gold(heads),
        LabelTargets.Gold(labels.Relations),
        LabelTargets.Gold(labels.Upos),
        LabelTargets.Gold(labels.Xpos),
        LabelTargets.Gold(labels.Features));

    /// <summary>Targets of so many words, to be filled.</summary>
    public static ParserTargets Empty(int words) => new(new(words), new(words), new(words), new(words), new(words));

    /// <summary>Puts sentences one after the other.</summary>
    public static ParserTargets Join(IReadOnlyList<ParserTargets> parts) => new(
        LabelTargets.Join(parts.Select(p => p.Heads)),
        LabelTargets.Join(parts.Select(p => p.Relations)),
        LabelTargets.Join(parts.Select(p => p.Upos)),
        LabelTargets.Join(parts.Select(p => p.Xpos)),
        LabelTargets.Join(parts.Select(p => p.Features)));
}
