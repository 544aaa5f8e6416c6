using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Attribution.Kinds;

/// <summary>Words that hint at a kind (data/attribution/kind-words.tsv). Immutable, thread-safe.</summary>
internal sealed class KindHints
{
    private readonly FrozenDictionary<string, ulong[]> _hints;

    private KindHints(FrozenDictionary<string, ulong[]> hints) => _hints = hints;

    public static KindHints Load(string dataDirectory) => new(
        TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "kind-words.tsv"), 2)
            .GroupBy(cells => cells[0], cells => KindHash.Of(cells[1]), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    /// <summary>Hashes of the hints of a lemma; empty for most.</summary>
    public ulong[] Of(string lemma) => _hints.GetValueOrDefault(lemma, []);
}
