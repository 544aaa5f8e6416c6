namespace Readout.Attribution.Extraction;

/// <summary>Rows of the token table that play a role. Spans of one text never overlap.</summary>
/// <param name="Role">The part they play.</param>
/// <param name="First">First row.</param>
/// <param name="End">Row after the last; a span never crosses a paragraph.</param>
internal readonly record struct RoleSpan(Role Role, int First, int End);
