using System.Collections.Frozen;
using Readout.Entities;
using Readout.Models;

namespace Readout.Events;

/// <summary>What is known of a lemma beside its letters: the PLOVER type of its CAMEO class and its clusters of like words. Immutable, thread-safe.</summary>
internal sealed class EventWords
{
    private readonly FrozenDictionary<string, string> _types;
    private readonly WordClusters _clusters;

    private EventWords(FrozenDictionary<string, string> types, WordClusters clusters) => (_types, _clusters) = (types, clusters);

    /// <summary>Reads <c>events/cameo-verbs.tsv</c> and the clusters of <c>models/en/names.model</c>.</summary>
    public static EventWords Load(string dataDirectory)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(dataDirectory, "events", "cameo-verbs.tsv")))
        {
            if (line.Length > 0 && line[0] != '#' && line.IndexOf('\t') is > 0 and var tab)
            {
                foreach (string lemma in line[(tab + 1)..].Split(','))
                {
                    types[lemma] = line[..tab];
                }
            }
        }

        return new EventWords(types.ToFrozenDictionary(StringComparer.Ordinal), WordClusters.Load(ModelFile.Read(Path.Combine(dataDirectory, "models", "en", "names.model"), NameModel.ModelKind)));
    }

    /// <summary>PLOVER type of the verb's CAMEO class; "-" where it has none.</summary>
    public string TypeOf(string lemma) => _types.GetValueOrDefault(lemma, "-");

    /// <summary>Fine cluster in the low byte, coarse above it; 0 where the word is unknown.</summary>
    public uint ClusterOf(string lemma) => _clusters.Of(lemma);

    /// <summary>Letter of the fine cluster, for features.</summary>
    public static string LetterOf(uint cluster) => Letters[cluster & 255];

    private static readonly string[] Letters = [.. Enumerable.Range(0, 256).Select(fine => ((char)('0' + fine)).ToString())];
}
