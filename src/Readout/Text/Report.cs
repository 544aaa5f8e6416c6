namespace Readout.Text;

/// <summary>One news report as the engine reads it: its text and what is known of where it came from.</summary>
public sealed record Report
{
    /// <summary><c>sha256:</c> and 64 lower-case hex digits of the raw bytes that the report was read from.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text that every span points into: the decoded file, or the extracted headline and body.</summary>
    public required string Text { get; init; }

    /// <summary>File name or path as the user gave it; null for what came over the network.</summary>
    public string? File { get; init; }

    /// <summary>Canonical address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Name of the outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline from metadata; null where the text alone was given.</summary>
    public string? Headline { get; init; }

    /// <summary>Where the headline stands in <see cref="Text"/>; null where it is unknown or not part of it.</summary>
    public TextSpan? HeadlineSpan { get; init; }

    /// <summary>Publication moment or day as an ISO 8601 string with the precision that is known (<c>2006-12-19</c>,
    /// <c>2006-12-19T14:05+02:00</c>); null where unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Place and date line of the agency as metadata gives it; null where unknown.</summary>
    public string? Dateline { get; init; }

    /// <summary>BCP 47 language tag; the engine reads English.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The calendar day of <see cref="Published"/>, in the zone that it is written in; null where unknown or less precise than a day.</summary>
    public DateOnly? PublishedDay =>
        Published is { Length: >= 10 } p && DateOnly.TryParseExact(p.AsSpan(0, 10), "yyyy-MM-dd", out DateOnly day) ? day : null;
}
