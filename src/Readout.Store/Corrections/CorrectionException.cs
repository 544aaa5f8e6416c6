namespace Readout.Store.Corrections;

/// <summary>A correction that cannot be taken: the message says what is wrong with it and what would be right.</summary>
public sealed class CorrectionException(string message) : Exception(message);
