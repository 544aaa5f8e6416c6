namespace Readout.Corpora;

/// <summary>The sentences of one document of a CoNLL-U file.</summary>
/// <param name="Id">Value of <c># newdoc id</c>; null where there is none.</param>
/// <param name="Sentences">At least one, in order.</param>
public sealed record ConlluDocument(string? Id, IReadOnlyList<ConlluSentence> Sentences);
