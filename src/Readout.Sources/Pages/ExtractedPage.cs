using Readout.Text;

namespace Readout.Sources.Pages;

/// <summary>A page read as a report: its text, what it says of itself, and the way from the text back to the page.</summary>
public sealed record ExtractedPage
{
    /// <summary>Headline, a blank line, and the body's paragraphs with a blank line between them; the body alone where there is no headline.</summary>
    public required string Text { get; init; }

    /// <summary>The headline's place in <see cref="Text"/>; null where there is none.</summary>
    public required TextSpan? HeadlineSpan { get; init; }

    /// <summary>The body's place in <see cref="Text"/>, possibly empty.</summary>
    public required TextSpan BodySpan { get; init; }

    /// <summary>What the page says of itself.</summary>
    public required PageMetadata Metadata { get; init; }

    /// <summary>Anchors in text order. A headline taken from metadata has none.</summary>
    public required IReadOnlyList<TextAnchor> Anchors { get; init; }

    /// <summary>The body alone.</summary>
    public string Body => Text.Substring(BodySpan.Start, BodySpan.Length);

    /// <summary>Where a character of the text stands in the page; null for what metadata or layout put there.</summary>
    /// <param name="offset">Offset into <see cref="Text"/>.</param>
    public TextAnchor? AnchorAt(int offset)
    {
        int low = 0;
        int high = Anchors.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (Anchors[middle].Start <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? null : Anchors[high] with { Start = offset, Offset = Anchors[high].Offset + offset - Anchors[high].Start };
    }
}
