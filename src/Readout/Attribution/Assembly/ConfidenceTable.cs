using System.Globalization;
using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>
/// How often statements of a class had the right source and content where people had annotated them
/// (data/attribution/confidence.tsv, docs/attribution.md). Immutable.
/// </summary>
internal sealed class ConfidenceTable
{
    private readonly Dictionary<string, double> _rates = new(StringComparer.Ordinal);

    private ConfidenceTable()
    {
    }

    public static ConfidenceTable Load(string dataDirectory)
    {
        var table = new ConfidenceTable();
        string path = Path.Combine(dataDirectory, "attribution", "confidence.tsv");
        foreach (string[] cells in TsvFile.Rows(path, 2))
        {
            table._rates[cells[0]] = double.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) && rate is >= 0 and <= 1
                ? rate : throw new InvalidDataException($"{path}: rate of {cells[0]}: expected a number in [0, 1], found {cells[1]}");
        }

        return table;
    }

    /// <summary>Rate of the draft's class; 0.5 for a class that the table does not know.</summary>
    public double Of(Draft draft, StatementForm form) => _rates.GetValueOrDefault(ClassOf(draft, form), 0.5);

    /// <summary>What the rates are told apart by: origin, form, and whether there is a source.</summary>
    public static string ClassOf(Draft draft, StatementForm form)
    {
        string source = !draft.HasSource ? "none" : draft.IsSourceShared ? "shared" : "own";
        return $"{draft.Origin}/{form}/{source}".ToLowerInvariant();
    }
}
