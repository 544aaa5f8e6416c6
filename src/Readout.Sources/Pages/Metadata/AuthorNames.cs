using Readout.Text;

namespace Readout.Sources.Pages.Metadata;

/// <summary>Cleans bylines to names: "By", "Von" and roles go, lists are split (<c>data/sources/byline-words.tsv</c>). Immutable, thread-safe.</summary>
internal sealed class AuthorNames
{
    private const int LongestName = 60;

    private readonly string[] _openings;
    private readonly string[] _joins;

    private AuthorNames(string[] openings, string[] joins)
    {
        _openings = openings;
        _joins = joins;
    }

    /// <summary>Loads the table from the data folder.</summary>
    public static AuthorNames Load(string dataDirectory)
    {
        var rows = TsvFile.Rows(Path.Combine(dataDirectory, "sources", "byline-words.tsv"), 2).ToList();
        return new AuthorNames(
            [.. rows.Where(r => r[0] == "open").Select(r => r[1]).OrderByDescending(w => w.Length)],
            [.. rows.Where(r => r[0] == "join").Select(r => r[1].Replace('_', ' '))]);
    }

    /// <summary>Names in page order, each once.</summary>
    /// <param name="candidates">Bylines as the page gives them.</param>
    /// <param name="outlet">The outlet's name, which is no author; null where unknown.</param>
    public IReadOnlyList<string> Clean(IEnumerable<string> candidates, string? outlet)
    {
        var names = new List<string>();
        foreach (string candidate in candidates)
        {
            string line = StripOpening(candidate);
            foreach (string join in _joins)
            {
                line = line.Replace(join, "\n", StringComparison.OrdinalIgnoreCase);
            }

            foreach (string part in line.Split(['\n', '|', ';', '•']))
            {
                string name = StripOpening(part).Trim(' ', '.', ',', '(', ')', '-', '/');
                bool isName = name.Length is > 1 and <= LongestName && !name.Contains("://", StringComparison.Ordinal) && !name.Any(char.IsAsciiDigit);
                if (isName && !string.Equals(name, outlet, StringComparison.OrdinalIgnoreCase) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }

    private string StripOpening(string text)
    {
        string trimmed = text.Trim();
        foreach (string opening in _openings)
        {
            if (trimmed.Length > opening.Length && trimmed.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(trimmed[opening.Length]))
            {
                return trimmed[opening.Length..].TrimStart(':', ' ');
            }
        }

        return trimmed;
    }
}
