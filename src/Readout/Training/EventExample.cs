namespace Readout.Training;

/// <summary>One labelled sentence of the event corpus.</summary>
/// <param name="Sentence">Its text, by which it is held out or not.</param>
/// <param name="Features">Distinct feature hashes, ascending.</param>
/// <param name="Label">Index of its class.</param>
internal sealed record EventExample(string Sentence, ulong[] Features, int Label);
