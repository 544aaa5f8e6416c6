using Readout.Entities;
using Readout.Text;

namespace Readout.Corpora;

/// <summary>Maps the entity labels of the corpora to <see cref="EntityType"/> after <c>data/entities/labels.tsv</c>. Immutable.</summary>
internal sealed class NameLabels
{
    private readonly Dictionary<(string Corpus, string Label), string> _targets = [];
    private readonly HashSet<string> _facilities = new(StringComparer.OrdinalIgnoreCase);
    private readonly NameGazetteer _gazetteer;

    private NameLabels(NameGazetteer gazetteer) => _gazetteer = gazetteer;

    public static NameLabels Load(string dataDirectory, NameGazetteer gazetteer)
    {
        var labels = new NameLabels(gazetteer);
        foreach (string[] row in TsvFile.Rows(Path.Combine(dataDirectory, "entities", "labels.tsv"), 3))
        {
            labels._targets[(row[0], row[1])] = row[2];
        }

        labels._facilities.UnionWith(TsvFile.Rows(Path.Combine(dataDirectory, "entities", "facilities.tsv"), 1).Select(row => row[0]));
        return labels;
    }

    /// <summary>The type of a corpus's label on a name; null where the label marks no name here.</summary>
    public EntityType? Map(string corpus, string label, string name)
    {
        if (!_targets.TryGetValue((corpus, label), out string? target) || target == "NONE")
        {
            return null;
        }

        NameClass known = _gazetteer.Lookup(name);
        return target switch
        {
            "PLACE" => (known & NameClass.Polity) != 0 ? EntityType.Gpe : IsFacility(name) ? EntityType.Facility : EntityType.Location,
            "OTHER" => (known & NameClass.Demonym) != 0 ? EntityType.Norp : EntityType.Miscellaneous,
            _ => Enum.Parse<EntityType>(target),
        };
    }

    private bool IsFacility(string name) => _facilities.Contains(name[(name.LastIndexOf(' ') + 1)..]);
}
