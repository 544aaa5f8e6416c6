namespace Readout.Sources.Pages.Metadata;

/// <summary>Candidate values by field, the most trusted first.</summary>
internal sealed class MetadataValues
{
    // A page may repeat a key without end.
    private const int MostValues = 50;

    private readonly Dictionary<MetadataField, List<(int Rank, string Value)>> _values = [];

    /// <summary>Notes a value; blank ones are passed over.</summary>
    /// <param name="field">Field.</param>
    /// <param name="rank">Lower is more trusted.</param>
    /// <param name="value">Value as the page gives it.</param>
    public void Add(MetadataField field, int rank, string? value)
    {
        string trimmed = Collapse(value);
        if (trimmed.Length == 0)
        {
            return;
        }

        if (!_values.TryGetValue(field, out var list))
        {
            _values[field] = list = [];
        }

        if (list.Count < MostValues)
        {
            list.Add((rank, trimmed));
        }
    }

    /// <summary>Values of a field by rank, equal ranks in page order.</summary>
    public IEnumerable<string> Of(MetadataField field) =>
        _values.TryGetValue(field, out var list) ? list.OrderBy(v => v.Rank).Select(v => v.Value) : [];

    /// <summary>Values of the best rank alone.</summary>
    public IEnumerable<string> BestOf(MetadataField field)
    {
        if (!_values.TryGetValue(field, out var list))
        {
            return [];
        }

        int best = list.Min(v => v.Rank);
        return list.Where(v => v.Rank == best).Select(v => v.Value);
    }

    /// <summary>The most trusted value; null where there is none.</summary>
    public string? FirstOf(MetadataField field) => Of(field).FirstOrDefault();

    /// <summary>The text with its white space collapsed.</summary>
    public static string Collapse(string? value) =>
        value is null ? "" : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
