using Readout.Store.Facts;

namespace Readout.Server.Exports;

/// <summary>A column of the table of facts.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Type">Type of Table Schema: <c>string</c> or <c>number</c>.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Value">The cell of a fact; null where it has none.</param>
internal sealed record FactColumn(string Name, string Type, string Description, Func<Fact, string?> Value);
