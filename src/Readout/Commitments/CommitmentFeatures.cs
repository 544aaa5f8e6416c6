using Readout.Actors;
using Readout.Attribution;
using Readout.Entities;
using Readout.Events;
using Readout.Parsing;

namespace Readout.Commitments;

/// <summary>What speaks for and against a candidate, hashed. For one report; not thread-safe.</summary>
internal sealed class CommitmentFeatures(SceneIndex index, StatementView view, CommitmentLexicon lexicon, WordClusters clusters)
{
    private const int LongestAct = 40;

    // Steps of the quantized states that count as neither high nor low.
    private const int Middle = 24;

    // Numbers are written as letters that have no case.
    private const int Letters = 0x4E00;

    private enum Family : ushort
    {
        Bias = 200, Form, Lemma, FormLemma, Cluster, FormCluster, Coarse, Governor, GovernorForm, GovernorCluster, GovernorLemma, Above, Rule, RuleForm, RuleCue, RuleLemma,
        Relation, SubjectType, SubjectForm, SubjectWord, SubjectCluster, Parties, Auxiliary, AuxiliaryForm, GovernorAuxiliary, Mark, Tense, Negated, Doubted, Time, TimeForm, Amount,
        Statement, StatementForm, Speaker, Place, Headline, Names, Length, Object, ObjectCluster, ObjectForm, Modifier, Oblique, Word, WordCluster, Before, After, Condition, Binding,
        Agreement, Shared, Quoted, GovernorSubject, HeadState, GovernorState, CoarsePair, GovernorTense, LeadForm, ObjectClass, Above2, Beside, Told, Report, CueClass, NearCue, NearClass, TwoBefore,
    }

    private readonly ParsedText _parse = index.Parse;
    private readonly ClauseMood _mood = new(lexicon);
    private readonly HashSet<string> _headline = Words(index.Scene.Report.Headline);

    /// <summary>Fills <paramref name="features"/> with the distinct features of a candidate.</summary>
    public void Describe(List<CommitmentCandidate> candidates, CommitmentContext context, int at, List<ulong> features)
    {
        CommitmentCandidate candidate = candidates[at];
        features.Clear();
        string form = Names[(int)candidate.Form];
        Put(features, Family.Bias, "");
        Put(features, Family.Form, form);
        AddHead(candidate, form, features);
        AddGovernor(candidate, form, features);
        AddSubject(candidate, form, features);
        AddWords(candidate, form, features);
        AddFrame(candidate, form, features);
        AddContext(context, at, form, features);
        AddState(Family.HeadState, candidate.Act.Head, features);
        AddState(Family.GovernorState, candidate.Governor, features);
    }

    private static readonly string[] Names = Enum.GetNames<CandidateForm>();
    private static readonly string[] Digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    private static readonly string[] Cues = ["a", "b", "c", "d", "e", "f", "g"];
    private static readonly string[] TypeNames = Enum.GetNames<ActorType>();
    private static readonly string[] KindNames = Enum.GetNames<StatementKind>();
    private static readonly string[] RelationNames = Enum.GetNames<DependencyRelation>();

