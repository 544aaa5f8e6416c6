using Readout.Events;

namespace Readout.Commitments;

/// <summary>One way in which a word binds somebody to an act.</summary>
/// <param name="Role">Where the act stands.</param>
/// <param name="Kind">What kind of commitment it makes.</param>
/// <param name="Status">Its state.</param>
internal readonly record struct CommitmentCue(PatternRole Role, CommitmentKind Kind, CommitmentStatus Status);
