using Readout.Actors;
using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;
using Readout.Time;

namespace Readout;

/// <summary>The who, when and where of a report: what statements, events, meetings and commitments are read against. Immutable.</summary>
public sealed record Scene
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>Words, tags, lemmas and dependencies.</summary>
    public required ParsedText Parse { get; init; }

    /// <summary>Lines that yield no facts.</summary>
    public required IReadOnlyList<TextSpan> Boilerplate { get; init; }

    /// <summary>Mentions in text order.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Actors and the actor of each mention.</summary>
    public required ActorTable Actors { get; init; }

    /// <summary>Time expressions in text order.</summary>
    public required IReadOnlyList<TimeExpression> Times { get; init; }

    /// <summary>Place names in text order.</summary>
    public required IReadOnlyList<PlaceMention> Places { get; init; }
}
