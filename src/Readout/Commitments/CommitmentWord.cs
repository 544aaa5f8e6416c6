namespace Readout.Commitments;

/// <summary>Classes of words in <c>data/commitments/words.tsv</c>.</summary>
internal enum CommitmentWord
{
    /// <summary>Auxiliaries of the future.</summary>
    Future,

    /// <summary>Auxiliaries that leave open whether it will be.</summary>
    Modal,

    /// <summary>Verbs and nouns of agreeing, promising, planning and threatening.</summary>
    Binder,

    /// <summary>Conjunctions that do the same.</summary>
    Condition,

    /// <summary>Verbs whose complement is hoped, asked or feared and binds nobody.</summary>
    Wish,

    /// <summary>Conjunctions after which stands why or when, not what.</summary>
    Aside,

    /// <summary>Before what an act is done for or after, which is none of its words: "because of the drought".</summary>
    Outside,

    /// <summary>Words that open a remark behind a comma.</summary>
    Remark,

    /// <summary>Verbs of who says so.</summary>
    Say,

    /// <summary>Adverbs that belong to the sentence, not to the act.</summary>
    Connective,

    /// <summary>Agreements that one side alone can announce or pledge.</summary>
    OneSided,

    /// <summary>Plurals that stand for those who were named together before.</summary>
    Side,

    /// <summary>Those of them that are persons.</summary>
    Leader,

    /// <summary>Offices that act for a state.</summary>
    Government,

    /// <summary>Organs that act for the state that a report is about.</summary>
    Organ,

    /// <summary>What "the two" of stands for organizations.</summary>
    Company,

    /// <summary>Who acts for the body that they are of: "UN officials".</summary>
    Staff,

    /// <summary>Who speaks for another.</summary>
    Spokesman,

    /// <summary>Words that say that both sides act.</summary>
    Joint,

    /// <summary>What there are two of when both sides act.</summary>
    Pair,

    /// <summary>Before a time with which a period begins.</summary>
    From,

    /// <summary>Before a time with which a period ends.</summary>
    Until,

    /// <summary>Parts of a time, between its preposition and it: "by the end of".</summary>
    Part,

    /// <summary>Units that measure time, which is no amount.</summary>
    TimeUnit,
}
