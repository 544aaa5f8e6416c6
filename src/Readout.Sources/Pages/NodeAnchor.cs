namespace Readout.Sources.Pages;

/// <summary>A <see cref="TextAnchor"/> before its path is spelled out.</summary>
/// <param name="Start">Offset into the block's text.</param>
/// <param name="Parent">Row of the text node's parent element in <see cref="PageOutline"/>.</param>
/// <param name="Child">Number of the text node among its parent's children.</param>
/// <param name="Offset">Offset into the text node's data.</param>
internal readonly record struct NodeAnchor(int Start, int Parent, int Child, int Offset);
