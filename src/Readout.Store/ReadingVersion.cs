namespace Readout.Store;

/// <summary>Which engine and which models made a reading; two readings of equal version are equal.</summary>
/// <param name="Engine">Version of the engine's code.</param>
/// <param name="Model">Version of the lexicons and models that it read with.</param>
public sealed record ReadingVersion(string Engine, string Model);
