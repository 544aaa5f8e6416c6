namespace Readout.Merging;

/// <summary>Somebody at a meeting.</summary>
/// <param name="Key">Identity across reports.</param>
/// <param name="State">Identity of the state that they stand for, or are; null where none.</param>
/// <param name="IsState">Whether the report names the state itself ("Maravene and Quendria agreed").</param>
public readonly record struct MeetingParticipant(string Key, string? State, bool IsState);
