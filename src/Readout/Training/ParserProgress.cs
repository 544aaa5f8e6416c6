namespace Readout.Training;

/// <summary>What training reports after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Loss">Mean loss per word in this epoch.</param>
/// <param name="Scores">Per dev set its score; empty if this epoch was not scored.</param>
/// <param name="Remaining">Estimate of the time left.</param>
public sealed record ParserProgress(int Epoch, int Epochs, double Loss, IReadOnlyList<ParserScore> Scores, TimeSpan Remaining);
