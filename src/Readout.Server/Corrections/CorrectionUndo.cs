namespace Readout.Server.Corrections;

/// <summary>The body of a request that takes a correction back.</summary>
/// <param name="Author">Who takes it back.</param>
internal sealed record CorrectionUndo(string Author);
