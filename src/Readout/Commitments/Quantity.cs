namespace Readout.Commitments;

/// <summary>An amount with its unit.</summary>
/// <param name="Value">The number, scale words multiplied out.</param>
/// <param name="Unit">ISO 4217 code for money, else the unit's noun in the singular.</param>
public sealed record Quantity(double Value, string Unit);
