using Readout.Text;

namespace Readout.Quotations;

/// <summary>Lemmas of the verbs that report speech (data/attribution/cues.tsv). Immutable, thread-safe.</summary>
internal sealed class ReportingVerbs
{
    private readonly HashSet<string> _lemmas;

    private ReportingVerbs(HashSet<string> lemmas) => _lemmas = lemmas;

    public static ReportingVerbs Load(string dataDirectory) => new(
        [.. TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "cues.tsv"), 5).Where(cells => cells[1] == "verb" && cells[4] == "speech").Select(cells => cells[0].Split(' ')[0])]);

    public bool Contains(string lemma) => _lemmas.Contains(lemma);
}
