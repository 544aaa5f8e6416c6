using Readout.Store.Facts;

namespace Readout.Store.Queries;

/// <summary>How many facts of a type fall into a step of time.</summary>
/// <param name="Step">Decade (<c>199</c>), year, month or day; shorter than the scale asked for where no more is known of when they were.</param>
/// <param name="Type">Type.</param>
/// <param name="Count">Facts, at least one.</param>
public sealed record TimeCount(string Step, FactType Type, int Count);
