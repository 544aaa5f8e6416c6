using System.Globalization;
using Readout.Text;

namespace Readout.Events;

/// <summary>The event types and modes of the PLOVER codebook v2.0 with their scores and codes. Immutable, thread-safe.</summary>
public sealed class PloverOntology
{
    private readonly Dictionary<(string Type, string? Mode), PloverEntry> _entries;

    private PloverOntology(IReadOnlyList<PloverEntry> entries, IReadOnlyList<string> contexts)
    {
        Entries = entries;
        Contexts = contexts;
        _entries = entries.ToDictionary(entry => (entry.Type, entry.Mode));
        Types = [.. entries.Where(entry => entry.Mode is null).Select(entry => entry.Type)];
    }

    /// <summary>Types and modes in the order of the file.</summary>
    public IReadOnlyList<PloverEntry> Entries { get; }

    /// <summary>The sixteen types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The 37 contexts.</summary>
    public IReadOnlyList<string> Contexts { get; }

    /// <summary>Reads <c>events/plover.tsv</c> and <c>events/contexts.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row is broken; the message names file and row.</exception>
    public static PloverOntology Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "events", "plover.tsv");
        var entries = new List<PloverEntry>();
        foreach (string[] cells in TsvFile.Rows(path, 5))
        {
            if (!double.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double score)
                || !int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out int quad))
            {
                throw new InvalidDataException($"{path}: {cells[0]} {cells[1]}: expected a score and a quad category, found '{cells[2]}' and '{cells[3]}'");
            }

            entries.Add(new PloverEntry(cells[0], cells[1] == "-" ? null : cells[1], score, quad, cells[4]));
        }

        return new PloverOntology(entries, [.. TsvFile.Rows(Path.Combine(dataDirectory, "events", "contexts.tsv"), 2).Select(cells => cells[0])]);
    }

    /// <summary>The entry of a type and mode; an unknown mode gives the type as such.</summary>
    /// <exception cref="ArgumentException">PLOVER has no such type.</exception>
    public PloverEntry Find(string type, string? mode) =>
        _entries.GetValueOrDefault((type, mode)) ?? _entries.GetValueOrDefault((type, null))
        ?? throw new ArgumentException($"PLOVER has no event type '{type}'", nameof(type));
}
