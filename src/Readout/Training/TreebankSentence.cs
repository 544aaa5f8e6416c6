namespace Readout.Training;

/// <summary>One annotated sentence: every list has one element per syntactic word.</summary>
public sealed record TreebankSentence
{
    /// <summary>Word forms as written.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Lemmas.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Universal parts of speech in CoNLL-U form (<c>NOUN</c>).</summary>
    public required string[] Upos { get; init; }

    /// <summary>Penn Treebank tags.</summary>
    public required string[] Xpos { get; init; }

    /// <summary>UD features in CoNLL-U form; <c>_</c> for none.</summary>
    public required string[] Features { get; init; }

    /// <summary>Heads, counted from 1; 0 for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relations with subtypes in CoNLL-U form.</summary>
    public required string[] Relations { get; init; }

    /// <summary>Number of words.</summary>
    public int Count => Forms.Length;
}
