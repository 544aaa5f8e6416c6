using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>A text of OntoGUM with its coreference chains.</summary>
/// <param name="Id">Name of the document.</param>
/// <param name="Tokens">The corpus's own words and sentences.</param>
/// <param name="Chains">Mentions of each chain as rows of <paramref name="Tokens"/>; chains of one mention are not annotated.</param>
public sealed record CorefDocument(string Id, TokenTable Tokens, IReadOnlyList<IReadOnlyList<(int First, int End)>> Chains);
