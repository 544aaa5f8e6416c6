using System.Globalization;

namespace Readout.Sources.Pages;

/// <summary>Reads a tab-separated model file line by line; every complaint names file, line, expected and found.</summary>
internal sealed class ModelLines(TextReader reader, string path)
{
    private int _line;

    /// <summary>Cells of the next line.</summary>
    /// <param name="first">What the first cell must be; null for anything.</param>
    /// <param name="atLeast">Fewest cells.</param>
    /// <exception cref="InvalidDataException">The line is missing or of another form.</exception>
    public string[] Cells(string? first, int atLeast)
    {
        _line++;
        string[] cells = reader.ReadLine()?.Split('\t') ?? throw Broken($"{atLeast} cells", "the end of the file");
        if (cells.Length < atLeast || (first is not null && cells[0] != first))
        {
            throw Broken(first is null ? $"{atLeast} cells" : $"'{first}'", $"'{string.Join(' ', cells.Take(3))}'");
        }

        return cells;
    }

    /// <summary>A whole number within bounds.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public int Number(string cell, int low, int high) =>
        int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= low && value <= high
            ? value
            : throw Broken($"a number from {low} to {high}", $"'{cell}'");

    /// <summary>A finite real number.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public float Real(string cell) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value) ? value : throw Broken("a number", $"'{cell}'");

    private InvalidDataException Broken(string expected, string found) => new($"{path}, line {_line}: expected {expected}, found {found}");
}
