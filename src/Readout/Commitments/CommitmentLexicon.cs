using System.Collections.Frozen;
using Readout.Events;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Commitments;

/// <summary>The words of <c>data/commitments</c>. Immutable, thread-safe.</summary>
internal sealed class CommitmentLexicon
{
    private const string Parts = "vna";

    private readonly FrozenDictionary<string, CommitmentCue[]>[] _cues;
    private readonly FrozenDictionary<string, string> _objects;
    private readonly FrozenSet<string> _unbinding;
    private readonly FrozenSet<string> _plans;
    private readonly FrozenSet<string>[] _words;
    private readonly FrozenDictionary<string, string[]>[] _acts;

    private CommitmentLexicon(string folder)
    {
        string path = Path.Combine(folder, "cues.tsv");
        _cues = [.. Parts.Select(part => TsvFile.Rows(path, 5).Where(cells => cells[1][0] == part).GroupBy(cells => cells[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(cells => ReadCue(path, cells)).ToArray(), StringComparer.Ordinal))];
        _objects = ReadObjects(folder);
        _unbinding = ReadWords(folder, "unbinding.tsv");
        _plans = ReadWords(folder, "plans.tsv");
        string acts = Path.Combine(folder, "acts.tsv");
        _acts = [.. "vn".Select(part => TsvFile.Rows(acts, 3).Where(cells => cells[0][0] == part).SelectMany(cells => cells[2].Split(',').Select(lemma => (Lemma: lemma, Class: cells[1])))
            .GroupBy(pair => pair.Lemma, pair => pair.Class, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal))];
        _words = ReadClasses(Path.Combine(folder, "words.tsv"));
    }

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">A class, kind or status is unknown; the message names file and row.</exception>
    public static CommitmentLexicon Load(string dataDirectory) => new(Path.Combine(dataDirectory, "commitments"));

    /// <summary>Cues of a word; empty where it binds nobody.</summary>
    /// <param name="part">v, n or a.</param>
    /// <param name="lemma">Lemma.</param>
    public ReadOnlySpan<CommitmentCue> CuesOf(char part, string lemma) => _cues[Parts.IndexOf(part, StringComparison.Ordinal)].GetValueOrDefault(lemma);

    /// <summary>Part of speech of a row as <see cref="CuesOf"/> has it; a blank where it has none.</summary>
    public static char PartOf(ParsedText parse, int row) => parse.Upos[row] switch
    {
        UposTag.Verb => 'v',
        UposTag.Noun => 'n',
        UposTag.Adj => 'a',
        _ => ' ',
    };

    /// <summary>Whether a row may bind somebody to an act.</summary>
    public bool IsCue(ParsedText parse, int row) => PartOf(parse, row) is not ' ' and var part && CuesOf(part, parse.Lemma(row)).Length > 0;

    /// <summary>Class of an object noun, <c>agreement</c> or <c>act</c>; null where it names neither.</summary>
    public string? ClassOf(string lemma) => _objects.GetValueOrDefault(lemma.ToLowerInvariant());

    /// <summary>Whether the future of a verb is an act that somebody can be held to.</summary>
    public bool IsBinding(string lemma) => !_unbinding.Contains(lemma);

    /// <summary>Whether a verb makes or gives effect to something, so that its dated passive is a plan.</summary>
    public bool IsPlan(string lemma) => _plans.Contains(lemma);

    /// <summary>Classes of acts that a verb tells of, or of things that a noun names; empty where none is known.</summary>
    public ReadOnlySpan<string> ActsOf(bool isVerb, string lemma) => _acts[isVerb ? 0 : 1].GetValueOrDefault(lemma);

    /// <summary>Whether a lemma belongs to a class of words.</summary>
    public bool Is(CommitmentWord word, string lemma) => _words[(int)word].Contains(lemma);

    private static FrozenSet<string> ReadWords(string folder, string file) =>
        TsvFile.Rows(Path.Combine(folder, file), 1).Select(cells => cells[0]).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> ReadObjects(string folder)
    {
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "objects.tsv"), 2))
        {
            foreach (string lemma in cells[1].Split(','))
            {
                objects.TryAdd(lemma, cells[0]);
            }
        }

        return objects.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string>[] ReadClasses(string path)
    {
        var words = new FrozenSet<string>?[Enum.GetValues<CommitmentWord>().Length];
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            if (!Enum.TryParse(cells[0], out CommitmentWord word))
            {
                throw new InvalidDataException($"{path}: unknown class '{cells[0]}'");
            }

            words[(int)word] = cells[1].Split(',').ToFrozenSet(StringComparer.Ordinal);
        }

        return [.. words.Select((set, i) => set ?? throw new InvalidDataException($"{path}: no words of class '{(CommitmentWord)i}'"))];
    }

    private static CommitmentCue ReadCue(string path, string[] cells) =>
        Enum.TryParse(cells[3], true, out CommitmentKind kind) && Enum.TryParse(cells[4].Replace(" ", "", StringComparison.Ordinal), true, out CommitmentStatus status)
            ? new CommitmentCue(PatternRole.Parse(cells[2]), kind, status)
            : throw new InvalidDataException($"{path}: {cells[0]}: unknown kind '{cells[3]}' or status '{cells[4]}'");
}
