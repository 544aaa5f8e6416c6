namespace Readout.Entities;

/// <summary>What a noun says of whom it calls so, from <c>data/entities/roles.tsv</c>.</summary>
/// <param name="Noun">The noun as listed, lower case, such as <c>prime minister</c>.</param>
/// <param name="Type">Person, organisation, polity (<see cref="EntityType.Gpe"/>) or document (<see cref="EntityType.Work"/>).</param>
/// <param name="Office">The office as the record names it; null where the noun names none.</param>
/// <param name="Sector">PLOVER sector, such as <c>GOV</c>; null where the noun tells none.</param>
public sealed record Role(string Noun, EntityType Type, string? Office, string? Sector);
