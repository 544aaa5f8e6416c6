using Readout.Text;

namespace Readout.Sources.Files;

/// <summary>Fields that news formats share, on their way to a <see cref="Report"/>.</summary>
internal sealed record StructuredReport
{
    public string? Headline { get; init; }

    public string? Outlet { get; init; }

    public string? Published { get; init; }

    public string? Dateline { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public string? Body { get; init; }

    /// <summary>The report; a failure where there is no body.</summary>
    /// <param name="raw">Item that it came from.</param>
    /// <param name="defaults">What the user says.</param>
    /// <param name="what">Where the body was looked for, for the message.</param>
    public DecodedReport ToReport(RawReport raw, ReportDefaults defaults, string what)
    {
        if (string.IsNullOrWhiteSpace(Body))
        {
            return PlainTextFormat.Failed(raw, ReadFailureKind.Empty, $"no text: {what}");
        }

        string? headline = string.IsNullOrWhiteSpace(Headline) ? null : Headline.Trim();
        return new DecodedReport
        {
            Bytes = raw.Bytes,
            Report = new Report
            {
                Id = PlainTextFormat.IdOf(raw.Bytes.Span),
                File = raw.Name,
                Text = headline is null ? Body : $"{headline}\n\n{Body}",
                Headline = headline,
                HeadlineSpan = headline is null ? null : new TextSpan(0, headline.Length),
                Outlet = defaults.Outlet ?? Blank(Outlet),
                Published = defaults.Published ?? Published,
                Dateline = Blank(Dateline),
                Url = Blank(Url),
                Language = Blank(Language) ?? "en",
            },
        };
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
