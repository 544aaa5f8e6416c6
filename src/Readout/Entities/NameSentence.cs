namespace Readout.Entities;

/// <summary>A sentence for the name model.</summary>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last.</param>
/// <param name="IsShouting">Whether it is a line of capitals.</param>
internal readonly record struct NameSentence(int First, int End, bool IsShouting);
