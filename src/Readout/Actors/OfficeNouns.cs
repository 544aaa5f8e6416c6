using Readout.Text;

namespace Readout.Actors;

/// <summary>Which offices a noun such as "leader" may mean; <c>nouns.tsv</c>. Immutable, thread-safe.</summary>
internal sealed class OfficeNouns
{
    private readonly Dictionary<string, string[]> _offices = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    public static OfficeNouns Load(string folder)
    {
        var nouns = new OfficeNouns();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "nouns.tsv"), 2))
        {
            nouns._offices[cells[0]] = cells[1].Split('|');
        }

        return nouns;
    }

    /// <summary>The offices that the noun may mean, best first; null where it is not listed.</summary>
    public string[]? OfficesOf(string noun) => _offices.TryGetValue(noun, out string[]? offices) && offices is not (["government"] or ["state"]) ? offices : null;

    /// <summary>Whether the noun stands for the government of the state named with it.</summary>
    public bool IsGovernment(string noun) => _offices.TryGetValue(noun, out string[]? offices) && offices is ["government"];

    /// <summary>Whether the noun before "of" is part of a state's full name or stands for its government: "Republic of Maravene".</summary>
    public bool IsStateForm(string noun) => _offices.TryGetValue(noun, out string[]? offices) && offices is ["government"] or ["state"];
}
