using System.Text;

namespace Readout.Sources.Files;

/// <summary>Where the columns of a table stand, counted from 0; -1 for one that it lacks.</summary>
internal sealed record CsvColumns
{
    public char Separator { get; private init; }

    public int Text { get; private init; }

    public int Headline { get; private init; }

    public int Outlet { get; private init; }

    public int Published { get; private init; }

    public int Dateline { get; private init; }

    public int Url { get; private init; }

    public int Language { get; private init; }

    /// <summary>Reads the line of names; the separator is whichever of tab, semicolon and comma stands in it most.</summary>
    public static CsvColumns Of(string header)
    {
        char separator = ",;\t".MaxBy(c => header.Count(h => h == c));
        List<string> names = [.. Cells(header, separator).Select(n => n.Trim().ToLowerInvariant())];
        return new CsvColumns
        {
            Separator = separator,
            Text = Find(names, "text", "body", "content"),
            Headline = Find(names, "headline", "title"),
            Outlet = Find(names, "outlet", "source", "publication"),
            Published = Find(names, "published", "date", "publishdate", "published_at"),
            Dateline = Find(names, "dateline"),
            Url = Find(names, "url", "link"),
            Language = Find(names, "language", "lang"),
        };
    }

    /// <summary>The cells of a row; quotes inside quoted cells are doubled.</summary>
    public static List<string> Cells(string row, char separator)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        string line = row.TrimEnd('\r', '\n');
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"' && (isQuoted || cell.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static int Find(List<string> names, params ReadOnlySpan<string> wanted)
    {
        foreach (string name in wanted)
        {
            int found = names.IndexOf(name);
            if (found >= 0)
            {
                return found;
            }
        }

        return -1;
    }
}
