using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>Features of the word that heads an act and of the word that governs it. For one report; not thread-safe.</summary>
internal sealed class ActFeatures(SceneIndex index, CommitmentLexicon lexicon, FeatureWriter to)
{
    // Steps of the quantized states that count as neither high nor low.
    private const int Middle = 24;

    private const int MaximumDepth = 4;

    private static readonly string[] RelationNames = Enum.GetNames<DependencyRelation>();

    private readonly ParsedText _parse = index.Parse;
    private readonly ClauseMood _mood = new(lexicon);

    /// <summary>Adds them.</summary>
    public void Add(CommitmentCandidate candidate, string form)
    {
        AddHead(candidate, form);
        AddGovernor(candidate, form);
        AddKind(candidate, form);
        AddState(CommitmentFamily.HeadState, candidate.Act.Head);
        AddState(CommitmentFamily.GovernorState, candidate.Governor);
    }

    private void AddHead(CommitmentCandidate candidate, string form)
    {
        int head = candidate.Act.Head;
        string lemma = _parse.Lemma(head);
        to.Put(CommitmentFamily.Lemma, lemma);
        to.Put(CommitmentFamily.FormLemma, form, lemma);
        (string fine, string coarse) = to.ClusterOf(head);
        to.Put(CommitmentFamily.Cluster, fine);
        to.Put(CommitmentFamily.FormCluster, form, fine);
        to.Put(CommitmentFamily.Coarse, form, coarse);
        to.Put(CommitmentFamily.Relation, RelationNames[(int)_parse.Relations[head]], form);
        to.Put(CommitmentFamily.Tense, _parse.Xpos(head), form);
        to.Put(CommitmentFamily.Binding, lexicon.IsBinding(lemma) ? "1" : "0", form);
        string rule = candidate.Rule is { } draft ? draft.Origin : "-";
        to.Put(CommitmentFamily.Rule, rule);
        to.Put(CommitmentFamily.RuleForm, rule, form);
        to.Put(CommitmentFamily.RuleCue, rule, candidate.Rule is null ? "" : FeatureWriter.Codes[(int)candidate.Rule.Kind], candidate.Rule is null ? "" : FeatureWriter.Codes[(int)candidate.Rule.Status]);
        to.Put(CommitmentFamily.RuleLemma, rule, lemma);
        to.Put(CommitmentFamily.Negated, Reality.IsNegated(_parse, head) ? "1" : "0", form);
        to.Put(CommitmentFamily.Doubted, _mood.IsDoubted(_parse, head) ? "1" : "0", ClauseMood.IsAsked(index, head) ? "1" : "0", form);
        AddChildren(head, form);
        AddObject(head, coarse, form);
    }

    private void AddChildren(int head, string form)
    {
        foreach (int child in _parse.Children(head))
        {
            switch (_parse.Relations[child].Universal())
            {
                case DependencyRelation.Aux:
                    to.Put(CommitmentFamily.Auxiliary, _parse.Lemma(child));
                    to.Put(CommitmentFamily.AuxiliaryForm, _parse.Lemma(child), _parse.Xpos(child), form);
                    break;
                case DependencyRelation.Mark:
                    to.Put(CommitmentFamily.Mark, _parse.Lemma(child), form);
                    break;
                case DependencyRelation.Advcl:
                    int mark = _parse.ChildWith(child, DependencyRelation.Mark);
                    to.Put(CommitmentFamily.Condition, mark >= 0 ? _parse.Lemma(mark) : "", form);
                    break;
                case DependencyRelation.Advmod or DependencyRelation.Amod or DependencyRelation.Det or DependencyRelation.Compound or DependencyRelation.Nummod:
                    to.Put(CommitmentFamily.Modifier, _parse.Lemma(child), RelationNames[(int)_parse.Relations[child].Universal()]);
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod:
                    int marker = _parse.ChildWith(child, DependencyRelation.Case);
                    to.Put(CommitmentFamily.Oblique, marker >= 0 ? _parse.Lemma(marker) : "", form);
                    to.Put(CommitmentFamily.Oblique, marker >= 0 ? _parse.Lemma(marker) : "", to.ClusterOf(child).Fine);
                    break;
            }
        }
    }

    private void AddObject(int head, string coarse, string form)
    {
        int found = Clause.Object(_parse, head);
        to.Put(CommitmentFamily.ObjectForm, found >= 0 ? "1" : "0", form);
        if (found >= 0)
        {
            (string objectFine, string objectCoarse) = to.ClusterOf(found);
            to.Put(CommitmentFamily.Object, _parse.Lemma(found));
            to.Put(CommitmentFamily.ObjectCluster, objectFine);
            to.Put(CommitmentFamily.CoarsePair, coarse, objectCoarse);
            to.Put(CommitmentFamily.ObjectClass, lexicon.ClassOf(_parse.Lemma(found)) ?? "-", form);
        }
    }

