namespace Readout.Events;

/// <summary>What a lemma gives as a word that may tell of an event, wherever it stands in the report.</summary>
/// <param name="Lemma">The lemma.</param>
/// <param name="Part">Letter of its part of speech.</param>
/// <param name="Cluster">Its clusters (<see cref="EventWords.ClusterOf"/>).</param>
/// <param name="Cameo">Type of its CAMEO class.</param>
/// <param name="InHeadline">Whether it stands in the headline.</param>
internal sealed record TriggerWord(string Lemma, string Part, uint Cluster, string Cameo, bool InHeadline)
{
    /// <summary>Its fine cluster as a letter.</summary>
    public string Fine { get; } = EventWords.LetterOf(Cluster);

    /// <summary>Sums of the classes by the word alone; empty before they are asked for.</summary>
    public int[] Sums { get; set; } = [];

    /// <summary>Whether it tells of nothing in whatever context.</summary>
    public bool IsHopeless { get; set; }
}
