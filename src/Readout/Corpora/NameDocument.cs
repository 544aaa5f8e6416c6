using Readout.Entities;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>A text with the names that a corpus marks in it.</summary>
/// <param name="Id">Document id of the corpus, or file name and number.</param>
/// <param name="Tokens">Words and sentences.</param>
/// <param name="Names">Names in text order, never overlapping.</param>
internal sealed record NameDocument(string Id, TokenTable Tokens, IReadOnlyList<NameSpan> Names);
