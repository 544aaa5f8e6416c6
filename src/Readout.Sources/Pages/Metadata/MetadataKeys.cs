using System.Collections.Frozen;
using System.Globalization;
using Readout.Text;

namespace Readout.Sources.Pages.Metadata;

/// <summary>Which keys of which vocabulary give which field (<c>data/sources/page-metadata.tsv</c>). Immutable, thread-safe.</summary>
internal sealed class MetadataKeys
{
    // Asked for every class of every element: a table a vocabulary, so that no key has to be put together.
    private readonly FrozenDictionary<string, FrozenDictionary<string, (MetadataField Field, int Rank)>> _keys;

    private MetadataKeys(FrozenDictionary<string, FrozenDictionary<string, (MetadataField Field, int Rank)>> keys) => _keys = keys;

    /// <summary>Loads the table from the data folder.</summary>
    /// <exception cref="InvalidDataException">A row names an unknown field.</exception>
    public static MetadataKeys Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "sources", "page-metadata.tsv");
        var keys = new List<(string Vocabulary, string Key, MetadataField Field, int Rank)>();
        foreach (string[] row in TsvFile.Rows(path, 4))
        {
            if (!Enum.TryParse(row[0], out MetadataField field))
            {
                throw new InvalidDataException($"{path}: expected a metadata field, found '{row[0]}'");
            }

            keys.Add((row[2], row[3], field, int.Parse(row[1], CultureInfo.InvariantCulture)));
        }

        return new MetadataKeys(keys.GroupBy(k => k.Vocabulary).ToFrozenDictionary(
            g => g.Key,
            g => g.ToFrozenDictionary(k => k.Key, k => (k.Field, k.Rank), StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal));
    }

    /// <summary>The field and rank of a key; null for a key that gives none.</summary>
    /// <param name="vocabulary"><c>jsonld</c>, <c>meta</c> (name or property), <c>itemprop</c>, <c>class</c> or <c>rel</c>.</param>
    /// <param name="key">Key; letter case is ignored.</param>
    public (MetadataField Field, int Rank)? Find(string vocabulary, string key) =>
        _keys.TryGetValue(vocabulary, out var table) && table.TryGetValue(key, out var found) ? found : null;
}
