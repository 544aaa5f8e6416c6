namespace Readout.Merging;

/// <summary>One report's account of a commitment.</summary>
public sealed record CommitmentAccount
{
    /// <summary>Those who bind themselves.</summary>
    public required IReadOnlyList<MeetingParticipant> Parties { get; init; }

    /// <summary>What is to be done, in the report's words.</summary>
    public required string Action { get; init; }

    /// <summary>EDTF day, month or year by which; null where none is given.</summary>
    public string? Due { get; init; }

    /// <summary>Sum or quantity; null where none is given.</summary>
    public double? Amount { get; init; }

    /// <summary>Day of the report; null where unknown.</summary>
    public DateOnly? Published { get; init; }
}