    // What kind of act it is, on what kind of thing.
    private void AddKind(CommitmentCandidate candidate, string form)
    {
        int head = candidate.Act.Head;
        int found = Clause.Object(_parse, head);
        ReadOnlySpan<string> things = found < 0 ? default : ThingsOf(_parse.Lemma(found));
        ReadOnlySpan<string> acts = lexicon.ActsOf(_parse.Upos[head] == UposTag.Verb, _parse.Lemma(head));
        foreach (string thing in things)
        {
            to.Put(CommitmentFamily.Thing, thing);
            to.Put(CommitmentFamily.ThingForm, thing, form);
        }

        string governor = candidate.Governor < 0 ? "" : _parse.Lemma(candidate.Governor);
        string cue = candidate.Governor < 0 ? "" : to.CueAt(candidate.Governor);
        string subject = to.TypeAt(candidate.Subject);
        foreach (string act in acts.Length == 0 ? ["-"] : acts)
        {
            to.Put(CommitmentFamily.Act, act);
            to.Put(CommitmentFamily.ActForm, act, form, candidate.Rule is null ? "-" : "r");
            to.Put(CommitmentFamily.ActGovernor, act, governor);
            to.Put(CommitmentFamily.ActGovernor, act, cue, form);
            to.Put(CommitmentFamily.ActSubject, act, subject, form);
            foreach (string thing in things.Length == 0 ? [found < 0 ? "none" : "-"] : things)
            {
                to.Put(CommitmentFamily.ActObject, act, thing);
                to.Put(CommitmentFamily.ActObject, act, thing, form);
            }
        }
    }

    private ReadOnlySpan<string> ThingsOf(string lemma) => lexicon.ActsOf(false, lemma);

    private void AddGovernor(CommitmentCandidate candidate, string form)
    {
        int governor = candidate.Governor;
        string lemma = governor < 0 ? "" : _parse.Lemma(governor);
        int anchor = candidate.Act.Head;
        for (int depth = 0; depth < MaximumDepth && governor >= 0 && _parse.Heads[anchor] != governor; depth++)
        {
            anchor = _parse.Heads[anchor];
        }

        string relation = RelationNames[(int)_parse.Relations[anchor].Universal()];
        to.Put(CommitmentFamily.GovernorLemma, lemma);
        to.Put(CommitmentFamily.Governor, lemma, relation);
        to.Put(CommitmentFamily.GovernorForm, lemma, relation, form);
        if (governor < 0)
        {
            return;
        }

        to.Put(CommitmentFamily.CueClass, to.CueAt(governor), relation, form);
        (string fine, string coarse) = to.ClusterOf(governor);
        to.Put(CommitmentFamily.GovernorCluster, fine, relation);
        to.Put(CommitmentFamily.GovernorCluster, coarse, relation, form);
        to.Put(CommitmentFamily.Above, _parse.Heads[governor] < 0 ? "" : _parse.Lemma(_parse.Heads[governor]), form);
        to.Put(CommitmentFamily.GovernorTense, _parse.Xpos(governor), relation);
        to.Put(CommitmentFamily.Negated, Reality.IsNegated(_parse, governor) ? "1" : "0", "governor", form);
        to.Put(CommitmentFamily.Doubted, _mood.IsDoubted(_parse, governor) ? "1" : "0", "governor", form);
        foreach (int child in _parse.Children(governor))
        {
            if (_parse.Relations[child].Universal() == DependencyRelation.Aux)
            {
                to.Put(CommitmentFamily.GovernorAuxiliary, _parse.Lemma(child), relation);
            }
            else if (_parse.Relations[child] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NmodPoss)
            {
                to.Put(CommitmentFamily.GovernorSubject, to.TypeAt(child), relation);
            }
        }
    }

    // The parser's own picture of a word in its sentence, as which of its numbers are high and which are low.
    private void AddState(CommitmentFamily family, int row)
    {
        if (row < 0 || _parse.States is not { } states)
        {
            return;
        }

        ReadOnlySpan<byte> state = states.Data.AsSpan(row * states.Stride, states.Stride);
        for (int i = 0; i < state.Length; i++)
        {
            int value = state[i] - 128;
            if (Math.Abs(value) > Middle)
            {
                to.Put(family, [(char)(FeatureWriter.Letters + i), value > 0 ? '+' : '-']);
            }
        }
    }
}
