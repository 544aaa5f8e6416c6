using Readout.Text;

namespace Readout.Actors;

/// <summary>Organisations and metonyms by name; <c>organizations.tsv</c>. Immutable after loading, thread-safe.</summary>
internal sealed class OrganizationGazetteer
{
    private readonly Dictionary<string, OrganizationEntry> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganizationEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private OrganizationGazetteer() => _lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the file.</summary>
    public static OrganizationGazetteer Load(string folder)
    {
        string path = Path.Combine(folder, "organizations.tsv");
        var gazetteer = new OrganizationGazetteer();
        foreach (string[] cells in TsvFile.Rows(path, 4))
        {
            if (!Enum.TryParse(cells[1], ignoreCase: true, out ActorType type))
            {
                throw new InvalidDataException($"{path}: '{cells[0]}': expected organization, state, group or document, found '{cells[1]}'");
            }

            string? wikidata = cells.Length > 4 && cells[4].Length > 0 ? cells[4] : null;
            var entry = new OrganizationEntry(cells[0], type, cells[2].Length == 0 ? null : cells[2], cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries), wikidata);
            gazetteer._byName[cells[0]] = entry;
            foreach (string alias in cells.Length > 5 ? cells[5].Split('|', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                gazetteer._byName[alias] = entry;
            }
        }

        return gazetteer;
    }

    /// <summary>The organisation with the name, an article before it passed over; null where none has it.</summary>
    public OrganizationEntry? Find(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return _lookup.TryGetValue(bare, out OrganizationEntry? entry) ? entry : null;
    }
}
