using System.Text.Json.Serialization;

namespace Readout.Store.Corrections;

/// <summary>A correction as a person makes it.</summary>
public sealed record CorrectionDraft
{
    /// <summary>
    /// Id of the fact that is corrected, such as <c>8eb030292736-s3</c>; of an actor its key, such as <c>person/a-prado</c>; of a missed fact
    /// the short name of its report. Empty among drafts that are kept together: the fact that the first of them adds.
    /// </summary>
    public required string Fact { get; init; }

    /// <summary>Short name of the report in which an actor is somebody else; null for all other corrections.</summary>
    public string? Report { get; init; }

    /// <summary>What is put right.</summary>
    public required CorrectionField Field { get; init; }

    /// <summary>The right value (<see cref="CorrectionField"/>); null where the field takes none.</summary>
    public string? Value { get; init; }

    /// <summary>Who corrects, as they name themselves.</summary>
    public required string Author { get; init; }

    /// <summary>Whether the author had signed in to an account of this name; never taken from what is sent.</summary>
    [JsonIgnore]
    public bool IsAccount { get; init; }

    /// <summary>Why; null where nothing is said.</summary>
    public string? Note { get; init; }
}
