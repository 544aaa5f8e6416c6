using System.Collections.Frozen;

namespace Readout.Events;

/// <summary>A role that must be filled.</summary>
/// <param name="Role">Which.</param>
/// <param name="Words">Lemmas that may fill it; null where any may.</param>
internal readonly record struct PatternCondition(PatternRole Role, FrozenSet<string>? Words);
