namespace Readout.Actors;

/// <summary>What the words around a name, or of a description, say of whom they mean.</summary>
/// <param name="Noun">Noun as the role lexicon lists it, such as <c>foreign minister</c>.</param>
/// <param name="Office">Office as the record names it; null where the noun names none.</param>
/// <param name="Sector">PLOVER sector; null where the noun tells none.</param>
/// <param name="State">ISO 3166-1 alpha-3, or the short name of an organisation; null where none is said or known.</param>
/// <param name="StateWord">Adjective or name that says it, in small letters; null where none is said.</param>
/// <param name="IsFormer">Whether the office is said to be one held before.</param>
/// <param name="IsHonour">Whether the office is no more than an honour ("Prince"), which any proper one goes before.</param>
internal sealed record TitleEvidence(string Noun, string? Office, string? Sector, string? State, string? StateWord, bool IsFormer, bool IsHonour);
