namespace Readout.Training;

/// <summary>What training a sequence tagger reports after an epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Loss">Mean loss per word in this epoch.</param>
/// <param name="Score">Score on development data, null if this epoch was not scored.</param>
/// <param name="Remaining">Estimate of the time left.</param>
public sealed record TaggerProgress(int Epoch, int Epochs, double Loss, double? Score, TimeSpan Remaining);
