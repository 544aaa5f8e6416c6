using Readout.Store.Facts;

namespace Readout.Server.Outlets;

/// <summary>An utterance that an outlet and others report.</summary>
/// <param name="Fact">As the outlet has it.</param>
/// <param name="First">The report that had it first.</param>
/// <param name="Others">Outlets besides this one.</param>
public sealed record SharedUtterance(Fact Fact, ReportLink First, IReadOnlyList<string> Others);
