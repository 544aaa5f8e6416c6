using Readout.Parsing;
using Readout.Text;

namespace Readout.Attribution;

/// <summary>Words that report speech, belief or wish (data/attribution/cues.tsv). Immutable, thread-safe.</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, CueEntry> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Second, CueEntry Entry)>> _pairs = new(StringComparer.Ordinal);
    private readonly List<string> _labels = [];
    private readonly HashSet<string> _headlineVerbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentNeed> _needs = new(StringComparer.Ordinal);

    private CueLexicon()
    {
    }

    /// <exception cref="InvalidDataException">A row has an unknown value; the message names it.</exception>
    public static CueLexicon Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "attribution", "cues.tsv");
        var lexicon = new CueLexicon();
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            StatementKind? kind = cells[3] == "-" ? null : Enum.TryParse(cells[3], ignoreCase: true, out StatementKind read)
                ? read : throw new InvalidDataException($"{path}: kind of {cells[0]}: expected one of docs/guidelines/kinds.md, found {cells[3]}");
            lexicon.Add(cells[0], new CueEntry(cells[0], cells[1], cells[2], kind, cells[4]));
        }

        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "headline-verbs.tsv"), 1))
        {
            lexicon._headlineVerbs.Add(cells[0]);
        }

        string needs = Path.Combine(dataDirectory, "attribution", "content-needs.tsv");
        foreach (string[] cells in TsvFile.Rows(needs, 2))
        {
            lexicon._needs[cells[0]] = Enum.TryParse(cells[1], ignoreCase: true, out ContentNeed need)
                ? need : throw new InvalidDataException($"{needs}: need of {cells[0]}: expected clause or verb, found {cells[1]}");
        }

        lexicon._labels.AddRange(TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "labels.tsv"), 1).Select(cells => cells[0]));
        return lexicon;
    }

    /// <summary>Whether words before a colon are a label of the desk ("URGENT", "Roundup"), no speaker.</summary>
    public bool IsLabel(ReadOnlySpan<char> words)
    {
        string lower = words.ToString().ToLowerInvariant();
        return _labels.Exists(label => lower.StartsWith(label, StringComparison.Ordinal) && (lower.Length == label.Length || !char.IsLetter(lower[label.Length])));
    }

    /// <summary>What the content of a verb needs, by its entry's lemma, to be words and not an act.</summary>
    public ContentNeed Needs(string lemma) => _needs.GetValueOrDefault(lemma);

    /// <summary>Whether a verb reports speech even in the clipped grammar of headlines.</summary>
    public bool IsHeadlineVerb(string lemma) => _headlineVerbs.Contains(lemma);

    /// <summary>The entry of a verb or noun at a row, with the particle after it where the entry has one ("call on"); null where there is none.</summary>
    public CueEntry? At(ParsedText parse, int row)
    {
        string lemma = parse.Lemma(row);
        if (row + 1 < parse.Tokens.Count && _pairs.TryGetValue(lemma, out List<(string Second, CueEntry Entry)>? pairs))
        {
            foreach ((string second, CueEntry entry) in pairs)
            {
                if (parse.Tokens.Form(row + 1).Equals(second, StringComparison.OrdinalIgnoreCase))
                {
                    return entry;
                }
            }
        }

        return _words.GetValueOrDefault(lemma);
    }

    /// <summary>The first row from <paramref name="first"/> to <paramref name="end"/> - 1 that has an entry, with it; -1 and null where none has.</summary>
    public (int Row, CueEntry? Entry) FirstIn(ParsedText parse, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (At(parse, row) is { } entry)
            {
                return (row, entry);
            }
        }

        return (-1, null);
    }

    private void Add(string lemma, CueEntry entry)
    {
        int space = lemma.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            _words[lemma] = entry;
            return;
        }

        string first = lemma[..space];
        if (!_pairs.TryGetValue(first, out List<(string Second, CueEntry Entry)>? list))
        {
            _pairs.Add(first, list = []);
        }

        list.Add((lemma[(space + 1)..], entry));
    }
}
