namespace Readout.Server.Reports;

/// <summary>Marked words of a report's text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">Code unit after the last.</param>
/// <param name="Role">What they are.</param>
/// <param name="Fact">The record's id of the fact (<c>s3</c>); null for mentions, times and boilerplate.</param>
internal sealed record Mark(int Start, int End, MarkRole Role, string? Fact)
{
    /// <summary>Page that the words open; null for none.</summary>
    public string? Href { get; init; }

    /// <summary>What the words stand for, shown after them or on hovering; null for nothing.</summary>
    public string? Gloss { get; init; }

    /// <summary>Number of the note after the words; null for none.</summary>
    public string? Note { get; init; }

    public bool Covers(int start, int end) => Start <= start && end <= End;
}
