using Readout.Entities;
using Readout.Tokenization;

namespace Readout.Corpora;

/// <summary>A text with the names that a corpus marks in it.</summary>
/// <param name="Id">Document id of the corpus, or file name and number.</param>
/// <param name="Tokens">Words and sentences.</param>
/// <param name="Names">Names in text order, never overlapping.</param>
internal sealed record NameDocument(string Id, TokenTable Tokens, IReadOnlyList<NameSpan> Names)
{
    /// <summary>Row ranges that were annotated; null where all of the text was. Sentences outside are neither learnt from nor scored.</summary>
    public IReadOnlyList<(int First, int End)>? Annotated { get; init; }

    /// <summary>Whether the row was annotated.</summary>
    public bool Covers(int row) => Annotated is null || Annotated.Any(range => row >= range.First && row < range.End);
}