    private void AddHead(CommitmentCandidate candidate, string form, List<ulong> features)
    {
        int head = candidate.Act.Head;
        string lemma = _parse.Lemma(head);
        Put(features, Family.Lemma, lemma);
        Put(features, Family.FormLemma, form, lemma);
        (string fine, string coarse) = ClusterOf(head);
        Put(features, Family.Cluster, fine);
        Put(features, Family.FormCluster, form, fine);
        Put(features, Family.Coarse, form, coarse);
        Put(features, Family.Relation, RelationNames[(int)_parse.Relations[head]], form);
        Put(features, Family.Tense, _parse.Xpos(head), form);
        Put(features, Family.Binding, lexicon.IsBinding(lemma) ? "1" : "0", form);
        string rule = candidate.Rule is { } draft ? draft.Origin : "-";
        Put(features, Family.Rule, rule);
        Put(features, Family.RuleForm, rule, form);
        Put(features, Family.RuleCue, rule, candidate.Rule is null ? "" : Cues[(int)candidate.Rule.Kind], candidate.Rule is null ? "" : Cues[(int)candidate.Rule.Status]);
        Put(features, Family.RuleLemma, rule, lemma);
        Put(features, Family.Negated, Reality.IsNegated(_parse, head) ? "1" : "0", form);
        Put(features, Family.Doubted, _mood.IsDoubted(_parse, head) ? "1" : "0", ClauseMood.IsAsked(index, head) ? "1" : "0", form);
        foreach (int child in _parse.Children(head))
        {
            switch (_parse.Relations[child].Universal())
            {
                case DependencyRelation.Aux:
                    Put(features, Family.Auxiliary, _parse.Lemma(child));
                    Put(features, Family.AuxiliaryForm, _parse.Lemma(child), _parse.Xpos(child), form);
                    break;
                case DependencyRelation.Mark:
                    Put(features, Family.Mark, _parse.Lemma(child), form);
                    break;
                case DependencyRelation.Advcl:
                    int mark = _parse.ChildWith(child, DependencyRelation.Mark);
                    Put(features, Family.Condition, mark >= 0 ? _parse.Lemma(mark) : "", form);
                    break;
                case DependencyRelation.Advmod or DependencyRelation.Amod or DependencyRelation.Det or DependencyRelation.Compound or DependencyRelation.Nummod:
                    Put(features, Family.Modifier, _parse.Lemma(child), RelationNames[(int)_parse.Relations[child].Universal()]);
                    break;
                case DependencyRelation.Obl or DependencyRelation.Nmod:
                    int marker = _parse.ChildWith(child, DependencyRelation.Case);
                    Put(features, Family.Oblique, marker >= 0 ? _parse.Lemma(marker) : "", form);
                    Put(features, Family.Oblique, marker >= 0 ? _parse.Lemma(marker) : "", ClusterOf(child).Fine);
                    break;
            }
        }

        int found = Clause.Object(_parse, head);
        Put(features, Family.ObjectForm, found >= 0 ? "1" : "0", form);
        if (found >= 0)
        {
            (string objectFine, string objectCoarse) = ClusterOf(found);
            Put(features, Family.Object, _parse.Lemma(found));
            Put(features, Family.ObjectCluster, objectFine);
            Put(features, Family.CoarsePair, coarse, objectCoarse);
            Put(features, Family.ObjectClass, lexicon.ClassOf(_parse.Lemma(found)) ?? "-", form);
        }
    }

    private void AddGovernor(CommitmentCandidate candidate, string form, List<ulong> features)
    {
        int governor = candidate.Governor;
        string lemma = governor < 0 ? "" : _parse.Lemma(governor);
        int anchor = candidate.Act.Head;
        for (int depth = 0; depth < 4 && governor >= 0 && _parse.Heads[anchor] != governor; depth++)
        {
            anchor = _parse.Heads[anchor];
        }

        string relation = RelationNames[(int)_parse.Relations[anchor].Universal()];
        Put(features, Family.GovernorLemma, lemma);
        Put(features, Family.Governor, lemma, relation);
        Put(features, Family.GovernorForm, lemma, relation, form);
        if (governor < 0)
        {
            return;
        }

        Put(features, Family.CueClass, CueAt(governor), relation, form);
        (string fine, string coarse) = ClusterOf(governor);
        Put(features, Family.GovernorCluster, fine, relation);
        Put(features, Family.GovernorCluster, coarse, relation, form);
        Put(features, Family.Above, _parse.Heads[governor] < 0 ? "" : _parse.Lemma(_parse.Heads[governor]), form);
        Put(features, Family.GovernorTense, _parse.Xpos(governor), relation);
        Put(features, Family.Negated, Reality.IsNegated(_parse, governor) ? "1" : "0", "governor", form);
        Put(features, Family.Doubted, _mood.IsDoubted(_parse, governor) ? "1" : "0", "governor", form);
        foreach (int child in _parse.Children(governor))
        {
            if (_parse.Relations[child].Universal() == DependencyRelation.Aux)
            {
                Put(features, Family.GovernorAuxiliary, _parse.Lemma(child), relation);
            }
            else if (_parse.Relations[child] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.NmodPoss)
            {
                Put(features, Family.GovernorSubject, TypeAt(child), relation);
            }
        }
    }

