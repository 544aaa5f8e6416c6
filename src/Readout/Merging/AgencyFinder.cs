using System.Text.RegularExpressions;
using Readout.Text;

namespace Readout.Merging;

/// <summary>
/// Names the news agency that a report says it comes from: in the dateline ("PORT SELKOW, December 11 (MPA) --"), in a sign-off
/// ("(Reuters)" or "-- AFP" at the end) or in a source line ("Source: TASS"). Immutable, thread-safe.
/// </summary>
public sealed partial class AgencyFinder
{
    private const int HeadCharacters = 600;
    private const int TailCharacters = 120;
    private readonly Dictionary<string, string> _names;

    private AgencyFinder(Dictionary<string, string> names) => _names = names;

    /// <summary>Loads the agencies' names from the data folder.</summary>
    /// <exception cref="IOException">The file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message names the line.</exception>
    public static AgencyFinder Load(string dataDirectory)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in TsvFile.Rows(Path.Combine(dataDirectory, "merging", "agencies.tsv"), 2))
        {
            foreach (string mark in row[1].Split('|'))
            {
                names[mark] = row[0];
            }
        }

        return new AgencyFinder(names);
    }

    /// <summary>
    /// The agency's usual name; for an agency that the data does not know, the mark of its dateline as it stands ("MPA"); null where the text names none.
    /// </summary>
    public string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string head = text[..Math.Min(text.Length, HeadCharacters)];
        Match dateline = Dateline().Match(head);
        if (dateline.Success)
        {
            string mark = dateline.Groups[1].Value.Trim();
            if (_names.TryGetValue(mark, out string? name))
            {
                return name;
            }

            if (IsAcronym(mark))
            {
                return mark;
            }
        }

        return Known(SourceLine().Match(head)) ?? Known(SignOff().Match(text[Math.Max(0, text.Length - TailCharacters)..]));
    }

    private string? Known(Match match) => match.Success ? _names.GetValueOrDefault(match.Groups[1].Value.Trim()) : null;

    private static bool IsAcronym(string mark) => mark.Length is >= 2 and <= 8 && mark.All(char.IsAsciiLetterUpper);

    // A parenthesis before the dash that ends a dateline; the place stands in capitals or a day follows it, so that "The union (EU) -" is none.
    [GeneratedRegex(@"(?:^|\n)[ \t]*(?:\p{Lu}{3}[^\n()]{0,80}|\p{Lu}[^\n(),]{1,40},[^\n()]{0,20}[0-9][^\n()]{0,20})\(([^()\n]{2,30})\)[ \t]*(?:--|[\u2013\u2014-])[ \t]", RegexOptions.NonBacktracking)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(?:^|\n)[ \t]*(?:Source|By|From)[: \t]+([\p{L}][^\n]{1,40}?)[ \t]*(?:\n|$)", RegexOptions.NonBacktracking)]
    private static partial Regex SourceLine();

    [GeneratedRegex(@"(?:\n|[.!?""\u201d] )[ \t]*(?:--|[\u2013\u2014-]|\(|\[)?[ \t]*([\p{L}][\p{L} -]{1,30})[)\]]?[ \t]*\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex SignOff();
}
