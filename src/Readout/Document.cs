using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Coreference;
using Readout.Entities;
using Readout.Events;
using Readout.Parsing;
using Readout.Places;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout;

/// <summary>A report and everything that was read in it, stage by stage. Immutable and thread-safe.</summary>
public sealed record Document
{
    /// <summary>The report that was read.</summary>
    public required Report Report { get; init; }

    /// <summary>Words, sentences and paragraphs.</summary>
    public TokenTable Tokens => Parse.Tokens;

    /// <summary>Tags, lemmas and dependencies.</summary>
    public required ParsedText Parse { get; init; }

    /// <summary>Lines of the page that are no part of the report ("Read more"); they yield no facts.</summary>
    public required IReadOnlyList<TextSpan> Boilerplate { get; init; }

    /// <summary>Mentions of actors and places in text order.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Which mentions stand for the same.</summary>
    public required CorefChains Chains { get; init; }

    /// <summary>Actors, resolved.</summary>
    public required ActorTable Actors { get; init; }

    /// <summary>Time expressions in text order.</summary>
    public required IReadOnlyList<TimeExpression> Times { get; init; }

    /// <summary>Place names in text order.</summary>
    public required IReadOnlyList<PlaceMention> Places { get; init; }

    /// <summary>Statements in the order of their first content.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Events in text order of their triggers.</summary>
    public required IReadOnlyList<EventMention> Events { get; init; }

    /// <summary>Meetings in text order of their first evidence.</summary>
    public required IReadOnlyList<Meeting> Meetings { get; init; }

    /// <summary>Commitments in text order of their actions.</summary>
    public required IReadOnlyList<Commitment> Commitments { get; init; }
}
