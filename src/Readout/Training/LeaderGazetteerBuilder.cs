using System.Globalization;
using System.Text;

namespace Readout.Training;

/// <summary>
/// Compiles <c>data/actors/leaders.tsv</c> from leaders-by-date.tsv (the factbook's heads of state and government, public domain; the country
/// dictionary's members of government, MIT). The same input gives the same bytes.
/// </summary>
public static class LeaderGazetteerBuilder
{
    // Who left office before this day stands in no report that the project reads.
    private const string Earliest = "1990-01-01";

    /// <summary>Writes the file.</summary>
    /// <param name="gazetteers">Folder that holds <c>leaders-by-date.tsv</c>.</param>
    /// <param name="output">Folder <c>data/actors</c>.</param>
    /// <returns>Number of tenures.</returns>
    /// <exception cref="IOException">The list is missing.</exception>
    public static int Build(string gazetteers, string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(gazetteers);
        ArgumentException.ThrowIfNullOrEmpty(output);
        var named = new SortedSet<string>(StringComparer.Ordinal);
        var members = new SortedDictionary<string, (string From, string To)>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(Path.Combine(gazetteers, "leaders-by-date.tsv")).Skip(1))
        {
            string[] cells = line.Split('\t');
            string to = cells[5];
            if (cells.Length < 10 || cells[1].Length == 0 || (to.Length > 0 && string.CompareOrdinal(to, Earliest) < 0))
            {
                continue;
            }

            string name = Clean(cells[3]);
            if (cells[9] == "factbook" && cells[7] is "chief of state" or "head of government")
            {
                named.Add(string.Join('\t', cells[1], Office(cells[2]), name, cells[4], to));
            }
            else if (cells[9] == "oeda" && name.Contains(' ', StringComparison.Ordinal))
            {
                string key = cells[1] + "\t\t" + name;
                members[key] = members.TryGetValue(key, out (string From, string To) known) ? Widest(known, (cells[4], to)) : (cells[4], to);
            }
        }

        WriteFile(Path.Combine(output, "leaders.tsv"), named.Concat(members.Select(m => $"{m.Key}\t{m.Value.From}\t{m.Value.To}")));
        return named.Count + members.Count;
    }

    private static (string From, string To) Widest((string From, string To) a, (string From, string To) b) => (
        string.CompareOrdinal(a.From, b.From) <= 0 ? a.From : b.From,
        a.To.Length == 0 || b.To.Length == 0 ? "" : string.CompareOrdinal(a.To, b.To) >= 0 ? a.To : b.To);

    private static void WriteFile(string path, IEnumerable<string> lines)
    {
        var text = new StringBuilder("""
            # Who governed when: ISO 3166-1 alpha-3, office (empty where the source names none), name, from, to (ISO; empty: no end known).
            # Compiled by `readout data build-gazetteers` from leaders-by-date.tsv: the offices from factbook.json (https://github.com/factbook/factbook.json,
            # public domain), the rows without office from Dictionaries (https://github.com/openeventdata/Dictionaries, MIT). Not checked by hand.
            """.ReplaceLineEndings("\n")).Append('\n');
        foreach (string line in lines)
        {
            text.Append(line).Append('\n');
        }

        File.WriteAllText(path, text.ToString());
    }

    // "Interim Prime Minister" is the prime minister; the rest of a long title is left out.
    private static string Office(string title)
    {
        string office = title.ToLower(CultureInfo.InvariantCulture);
        foreach (string prefix in (string[])["interim ", "acting ", "caretaker ", "transitional "])
        {
            office = office.StartsWith(prefix, StringComparison.Ordinal) ? office[prefix.Length..] : office;
        }

        int of = office.IndexOf(" of the ", StringComparison.Ordinal);
        return of > 0 && office[..of] is "president" or "prime minister" or "head" ? office[..of] : office;
    }

    private static string Clean(string name)
    {
        int quote = name.IndexOf('"', StringComparison.Ordinal);
        int close = quote < 0 ? -1 : name.IndexOf('"', quote + 1);
        string cleaned = close > 0 ? name[..quote] + name[(close + 1)..] : name;
        return string.Join(' ', cleaned.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