    private void AddSubject(CommitmentCandidate candidate, string form, List<ulong> features)
    {
        int subject = candidate.Subject;
        string type = TypeAt(subject);
        bool passive = _parse.Upos[candidate.Act.Head] == UposTag.Verb && Clause.IsPassive(_parse, candidate.Act.Head);
        Put(features, Family.SubjectType, type, passive ? "p" : "a");
        Put(features, Family.SubjectForm, type, form, passive ? "p" : "a");
        if (subject >= 0)
        {
            Put(features, Family.SubjectWord, _parse.Upos[subject] == UposTag.Propn ? "" : _parse.Lemma(subject), _parse.Xpos(subject));
            Put(features, Family.SubjectCluster, ClusterOf(subject).Coarse, form);
        }

        Put(features, Family.Parties, Count(candidate.Parties.Count, 4), TypeNames[(int)index.Scene.Actors.Actors[candidate.Parties[0]].Type]);
        var speakers = new List<int>();
        view.SpeakersAt(candidate.Act.Head, speakers);
        string side = speakers.Count == 0 ? "-" : speakers.Exists(candidate.Parties.Contains) ? "self" : speakers.Exists(one => candidate.Parties.Exists(two => IsSameSide(one, two))) ? "side" : "other";
        Put(features, Family.Speaker, side, form);
        Put(features, Family.Speaker, side, type);
        string kind = view.KindAt(candidate.Act.Head) is { } told ? KindNames[(int)told] : "-";
        Put(features, Family.Statement, kind, side);
        Put(features, Family.StatementForm, kind, form);
        Put(features, Family.Quoted, view.FormAt(candidate.Act.Head)?.ToString() ?? "-", form);
    }

    private void AddWords(CommitmentCandidate candidate, string form, List<ulong> features)
    {
        (int first, int end) = (candidate.Act.First, Math.Min(candidate.Act.End, candidate.Act.First + LongestAct));
        int names = 0;
        int nouns = 0;
        int numbers = 0;
        int shared = 0;
        for (int row = first; row < end; row++)
        {
            UposTag tag = _parse.Upos[row];
            if (tag is UposTag.Noun or UposTag.Verb or UposTag.Adj)
            {
                Put(features, Family.Word, _parse.Lemma(row));
                Put(features, Family.WordCluster, ClusterOf(row).Fine);
            }

            names += tag == UposTag.Propn ? 1 : 0;
            nouns += tag == UposTag.Noun ? 1 : 0;
            numbers += tag == UposTag.Num ? 1 : 0;
            shared += tag is UposTag.Noun or UposTag.Verb or UposTag.Propn && _headline.Contains(_parse.Lemma(row).ToLowerInvariant()) ? 1 : 0;
        }

        Put(features, Family.Names, Count(names, 4), Count(numbers, 3), form);
        Put(features, Family.Names, Count(nouns, 5), form);
        Put(features, Family.Amount, Count(numbers, 3), form);
        Put(features, Family.Length, Count((end - first) / 3, 9), form);
        Put(features, Family.Headline, _headline.Count == 0 ? "-" : Count(shared, 4));
        Put(features, Family.Headline, _headline.Count == 0 ? "-" : Count(shared, 4), form);
        (Period? period, string? due) = CommitmentTimes.Find(lexicon, index, first, candidate.Act.End);
        string time = (period is null ? "-" : "p") + (due is null ? "-" : "d");
        Put(features, Family.Time, time);
        Put(features, Family.TimeForm, time, form);
        if (first > 0)
        {
            Put(features, Family.Before, _parse.Lemma(first - 1), form);
        }

        if (candidate.Act.End < index.Tokens.Count)
        {
            Put(features, Family.After, _parse.Lemma(candidate.Act.End), form);
        }
    }

    // What else the report tells that may be a commitment.
    private void AddContext(CommitmentContext context, int candidate, string form, List<ulong> features)
    {
        if (context.Above(candidate) is { } above)
        {
            Put(features, Family.Above2, Names[(int)above.Form], above.Rule?.Origin ?? "-", form);
            Put(features, Family.Above2, above.Governor < 0 ? "" : _parse.Lemma(above.Governor), form);
            Put(features, Family.Above2, _parse.Lemma(above.Act.Head));
        }
        else
        {
            Put(features, Family.Above2, "", form);
        }

        (int before, int after) = context.RuledBeside(candidate);
        Put(features, Family.Beside, Count(before, 2), Count(after, 2));
        Put(features, Family.Beside, Count(before, 2), Count(after, 2), form);
        (int ruled, int earlier, int later) = context.Shared(candidate);
        int words = Math.Max(1, context.WordsOf(candidate));
        Put(features, Family.Told, Count(ruled, 5), form);
        Put(features, Family.Told, Count(earlier, 5), Count(later, 5));
        Put(features, Family.Told, Count(4 * ruled / words, 4), "of ruled");
        Put(features, Family.Told, Count(4 * earlier / words, 4), "of earlier");
        Put(features, Family.Told, Count(4 * later / words, 4), "of later");
        Put(features, Family.Told, Count(Math.Min(words, 9), 9), "words");
        Put(features, Family.Report, Count(context.Ruled / 2, 6));
        Put(features, Family.Report, Count(context.Ruled / 2, 6), form);
    }

