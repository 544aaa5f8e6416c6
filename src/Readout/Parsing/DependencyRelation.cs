namespace Readout.Parsing;

/// <summary>
/// Dependency relation of a word to its head: the universal relations of UD v2 and the English subtypes of EWT and GUM 2.16.
/// <c>default</c> is <see cref="Dep"/>. <see cref="DependencyRelations"/> gives the CoNLL-U names.
/// </summary>
public enum DependencyRelation : byte
{
    /// <summary><c>dep</c>: Unspecified dependency.</summary>
    Dep,

    /// <summary><c>root</c>: Root of the sentence.</summary>
    Root,

    /// <summary><c>acl</c>: Clausal modifier of a noun.</summary>
    Acl,

    /// <summary><c>acl:relcl</c>: Relative clause.</summary>
    AclRelcl,

    /// <summary><c>advcl</c>: Adverbial clause.</summary>
    Advcl,

    /// <summary><c>advcl:relcl</c>: Adverbial relative clause.</summary>
    AdvclRelcl,

    /// <summary><c>advmod</c>: Adverbial modifier.</summary>
    Advmod,

    /// <summary><c>amod</c>: Adjectival modifier.</summary>
    Amod,

    /// <summary><c>appos</c>: Apposition.</summary>
    Appos,

    /// <summary><c>aux</c>: Auxiliary.</summary>
    Aux,

    /// <summary><c>aux:pass</c>: Passive auxiliary.</summary>
    AuxPass,

    /// <summary><c>case</c>: Case marker or adposition.</summary>
    Case,

    /// <summary><c>cc</c>: Coordinating conjunction.</summary>
    Cc,

    /// <summary><c>cc:preconj</c>: Preconjunction ("both", "either").</summary>
    CcPreconj,

    /// <summary><c>ccomp</c>: Clausal complement.</summary>
    Ccomp,

    /// <summary><c>clf</c>: Classifier.</summary>
    Clf,

    /// <summary><c>compound</c>: Compound.</summary>
    Compound,

    /// <summary><c>compound:prt</c>: Phrasal verb particle.</summary>
    CompoundPrt,

    /// <summary><c>conj</c>: Conjunct.</summary>
    Conj,

    /// <summary><c>cop</c>: Copula.</summary>
    Cop,

    /// <summary><c>csubj</c>: Clausal subject.</summary>
    Csubj,

    /// <summary><c>csubj:outer</c>: Clausal subject of an outer copular clause.</summary>
    CsubjOuter,

    /// <summary><c>csubj:pass</c>: Clausal passive subject.</summary>
    CsubjPass,

    /// <summary><c>det</c>: Determiner.</summary>
    Det,

    /// <summary><c>det:predet</c>: Predeterminer.</summary>
    DetPredet,

    /// <summary><c>discourse</c>: Discourse element.</summary>
    Discourse,

    /// <summary><c>dislocated</c>: Dislocated element.</summary>
    Dislocated,

    /// <summary><c>expl</c>: Expletive.</summary>
    Expl,

    /// <summary><c>fixed</c>: Fixed multiword expression.</summary>
    Fixed,

    /// <summary><c>flat</c>: Flat expression, as in names.</summary>
    Flat,

    /// <summary><c>goeswith</c>: Parts of a word wrongly split.</summary>
    Goeswith,

    /// <summary><c>iobj</c>: Indirect object.</summary>
    Iobj,

    /// <summary><c>list</c>: List item.</summary>
    List,

    /// <summary><c>mark</c>: Subordinating marker.</summary>
    Mark,

    /// <summary><c>nmod</c>: Nominal modifier.</summary>
    Nmod,

    /// <summary><c>nmod:desc</c>: Descriptive nominal modifier (titles before names).</summary>
    NmodDesc,

    /// <summary><c>nmod:poss</c>: Possessive nominal modifier.</summary>
    NmodPoss,

    /// <summary><c>nmod:unmarked</c>: Nominal modifier without a case marker.</summary>
    NmodUnmarked,

    /// <summary><c>nsubj</c>: Nominal subject.</summary>
    Nsubj,

    /// <summary><c>nsubj:outer</c>: Nominal subject of an outer copular clause.</summary>
    NsubjOuter,

    /// <summary><c>nsubj:pass</c>: Passive nominal subject.</summary>
    NsubjPass,

    /// <summary><c>nummod</c>: Numeric modifier.</summary>
    Nummod,

    /// <summary><c>obj</c>: Object.</summary>
    Obj,

    /// <summary><c>obl</c>: Oblique nominal.</summary>
    Obl,

    /// <summary><c>obl:agent</c>: Agent of a passive.</summary>
    OblAgent,

    /// <summary><c>obl:unmarked</c>: Oblique without a case marker (times among them).</summary>
    OblUnmarked,

    /// <summary><c>orphan</c>: Orphan of an ellipsis.</summary>
    Orphan,

    /// <summary><c>parataxis</c>: Parataxis.</summary>
    Parataxis,

    /// <summary><c>punct</c>: Punctuation.</summary>
    Punct,

    /// <summary><c>reparandum</c>: Overridden disfluency.</summary>
    Reparandum,

    /// <summary><c>vocative</c>: Vocative.</summary>
    Vocative,

    /// <summary><c>xcomp</c>: Open clausal complement.</summary>
    Xcomp,
}
