using System.Collections.Frozen;
using Readout.Events;
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

    private CommitmentLexicon(FrozenDictionary<string, CommitmentCue[]>[] cues, FrozenDictionary<string, string> objects, FrozenSet<string> unbinding, FrozenSet<string> plans) =>
        (_cues, _objects, _unbinding, _plans) = (cues, objects, unbinding, plans);

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">A kind or status is unknown; the message names file and row.</exception>
    public static CommitmentLexicon Load(string dataDirectory)
    {
        string folder = Path.Combine(dataDirectory, "commitments");
        string path = Path.Combine(folder, "cues.tsv");
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] cells in TsvFile.Rows(Path.Combine(folder, "objects.tsv"), 2))
        {
            foreach (string lemma in cells[1].Split(','))
            {
                objects.TryAdd(lemma, cells[0]);
            }
        }

        return new CommitmentLexicon(
            [.. Parts.Select(part => TsvFile.Rows(path, 5).Where(cells => cells[1][0] == part).GroupBy(cells => cells[0], StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Select(cells => ReadCue(path, cells)).ToArray(), StringComparer.Ordinal))],
            objects.ToFrozenDictionary(StringComparer.Ordinal),
            ReadWords(folder, "unbinding.tsv"),
            ReadWords(folder, "plans.tsv"));
    }

    /// <summary>Cues of a word; empty where it binds nobody.</summary>
    /// <param name="part">v, n or a.</param>
    /// <param name="lemma">Lemma.</param>
    public ReadOnlySpan<CommitmentCue> CuesOf(char part, string lemma) => _cues[Parts.IndexOf(part, StringComparison.Ordinal)].GetValueOrDefault(lemma);

    /// <summary>Class of an object noun, <c>agreement</c> or <c>act</c>; null where it names neither.</summary>
    public string? ClassOf(string lemma) => _objects.GetValueOrDefault(lemma.ToLowerInvariant());

    /// <summary>Whether the future of a verb is an act that somebody can be held to.</summary>
    public bool IsBinding(string lemma) => !_unbinding.Contains(lemma);

    /// <summary>Whether a verb makes or gives effect to something, so that its dated passive is a plan.</summary>
    public bool IsPlan(string lemma) => _plans.Contains(lemma);

    private static FrozenSet<string> ReadWords(string folder, string file) =>
        TsvFile.Rows(Path.Combine(folder, file), 1).Select(cells => cells[0]).ToFrozenSet(StringComparer.Ordinal);

    private static CommitmentCue ReadCue(string path, string[] cells) =>
        Enum.TryParse(cells[3], true, out CommitmentKind kind) && Enum.TryParse(cells[4].Replace(" ", "", StringComparison.Ordinal), true, out CommitmentStatus status)
            ? new CommitmentCue(PatternRole.Parse(cells[2]), kind, status)
            : throw new InvalidDataException($"{path}: {cells[0]}: unknown kind '{cells[3]}' or status '{cells[4]}'");
}
