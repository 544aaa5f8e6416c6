using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>
/// The optional header of a text file: lines <c>Key: value</c> with the keys Headline, Outlet, Published, URL, Language and
/// Dateline, the first two lines at least, then an empty line. The report's text is then the headline, an empty line and the
/// rest of the file. A file that opens in any other way has no header.
/// </summary>
internal static class ReportHeaderBlock
{
    private const int MaxLines = 12;

    public static bool TryTake(Report report, out Report described)
    {
        described = report;
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int at = 0;
        for (int line = 0; line < MaxLines; line++)
        {
            int end = report.Text.IndexOf('\n', at);
            if (end < 0)
            {
                return false;
            }

            ReadOnlySpan<char> content = report.Text.AsSpan(at, end - at).TrimEnd('\r');
            at = end + 1;
            if (content.IsEmpty)
            {
                return values.Count >= 2 && Describe(report, values, report.Text[at..], out described);
            }

            int colon = content.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || !IsKey(content[..colon]) || !values.TryAdd(content[..colon].ToString(), content[(colon + 2)..].Trim().ToString()))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsKey(ReadOnlySpan<char> key) =>
        key.Equals("Headline", StringComparison.OrdinalIgnoreCase) || key.Equals("Outlet", StringComparison.OrdinalIgnoreCase)
        || key.Equals("Published", StringComparison.OrdinalIgnoreCase) || key.Equals("URL", StringComparison.OrdinalIgnoreCase)
        || key.Equals("Language", StringComparison.OrdinalIgnoreCase) || key.Equals("Dateline", StringComparison.OrdinalIgnoreCase);

    private static bool Describe(Report report, Dictionary<string, string> values, string body, out Report described)
    {
        string? headline = values.GetValueOrDefault("Headline");
        described = report with
        {
            Text = headline is null ? body : $"{headline}\n\n{body}",
            Headline = headline,
            HeadlineSpan = headline is null ? null : new TextSpan(0, headline.Length),
            Outlet = values.GetValueOrDefault("Outlet"),
            Published = PublishedDate.Normalize(values.GetValueOrDefault("Published")),
            Url = values.GetValueOrDefault("URL"),
            Dateline = values.GetValueOrDefault("Dateline"),
            Language = values.GetValueOrDefault("Language") ?? "en",
        };
        return true;
    }
}
