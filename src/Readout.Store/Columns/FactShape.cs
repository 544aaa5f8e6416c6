namespace Readout.Store.Columns;

/// <summary>What a fact is, but for when, where and who: one of some hundred combinations.</summary>
/// <param name="Type">Name of its type.</param>
/// <param name="Kind">Kind of a statement or commitment, PLOVER type of an event.</param>
/// <param name="Status">Of a meeting, commitment or event.</param>
/// <param name="Form">Of a statement.</param>
/// <param name="IsRejected">True where people said that it is none.</param>
internal readonly record struct FactShape(string Type, string? Kind, string? Status, string? Form, bool IsRejected);
