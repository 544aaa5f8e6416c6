namespace Readout.Text;

/// <summary>
/// Reads the tab-separated data files under <c>data/</c>: UTF-8, one row a line; empty lines and lines that open with
/// <c>#</c> (source and licence) are passed over; no quoting.
/// </summary>
public static class TsvFile
{
    /// <summary>The rows of a file, each with at least <paramref name="columns"/> cells, in file order.</summary>
    /// <exception cref="InvalidDataException">A row has too few cells; the message names file, line, expected and found.</exception>
    /// <exception cref="FileNotFoundException">The file is missing.</exception>
    public static IEnumerable<string[]> Rows(string path, int columns)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (cells.Length < columns)
            {
                throw new InvalidDataException($"{path}, line {number}: expected {columns} tab-separated cells, found {cells.Length}");
            }

            yield return cells;
        }
    }
}
