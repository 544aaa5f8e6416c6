using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Actors;

/// <summary>Makes actors of chains and links them to the gazetteer of states, offices and holders. Immutable, thread-safe.</summary>
public sealed class ActorLinker
{
    private ActorLinker()
    {
    }

    /// <summary>Loads its data from the data folder.</summary>
    public static ActorLinker Load(string dataDirectory) => new();

    /// <summary>Actors in order of first mention.</summary>
    public ActorTable Link(Report report, ParsedText parse, IReadOnlyList<Mention> mentions, CorefChains chains) => new([], mentions.Count);
}
