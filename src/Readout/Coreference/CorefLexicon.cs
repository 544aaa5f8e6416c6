using Readout.Text;

namespace Readout.Coreference;

/// <summary>Words that tell gender and office (data/coreference). Immutable, thread-safe.</summary>
internal sealed class CorefLexicon
{
    private readonly Dictionary<string, Gender> _givenNames;
    private readonly Dictionary<string, Gender> _words;
    private readonly HashSet<string> _bodies;
    private readonly Dictionary<string, List<string>> _offices = new(StringComparer.Ordinal);

    private CorefLexicon(string directory)
    {
        _givenNames = Genders(Path.Combine(directory, "given-names.tsv"));
        _words = Genders(Path.Combine(directory, "gendered-words.tsv"));
        _bodies = [.. TsvFile.Rows(Path.Combine(directory, "bodies.tsv"), 1).Select(cells => cells[0])];
        foreach (string[] cells in TsvFile.Rows(Path.Combine(directory, "offices.tsv"), 2))
        {
            if (!_offices.TryGetValue(cells[0], out List<string>? groups))
            {
                _offices.Add(cells[0], groups = []);
            }

            groups.Add(cells[1]);
        }
    }

    public static CorefLexicon Load(string dataDirectory) => new(Path.Combine(dataDirectory, "coreference"));

    public Gender OfGivenName(string name) => _givenNames.GetValueOrDefault(name);

    public Gender OfWord(string word) => _words.GetValueOrDefault(word);

    /// <summary>Whether a noun stands for bodies of any name ("group"), not for a body of its own ("police").</summary>
    public bool IsGenericBody(string noun) => _bodies.Contains(noun);

    /// <summary>Whether a word names an office or role of a person.</summary>
    public bool IsOffice(string word) => _offices.ContainsKey(word);

    /// <summary>Whether two nouns may name the holder of one office ("president", "leader").</summary>
    public bool MayShareOffice(string left, string right) =>
        left == right || (_offices.TryGetValue(left, out List<string>? a) && _offices.TryGetValue(right, out List<string>? b) && a.Exists(b.Contains));

    private static Dictionary<string, Gender> Genders(string path)
    {
        var genders = new Dictionary<string, Gender>(StringComparer.Ordinal);
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            genders[cells[0]] = cells[1] switch
            {
                "m" => Gender.Male,
                "f" => Gender.Female,
                _ => throw new InvalidDataException($"{path}: gender of {cells[0]}: expected m or f, found {cells[1]}"),
            };
        }

        return genders;
    }
}
