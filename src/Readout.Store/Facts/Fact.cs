using System.Text.Json.Serialization;

namespace Readout.Store.Facts;

/// <summary>A fact of one report, as lists and pages show it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StatementFact), "statement")]
[JsonDerivedType(typeof(MeetingFact), "meeting")]
[JsonDerivedType(typeof(CommitmentFact), "commitment")]
[JsonDerivedType(typeof(EventFact), "event")]
public abstract record Fact
{
    /// <summary>Short name of the report, a hyphen and the record's id, such as <c>8eb030292736-s3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The report that it stands in.</summary>
    public required ReportLink Report { get; init; }

    /// <summary>When, as the record has it; null where unknown.</summary>
    public string? Time { get; init; }

    /// <summary>Year, month or day that it is sorted under: of its time, else of publication; empty where neither is known.</summary>
    public required string Day { get; init; }

    /// <summary>Probability in [0, 1] that the fact is as stated.</summary>
    public required double Confidence { get; init; }

    /// <summary>The words that are shown and searched.</summary>
    public required string Words { get; init; }

    /// <summary><see cref="Words"/> with U+0002 before and U+0003 after each word that was searched for; null where nothing was.</summary>
    [JsonIgnore]
    public string? Highlighted { get; init; }

    /// <summary>Equal for facts that tell of one thing, which lists and pages never show; null where the fact was compared with no others.</summary>
    [JsonIgnore]
    public long? Cluster { get; init; }

    /// <summary>Whether people put something of it right, which it shows; what was read instead is in the corrections.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Whether the engine missed it and a person added it.</summary>
    public bool IsAdded { get; init; }

    /// <summary><c>accepted</c> or <c>rejected</c> by a person; null where nobody judged. Lists leave out what was rejected.</summary>
    public string? Verdict { get; init; }

    /// <summary>The words of the report that support it, in text order within each role; empty where they were not asked for.</summary>
    public IReadOnlyList<FactSpan> Spans { get; init; } = [];
}
