namespace Readout.Actors;

/// <summary>An office that somebody held, as a public dump has it.</summary>
/// <param name="Owner">ISO 3166-1 alpha-3 of the state.</param>
/// <param name="Office">Office in small letters.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="From">First day, month or year (ISO 8601).</param>
/// <param name="To">Last day, month or year; empty where none is known.</param>
/// <param name="Wikidata">Item of the person.</param>
public sealed record ImportedTenure(string Owner, string Office, string Name, string From, string To, string Wikidata)
{
    /// <summary>Other English names.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];
}
