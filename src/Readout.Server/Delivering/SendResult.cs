namespace Readout.Server.Delivering;

/// <summary>What became of one try, and why.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Error">One sentence for the log; null where it was taken.</param>
internal readonly record struct SendResult(SendOutcome Outcome, string? Error = null);
