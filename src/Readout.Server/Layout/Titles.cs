using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Server.Layout;

/// <summary>What a report is called on pages: its headline, else the name of its file, else its short name.</summary>
internal static class Titles
{
    public static string Of(ReportSummary report) => Of(report.Headline, report.File, report.Key);

    public static string Of(ReportLink report) => Of(report.Headline, report.File, report.Key);

    // The folders of a file are nobody's business but its owner's, and too long for a heading.
    private static string Of(string? headline, string? file, string key) =>
        !string.IsNullOrWhiteSpace(headline) ? headline : !string.IsNullOrEmpty(file) ? file[(file.LastIndexOfAny(['/', '\\']) + 1)..] : "Report " + key;
}
