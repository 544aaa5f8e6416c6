using System.Text;
using Readout.Text;

namespace Readout.Actors;

/// <summary>
/// The gazetteer of office-holders as comma-separated values: owner, office, name, from, to, aliases (joined by |), with a header line. What users
/// import is kept in <c>data/actors/own.tsv</c>, apart from what the project ships, and counts as checked by hand.
/// </summary>
public static class ActorCsv
{
    private const string OwnFile = "own.tsv";
    private static readonly string[] Columns = ["owner", "office", "name", "from", "to", "aliases"];

    /// <summary>Writes every tenure of the data folder, the user's own first.</summary>
    /// <returns>Number of tenures.</returns>
    public static int Export(string dataDirectory, TextWriter writer)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Columns) + "\n");
        int count = 0;
        foreach (string file in (string[])[OwnFile, "offices.tsv", "leaders.tsv"])
        {
            string path = Path.Combine(dataDirectory, "actors", file);
            foreach (string[] cells in File.Exists(path) ? TsvFile.Rows(path, 5) : [])
            {
                writer.Write(string.Join(',', Enumerable.Range(0, Columns.Length).Select(i => Quote(i < cells.Length ? cells[i] : ""))) + "\n");
                count++;
            }
        }

        return count;
    }

    /// <summary>Replaces the user's own tenures by those of a file.</summary>
    /// <returns>Number of tenures.</returns>
    /// <exception cref="InvalidDataException">A column is missing or a row malformed; nothing is changed then.</exception>
    public static int Import(string csv, string dataDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(csv);
        ArgumentException.ThrowIfNullOrEmpty(dataDirectory);
        var lines = new StringBuilder("# Office-holders imported by the user: owner, office, name, from, to, other names joined by |.\n");
        int row = 1;
        foreach (Dictionary<string, string> cells in CsvRows.Read(csv))
        {
            row++;
            foreach (string column in Columns)
            {
                if (!cells.TryGetValue(column, out string? value))
                {
                    throw new InvalidDataException($"{csv}: expected a column '{column}', found {string.Join(", ", cells.Keys)}");
                }

                if (value.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0)
                {
                    throw new InvalidDataException($"{csv}, row {row}: '{column}' holds a tab or line end");
                }
            }

            if (cells["name"].Trim().Length == 0 || cells["owner"].Trim().Length == 0)
            {
                throw new InvalidDataException($"{csv}, row {row}: expected an owner and a name");
            }

            lines.Append(string.Join('\t', Columns.Select(c => cells[c].Trim()))).Append('\n');
        }

        return Replace(Path.Combine(dataDirectory, "actors"), lines.ToString(), row - 1);
    }

    // The new file is read once before it takes the old one's place, so that a bad date leaves everything as it was.
    private static int Replace(string folder, string text, int count)
    {
        string fresh = Path.Combine(folder, OwnFile + ".new");
        File.WriteAllText(fresh, text);
        try
        {
            PersonGazetteer.Check(fresh);
            File.Move(fresh, Path.Combine(folder, OwnFile), overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
