namespace Readout.Commitments;

/// <summary>Families of the features of commitments. A model knows them by their numbers.</summary>
internal enum CommitmentFamily : ushort
{
    Bias = 200, Form, Lemma, FormLemma, Cluster, FormCluster, Coarse, Governor, GovernorForm, GovernorCluster, GovernorLemma, Above, Rule, RuleForm,
    RuleCue, RuleLemma, Relation, SubjectType, SubjectForm, SubjectWord, SubjectCluster, Parties, Auxiliary, AuxiliaryForm, GovernorAuxiliary, Mark,
    Tense, Negated, Doubted, Time, TimeForm, Amount, Statement, StatementForm, Speaker, Place, Headline, Names, Length, Object, ObjectCluster,
    ObjectForm, Modifier, Oblique, Word, WordCluster, Before, After, Condition, Binding, Agreement, Shared, Quoted, GovernorSubject, HeadState,
    GovernorState, CoarsePair, GovernorTense, LeadForm, ObjectClass, Above2, Beside, Told, Report, CueClass, NearCue, NearClass, TwoBefore,
    Act, ActForm, ActObject, ActSubject, ActGovernor, Thing, ThingForm, Root, Near, SubjectAct, Holder,
}
