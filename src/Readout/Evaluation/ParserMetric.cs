namespace Readout.Evaluation;

/// <summary>The metrics of the CoNLL 2018 shared task (https://universaldependencies.org/conll18/evaluation.html), in its order.</summary>
public enum ParserMetric
{
    /// <summary>Orthographic tokens by span; a multiword token is one.</summary>
    Tokens,

    /// <summary>Sentences by span.</summary>
    Sentences,

    /// <summary>Syntactic words by span.</summary>
    Words,

    /// <summary>Universal part of speech of aligned words.</summary>
    Upos,

    /// <summary>Penn Treebank tag of aligned words.</summary>
    Xpos,

    /// <summary>Universal features; features that are not universal are left out.</summary>
    Ufeats,

    /// <summary>Lemma; a reference lemma of <c>_</c> accepts any.</summary>
    Lemmas,

    /// <summary>Head.</summary>
    Uas,

    /// <summary>Head and universal relation.</summary>
    Las,

    /// <summary>Head and relation of content words.</summary>
    Clas,

    /// <summary>As <see cref="Clas"/>, with part of speech, features and function words.</summary>
    Mlas,

    /// <summary>As <see cref="Clas"/>, with lemma.</summary>
    Blex,
}
