using Readout.Actors;
using Readout.Text;

namespace Readout.Attribution;

/// <summary>Content that the report attributes to a source (attribution relation of PARC and PolNeAR).</summary>
public sealed record Statement
{
    /// <summary>Direct, indirect or mixed.</summary>
    public required StatementForm Form { get; init; }

    /// <summary>What the statement does.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>Source phrases with their actors; empty where no source was found.</summary>
    public IReadOnlyList<ActorReference> Speakers { get; init; } = [];

    /// <summary>The reporting words ("said", "according to"); null where there are none (headlines).</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>Content spans in text order, outer quotation marks left out; never empty.</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    /// <summary>Whom the speaker addressed.</summary>
    public IReadOnlyList<ActorReference> Addressees { get; init; } = [];

    /// <summary>When it was said, as a TIMEX3 value; null where the report does not tell.</summary>
    public string? Time { get; init; }

    /// <summary>Index of the statement whose content holds this one (nested speech); -1 at the top.</summary>
    public int Within { get; init; } = -1;

    /// <summary>Calibrated probability that source and content are right, in [0, 1].</summary>
    public double Confidence { get; init; }

    /// <summary>Class of evidence by which <see cref="Confidence"/> is calibrated (data/attribution/confidence.tsv).</summary>
    internal string Evidence { get; init; } = "";

    /// <summary>Why the engine holds it, in plain words.</summary>
    public required string Reason { get; init; }
}
