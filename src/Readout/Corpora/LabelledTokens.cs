namespace Readout.Corpora;

/// <summary>A text as tokens with a BIO label each, in paragraphs.</summary>
/// <param name="Id">Name of the text.</param>
/// <param name="Paragraphs">Forms and labels (<c>O</c>, <c>B-source</c>, ...) of each paragraph, equally many.</param>
public sealed record LabelledTokens(string Id, IReadOnlyList<(string[] Forms, string[] Labels)> Paragraphs);
