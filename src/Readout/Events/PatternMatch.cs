namespace Readout.Events;

/// <summary>A trigger with the pattern that fits it best.</summary>
/// <param name="Trigger">Row of the trigger.</param>
/// <param name="Support">Row of the noun that completes a light verb ("hold <i>talks</i>"); the trigger's own row where none does.</param>
/// <param name="Pattern">The pattern.</param>
internal readonly record struct PatternMatch(int Trigger, int Support, EventPattern Pattern);
