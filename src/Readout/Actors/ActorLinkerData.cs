namespace Readout.Actors;

/// <summary>What the linker knows beforehand. Immutable, thread-safe.</summary>
/// <param name="Titles">Reader of titles and descriptions.</param>
/// <param name="Keys">Reader of names.</param>
/// <param name="People">Office-holders.</param>
/// <param name="Nouns">Nouns for offices.</param>
/// <param name="Uses">What descriptions can mean by their form.</param>
internal sealed record ActorLinkerData(TitleReader Titles, ActorKeyReader Keys, PersonGazetteer People, OfficeNouns Nouns, ActorUses Uses);
