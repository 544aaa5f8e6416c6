namespace Readout.Merging;

/// <summary>A run of words that two texts have in common; a replaced word or three inside it count as common.</summary>
/// <param name="Earlier">First word in the earlier text.</param>
/// <param name="Later">First word in the later text.</param>
/// <param name="Length">Number of words.</param>
public readonly record struct AlignedRun(int Earlier, int Later, int Length);
