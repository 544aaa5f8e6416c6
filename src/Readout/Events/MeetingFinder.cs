using Readout.Attribution;

namespace Readout.Events;

/// <summary>Finds meetings and merges their mentions. Immutable, thread-safe.</summary>
public sealed class MeetingFinder
{
    private MeetingFinder()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static MeetingFinder Load(string dataDirectory) => new();

    /// <summary>Meetings in text order.</summary>
    public IReadOnlyList<Meeting> Find(Scene scene, IReadOnlyList<Statement> statements, IReadOnlyList<EventMention> events) => [];
}
