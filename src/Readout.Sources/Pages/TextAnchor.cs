namespace Readout.Sources.Pages;

/// <summary>Where a stretch of extracted text stands in the page: character for character from here to the next anchor.</summary>
/// <param name="Start">Offset into the extracted text, in UTF-16 units.</param>
/// <param name="NodePath">Path of the text node from the document: child numbers from zero, all node types counted, joined by slashes (<c>1/1/4/0</c>).</param>
/// <param name="Offset">Offset into the text node's data, in UTF-16 units.</param>
public readonly record struct TextAnchor(int Start, string NodePath, int Offset);
