namespace Readout.Sources.Pages;

/// <summary>A run of text between two block boundaries of a page, white space collapsed, single line breaks kept.</summary>
internal sealed class PageBlock
{
    /// <summary>Row of the nearest block element in <see cref="PageOutline"/>.</summary>
    public required int Element { get; init; }

    /// <summary>The text, never empty, no white space at its ends.</summary>
    public required string Text { get; init; }

    /// <summary>Characters inside links.</summary>
    public required int LinkCharacters { get; init; }

    /// <summary>Characters in bold or strong type.</summary>
    public required int BoldCharacters { get; init; }

    /// <summary>Words, split at white space.</summary>
    public required int Words { get; init; }

    /// <summary>Where the text stands in the page; <see cref="NodeAnchor.Start"/> counts from the block's first character.</summary>
    public required NodeAnchor[] Anchors { get; init; }

    /// <summary>Share of the characters inside links, 0 to 1.</summary>
    public double LinkShare => (double)LinkCharacters / Text.Length;
}
