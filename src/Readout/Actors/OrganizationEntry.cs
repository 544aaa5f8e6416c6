namespace Readout.Actors;

/// <summary>An organisation of the gazetteer, or a name that stands for a government.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Type">Organisation, group, document; state where the name stands for a government.</param>
/// <param name="State">ISO 3166-1 alpha-3; null where it belongs to none.</param>
/// <param name="Sectors">PLOVER sectors, most specific first.</param>
/// <param name="Wikidata">Wikidata item; null where unknown.</param>
internal sealed record OrganizationEntry(string Name, ActorType Type, string? State, string[] Sectors, string? Wikidata);
