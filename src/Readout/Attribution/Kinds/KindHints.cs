using System.Collections.Frozen;
using Readout.Text;

namespace Readout.Attribution.Kinds;

/// <summary>Words that hint at a kind (data/attribution/kind-words.tsv). Immutable, thread-safe.</summary>
internal sealed class KindHints
{
    private readonly FrozenDictionary<string, string[]> _hints;

    private KindHints(FrozenDictionary<string, string[]> hints) => _hints = hints;

    public static KindHints Load(string dataDirectory) => new(
        TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "kind-words.tsv"), 2)
            .GroupBy(cells => cells[0], cells => cells[1], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    /// <summary>Hints of a lemma; empty for most.</summary>
    public string[] Of(string lemma) => _hints.GetValueOrDefault(lemma, []);
}
