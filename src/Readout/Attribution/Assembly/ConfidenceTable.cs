using System.Globalization;
using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>
/// How often statements of a class had the right source and content where people had annotated them
/// (data/attribution/confidence.tsv, confidence-newswire.tsv, docs/attribution.md). Immutable.
/// </summary>
internal sealed class ConfidenceTable
{
    private readonly Dictionary<string, double> _rates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _recordRates = new(StringComparer.Ordinal);

    private ConfidenceTable()
    {
    }

    public static ConfidenceTable Load(string dataDirectory)
    {
        var table = new ConfidenceTable();
        Read(Path.Combine(dataDirectory, "attribution", "confidence.tsv"), table._rates);
        Read(Path.Combine(dataDirectory, "attribution", "confidence-newswire.tsv"), table._recordRates);
        return table;
    }

    private static void Read(string path, Dictionary<string, double> rates)
    {
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            rates[cells[0]] = double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate is >= 0 and <= 1
                ? rate : throw new InvalidDataException($"{path}: rate of {cells[0]}: expected a number in [0, 1], found {cells[1]}");
        }
    }

    /// <summary>Rate of a class; where the table does not know it, of the class without its last part, and so on; 0.5 at the end.</summary>
    /// <param name="evidence">The class.</param>
    /// <param name="isRecord">Whether right means right for the record, and not by PolNeAR's annotation.</param>
    public double Of(string evidence, bool isRecord)
    {
        for (string key = evidence; key.Length > 0; key = key[..Math.Max(0, key.LastIndexOf('/'))])
        {
            if ((isRecord && _recordRates.TryGetValue(key, out double rate)) || _rates.TryGetValue(key, out rate))
            {
                return rate;
            }
        }

        return 0.5;
    }

    /// <summary>What the rates are told apart by: origin, form, where the source comes from, class of the cue, and size of the content.</summary>
    public static string ClassOf(Draft draft, StatementForm form, CueEntry? cue)
    {
        string source = !draft.HasSource ? "none" : draft.IsSourceShared ? "shared" : "own";
        int rows = draft.Rows.Sum(range => range.End - range.First);
        string size = rows < 4 ? "short" : rows < 12 ? "middle" : "long";
        return $"{draft.Origin}/{form}/{source}/{(draft.HasCue ? cue?.Class ?? "other" : "null")}/{size}".ToLowerInvariant();
    }
}
