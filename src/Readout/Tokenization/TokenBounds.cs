namespace Readout.Tokenization;

/// <summary>First rows of the sentences and paragraphs of a <see cref="TokenTable"/>, each list closed by the number of rows.</summary>
/// <param name="Sentences">[sentences + 1], ascending; for an empty table just 0.</param>
/// <param name="Paragraphs">[paragraphs + 1], ascending; every paragraph start is a sentence start.</param>
public sealed record TokenBounds(int[] Sentences, int[] Paragraphs);
