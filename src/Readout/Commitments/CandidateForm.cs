namespace Readout.Commitments;

/// <summary>In which form the act of a candidate stands.</summary>
internal enum CandidateForm
{
    /// <summary>"will build", "would build", "is going to build".</summary>
    Future,

    /// <summary>"to build".</summary>
    Infinitive,

    /// <summary>"should build" under a verb of agreeing, "shall build".</summary>
    Modal,

    /// <summary>"(on) building", "giving it a stake".</summary>
    Gerund,

    /// <summary>"is building".</summary>
    Progressive,

    /// <summary>"the accord waives", "a deal that opens".</summary>
    Terms,

    /// <summary>"a four-year contract", "troops for the force".</summary>
    Noun,

    /// <summary>What a rule alone takes for an act.</summary>
    Other,
}
