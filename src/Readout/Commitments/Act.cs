namespace Readout.Commitments;

/// <summary>The words that say what is to be done.</summary>
/// <param name="Head">Row of the verb or noun that heads them.</param>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last.</param>
internal readonly record struct Act(int Head, int First, int End);
