using Readout.Actors;

namespace Readout.Store.Facts;

/// <summary>An actor as a fact names it.</summary>
/// <param name="Key">Identity across reports and end of the page's address; null where the phrase was not resolved.</param>
/// <param name="Name">The actor's name, or the phrase where it was not resolved.</param>
/// <param name="Type">Kind of actor; null where it was not resolved.</param>
/// <param name="Phrase">The words of the report; null where the record gives none for this role.</param>
public sealed record ActorLink(string? Key, string Name, ActorType? Type, string? Phrase);
