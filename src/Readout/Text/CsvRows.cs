using System.Text;

namespace Readout.Text;

/// <summary>Reads comma-separated values (RFC 4180): quoted cells may hold commas, doubled quotes and line ends.</summary>
internal static class CsvRows
{
    /// <summary>The rows of a file as dictionaries from the first row's names, in file order; missing cells are empty.</summary>
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        string[]? names = null;
        foreach (List<string> cells in Cells(File.ReadAllText(path)))
        {
            if (names is null)
            {
                names = [.. cells];
                continue;
            }

            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (int i = 0; i < names.Length; i++)
            {
                row[names[i]] = i < cells.Count ? cells[i] : "";
            }

            yield return row;
        }
    }

    private static IEnumerable<List<string>> Cells(string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    yield return cells;
                    cells = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(cell.ToString());
            yield return cells;
        }
    }
}
