namespace Readout.Server.Delivering;

/// <summary>What came of a POST.</summary>
/// <param name="Status">Status of the answer; null where there was none.</param>
/// <param name="Error">Why there was none; null where there was.</param>
public sealed record PostAnswer(int? Status, string? Error);
