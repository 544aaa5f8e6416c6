using Readout.Server.Maps;
using Readout.Store;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Actors;

/// <summary>What the page of an actor shows.</summary>
public sealed record ActorModel
{
    /// <summary>The actor.</summary>
    public required ActorSummary Actor { get; init; }

    /// <summary>What was asked for; its actor is this one.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>What the actor said and did.</summary>
    public required Page<Fact> Facts { get; init; }

    /// <summary>How all of it is spread.</summary>
    public required FactFacets Facets { get; init; }

    /// <summary>The latest meetings.</summary>
    public required IReadOnlyList<Fact> Meetings { get; init; }

    /// <summary>The latest commitments.</summary>
    public required IReadOnlyList<Fact> Commitments { get; init; }

    /// <summary>The latest statements that name the actor.</summary>
    public required IReadOnlyList<Fact> About { get; init; }

    /// <summary>Corrections of who the actor is, those taken back among them.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>Actors with a name in common.</summary>
    public required IReadOnlyList<ActorSummary> Namesakes { get; init; }

    /// <summary>The latest reports that name the actor.</summary>
    public required IReadOnlyList<ReportSummary> Reports { get; init; }

    /// <summary>Name last given as a correction's author in this browser; empty where none was.</summary>
    public required string Author { get; init; }

    /// <summary>Those who share most facts with the actor.</summary>
    public required IReadOnlyList<Facet> Others { get; init; }

    /// <summary>The offices that reports gave the actor, the one named earliest first.</summary>
    public required IReadOnlyList<OfficeHeld> Offices { get; init; }

    /// <summary>Where the actor met others; null where no meeting's place is known.</summary>
    public MeetingMap? Map { get; init; }
}
