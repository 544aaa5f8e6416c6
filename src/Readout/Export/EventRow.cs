using Readout.Records;

namespace Readout.Export;

/// <summary>One line of an event format: an event with the actors and recipients that the line names.</summary>
internal sealed record EventRow(ExportedEvent Event, IReadOnlyList<ActorRecord> Actors, IReadOnlyList<ActorRecord> Recipients)
{
    public ActorRecord? Actor => Actors.Count > 0 ? Actors[0] : null;

    public ActorRecord? Recipient => Recipients.Count > 0 ? Recipients[0] : null;

    // Events without recipient between several actors are reciprocal: each acts towards each other one (WEIS, CAMEO).
    public static IEnumerable<EventRow> Of(ExportedEvent one, bool splitsPairs)
    {
        if (!splitsPairs || (one.Actors.Count <= 1 && one.Recipients.Count <= 1))
        {
            return [new EventRow(one, one.Actors, one.Recipients)];
        }

        IReadOnlyList<ActorRecord> targets = one.Recipients.Count > 0 ? one.Recipients : one.Actors;
        return one.Actors.Count == 0
            ? targets.Select(target => new EventRow(one, [], [target]))
            : one.Actors.SelectMany(actor => targets.Where(target => target.Id != actor.Id).Select(target => new EventRow(one, [actor], [target])));
    }
}
