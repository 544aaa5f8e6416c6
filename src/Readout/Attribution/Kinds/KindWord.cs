using Readout.Entities;

namespace Readout.Attribution.Kinds;

/// <summary>What the features of kinds ask of a word.</summary>
/// <param name="Written">The lemma as the parse has it.</param>
/// <param name="Lemma">The lemma in lower case.</param>
/// <param name="Hash">The hash of <paramref name="Lemma"/>.</param>
/// <param name="Hints">Hashes of the hints of the lemma; empty for most.</param>
/// <param name="Clusters">The clusters of the form; see <see cref="WordClusters.Of"/>.</param>
internal sealed record KindWord(string Written, string Lemma, ulong Hash, ulong[] Hints, uint Clusters);
