namespace Readout.Store.Queries;

/// <summary>A bounded part of a list.</summary>
/// <param name="Items">The rows, in the order asked for.</param>
/// <param name="Next">What to pass as cursor for the part after this one; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
