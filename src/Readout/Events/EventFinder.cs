using Readout.Attribution;

namespace Readout.Events;

/// <summary>Codes events in the PLOVER ontology. Immutable, thread-safe.</summary>
public sealed class EventFinder
{
    private EventFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static EventFinder Load(string dataDirectory) => new();

    /// <summary>Events in text order.</summary>
    public IReadOnlyList<EventMention> Find(Scene scene, IReadOnlyList<Statement> statements) => [];
}
