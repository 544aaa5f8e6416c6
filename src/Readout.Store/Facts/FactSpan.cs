namespace Readout.Store.Facts;

/// <summary>Words of the report that support a fact.</summary>
/// <param name="Role">What they are to it: <c>speaker</c>, <c>cue</c>, <c>content</c>, <c>addressee</c>, <c>action</c>, <c>trigger</c>, <c>place</c> or <c>evidence</c>.</param>
/// <param name="Start">First code point in the report's text.</param>
/// <param name="End">Code point after the last.</param>
/// <param name="Text">The words.</param>
public sealed record FactSpan(string Role, int Start, int End, string Text);
