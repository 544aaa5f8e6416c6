namespace Readout.Commitments;

/// <summary>Words that may say what somebody has bound himself to do.</summary>
internal sealed class CommitmentCandidate
{
    public required CandidateForm Form { get; init; }

    /// <summary>The words; their head tells candidates apart.</summary>
    public required Act Act { get; set; }

    /// <summary>Row of who is to act, as the tree has it; -1 where nobody is.</summary>
    public required int Subject { get; init; }

    /// <summary>Row of the word that governs the act, past what is joined to it; -1 for a main clause.</summary>
    public required int Governor { get; init; }

    /// <summary>What a rule makes of it; null where none does.</summary>
    public CommitmentDraft? Rule { get; init; }

    /// <summary>Actors bound by it.</summary>
    public required List<int> Parties { get; init; }
}
