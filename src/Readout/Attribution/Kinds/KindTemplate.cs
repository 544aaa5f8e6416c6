namespace Readout.Attribution.Kinds;

/// <summary>What a feature of the classifier of kinds tells; the order is part of the model.</summary>
internal enum KindTemplate
{
    Bias,

    // The cue.
    CueWord,
    CueEntry,
    CueClass,
    CueAndNext,
    CueKind,
    CueWords,

    // Who speaks, and what stands before.
    Source,
    SourceTitle,
    SourceCluster,
    Before,

    // Every clause of the content with a subject or an auxiliary.
    Act,
    ActAny,
    ActIf,
    ActVerb,
    ActCluster,
    ActHint,

    // The content's words.
    Word,
    Pair,
    WordCluster,
    Hint,
    HintAny,
    HintRelation,
    Mark,
    Opening,
    FirstWord,
    Length,

    // The content's main clause.
    Root,
    RootCluster,
    RootHint,
    Imperative,
    Tense,
    Subject,
    Auxiliary,
    Negation,
    Modal,
    AuxiliaryRoot,
    Agent,
    AgentHint,
}
