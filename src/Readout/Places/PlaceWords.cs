using Readout.Text;

namespace Readout.Places;

/// <summary>Words around place names and names that are more often something else; <c>words.tsv</c> and <c>traps.tsv</c>.</summary>
internal sealed class PlaceWords
{
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _traps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _roleLookup;

    private PlaceWords() => _roleLookup = _roles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads both files; a word may have one role in small letters and another with a capital.</summary>
    public static PlaceWords Load(string folder)
    {
        var words = new PlaceWords();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "words.tsv"), 2))
        {
            words._roles[cells[0]] = words._roles.TryGetValue(cells[0], out string? role) ? role + " " + cells[1] : cells[1];
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "traps.tsv"), 2))
        {
            words._traps[cells[0]] = cells[1];
        }

        return words;
    }

    /// <summary>Whether the word has the role.</summary>
    public bool Is(ReadOnlySpan<char> word, string role) =>
        _roleLookup.TryGetValue(word, out string? roles) && roles.Contains(role, StringComparison.Ordinal);

    /// <summary>Whether the name is more often a word or a person.</summary>
    public bool IsTrap(string name) => _traps.ContainsKey(name);
}
