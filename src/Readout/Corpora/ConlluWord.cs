namespace Readout.Corpora;

/// <summary>One syntactic word of a CoNLL-U file (https://universaldependencies.org/format.html). Multiword tokens are folded into their words.</summary>
public sealed record ConlluWord
{
    /// <summary>The characters that the word covers in its sentence's text: of a multiword token its share, never empty.</summary>
    public required string Surface { get; init; }

    /// <summary>FORM column; differs from <see cref="Surface"/> only in multiword tokens that do not spell out their words.</summary>
    public required string Form { get; init; }

    /// <summary>LEMMA column.</summary>
    public required string Lemma { get; init; }

    /// <summary>UPOS column.</summary>
    public required string Upos { get; init; }

    /// <summary>XPOS column.</summary>
    public required string Xpos { get; init; }

    /// <summary>FEATS column; <c>_</c> where none.</summary>
    public required string Features { get; init; }

    /// <summary>Index of the head among the sentence's words, from 0; -1 for the root and where the file gives none.</summary>
    public required int Head { get; init; }

    /// <summary>DEPREL column with its subtype.</summary>
    public required string Relation { get; init; }

    /// <summary>MISC column; <c>_</c> where none.</summary>
    public required string Misc { get; init; }

    /// <summary>Whether the word continues the multiword token of the word before.</summary>
    public required bool JoinsPrevious { get; init; }

    /// <summary>Whether white space follows the word; false inside a multiword token and under <c>SpaceAfter=No</c>.</summary>
    public required bool SpaceAfter { get; init; }
}