    // Where in the report it stands, and what agreement the sentence names.
    private void AddFrame(CommitmentCandidate candidate, string form, List<ulong> features)
    {
        int sentence = index.Tokens.SentenceOf(candidate.Act.Head);
        string place = sentence == 0 ? "lead" : sentence < 3 ? "top" : sentence < 8 ? "middle" : "late";
        Put(features, Family.Place, place);
        Put(features, Family.LeadForm, place, form);
        int first = index.Tokens.SentenceStarts[sentence];
        if (candidate.Act.First - 2 >= first)
        {
            Put(features, Family.TwoBefore, _parse.Lemma(candidate.Act.First - 2), _parse.Lemma(candidate.Act.First - 1));
        }

        // The tree may hang an act on another word than the one that binds to it: "struck a deal with her to give up".
        for (int row = candidate.Act.First - 1; row >= first; row--)
        {
            if (lexicon.IsCue(_parse, row))
            {
                string far = Count((candidate.Act.First - row) / 3, 5);
                Put(features, Family.NearCue, _parse.Lemma(row), far, form);
                Put(features, Family.NearCue, _parse.Lemma(row), form);
                Put(features, Family.NearClass, CueAt(row), far, form);
                break;
            }
        }

        for (int row = first; row < candidate.Act.First; row++)
        {
            if (_parse.Upos[row] is UposTag.Noun or UposTag.Verb && (lexicon.Is(CommitmentWord.Binder, _parse.Lemma(row)) || lexicon.ClassOf(_parse.Lemma(row)) == "agreement"))
            {
                Put(features, Family.Agreement, _parse.Lemma(row), form);
            }
        }
    }

    // The parser's own picture of a word in its sentence, as which of its numbers are high and which are low.
    private void AddState(Family family, int row, List<ulong> features)
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
                features.Add(FeatureHash.Of((ushort)family, [(char)(Letters + i), value > 0 ? '+' : '-']));
            }
        }
    }

    // Kind and state to which a word binds; "-" where it binds to nothing.
    private string CueAt(int row)
    {
        char part = CommitmentLexicon.PartOf(_parse, row);
        ReadOnlySpan<CommitmentCue> cues = part == ' ' ? default : lexicon.CuesOf(part, _parse.Lemma(row));
        return cues.Length == 0 ? "-" : Cues[(int)cues[0].Kind] + Cues[(int)cues[0].Status] + part;
    }

    private string TypeAt(int row)
    {
        if (row < 0)
        {
            return "none";
        }

        if (_parse.Upos[row] == UposTag.Pron)
        {
            return _parse.Lemma(row);
        }

        return index.ActorAt(row) is >= 0 and var actor ? TypeNames[(int)index.Scene.Actors.Actors[actor].Type] : _parse.Upos[row] == UposTag.Propn ? "name" : "thing";
    }

    private bool IsSameSide(int one, int two)
    {
        Actor a = index.Scene.Actors.Actors[one];
        Actor b = index.Scene.Actors.Actors[two];
        return a.State is not null && a.State == b.State;
    }

    private (string Fine, string Coarse) ClusterOf(int row)
    {
        uint cluster = clusters.Of(_parse.Tokens.Form(row));
        return (Letter((int)(cluster & 0xFF)), Letter((int)(cluster >> 8)));
    }

    private static string Letter(int number) => ((char)(Letters + number)).ToString();

    private static string Count(int count, int most) => Digits[Math.Min(count, most)];

    private static HashSet<string> Words(string? headline) =>
        [.. (headline ?? "").ToLowerInvariant().Split([' ', ',', '.', '\'', '-', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2)];

    private static void Put(List<ulong> features, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        features.Add(FeatureHash.Of((ushort)family, first, second, third));
}
