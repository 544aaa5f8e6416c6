namespace Readout.Store.Columns;

/// <summary>How an actor takes part in a fact, in three bits.</summary>
internal enum ActorRole
{
    Speaker,
    Addressee,
    About,
    Participant,
    Host,
    Party,
    Actor,
    Recipient,
}
