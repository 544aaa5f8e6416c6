using Readout.Text;

namespace Readout.Coreference;

/// <summary>Words that tell a state: names, adjectives, capitals (data/places) and seats of government (data/coreference/metonyms.tsv). Immutable.</summary>
internal sealed class StateWords
{
    // Adjectives and names of one state that no list holds share this many first letters ("Maravene", "Maravenian").
    private const int StemLength = 5;

    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    private StateWords()
    {
    }

    public static StateWords Load(string dataDirectory)
    {
        var words = new StateWords();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "places", "countries.tsv"), 10))
        {
            words.Add(cells[1], cells[0]);
            words.Add(cells[3], cells[0]);
            words.AddAll(cells[8], cells[0]);
            words.AddAll(cells[9], cells[0]);
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "places", "aliases.tsv"), 2))
        {
            words.Add(cells[1], cells[0]);
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "coreference", "metonyms.tsv"), 2))
        {
            words.Add(cells[0], cells[1]);
        }

        return words;
    }

    /// <summary>Code of the state that a name or adjective stands for; for a capitalised word of no list a stem of its own; null for others.</summary>
    public string? KeyOf(string phrase, bool isName)
    {
        if (_codes.TryGetValue(phrase, out string? code))
        {
            return code;
        }

        return isName && phrase.Length >= StemLength && char.IsUpper(phrase[0]) ? phrase[..StemLength].ToUpperInvariant() : null;
    }

    private void AddAll(string names, string code)
    {
        foreach (string name in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(name, code);
        }
    }

    // The first owner of a name keeps it: lists are in order of code, and states share few names.
    private void Add(string name, string code)
    {
        if (name.Length > 0)
        {
            _codes.TryAdd(name, code);
        }
    }
}
