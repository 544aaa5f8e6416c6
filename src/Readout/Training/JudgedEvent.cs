using Readout.Events;

namespace Readout.Training;

/// <summary>A candidate of an annotated report.</summary>
/// <param name="Report">Number of the report.</param>
/// <param name="Draft">The candidate.</param>
/// <param name="Features">The features that it is judged by.</param>
/// <param name="Measures">The numbers that it is judged by.</param>
/// <param name="IsRight">Whether the scorer pairs it with an annotated event.</param>
internal sealed record JudgedEvent(int Report, EventDraft Draft, ulong[] Features, int[] Measures, bool IsRight);
