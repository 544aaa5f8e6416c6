using System.Numerics;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// What the ranker of antecedents knows of a pronoun and a mention before it, or of a pronoun that has none: rows of a dense table, one for each feature, value and
/// class of pronoun (Durrett and Klein 2013; the features are those of Lappin and Leass 1994).
/// </summary>
internal sealed class PronounFeatures(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    /// <summary>Rows of the table.</summary>
    public const int TableSize = Groups * Values * Classes;

    private const int Groups = 34;
    private const int Values = 64;
    private const int Classes = 4;

    // Heads followed upwards to see whose clause holds whose.
    private const int Climb = 8;

    // Mentions looked back for who has spoken.
    private const int SpeechReach = 60;

    private readonly List<int> _ids = new(Groups);
    private readonly List<int> _spoken = [];
    private int _spokenBefore = -1;

    /// <summary>
    /// What the weights are before any training, and are drawn back to: salience after Lappin and Leass 1994, and that in news who speaks in one sentence goes on in
    /// the next, of which the training corpora hold little. Set on newswire.
    /// </summary>
    public static float[] Prior()
    {
        var prior = new float[TableSize];
        for (int kind = 0; kind < Classes; kind++)
        {
            for (int sentences = 0; sentences < 8; sentences++)
            {
                prior[Id(0, sentences, kind)] = -1.3f * sentences;
                prior[Id(6, ((int)MentionKind.Name * 16) + sentences, kind)] = 0.5f;
                prior[Id(10, 3 + (sentences * 4), kind)] = 1.6f;
                for (int marks = 2; marks < 5; marks++)
                {
                    prior[Id(9, (marks * 8) + sentences, kind)] = -1.2f;
                }
            }

            prior[Id(30, 9, kind)] = 1;
            prior[Id(4, 0, kind)] = prior[Id(4, 1, kind)] = 1;
            prior[Id(4, 5, kind)] = prior[Id(4, 6, kind)] = prior[Id(4, 9, kind)] = -0.3f;
            for (int size = 0; size < 8; size++)
            {
                prior[Id(2, size, kind)] = -0.3f * size;
                prior[Id(8, size, kind)] = 0.35f * size;
            }
        }

        return prior;
    }

    /// <summary>Whether each row stands in quotation marks, [rows].</summary>
    public required int[] Quoted { get; init; }

    /// <summary>Whether each mention is the subject of a reporting verb: who speaks in one sentence likely goes on in the next, [mentions].</summary>
    public required bool[] IsSpeaker { get; init; }

    /// <summary>Ids of a pronoun and a mention; the list is reused by the next call.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="other">A mention before it.</param>
    /// <param name="rank">Number of agreeing mentions between the two.</param>
    /// <param name="speakers">Number of those that are the subject of a reporting verb.</param>
    public List<int> Pair(int pronoun, int other, int rank, int speakers)
    {
        _ids.Clear();
        (Mention it, Mention candidate) = (mentions[pronoun], mentions[other]);
        int kind = ClassOf(pronoun);
        int role = Role(candidate.Head), own = Role(it.Head);
        int sentences = Math.Clamp(traits[pronoun].Sentence - traits[other].Sentence, 0, 7);
        int told = Math.Clamp(parse.Tokens.SentenceOf(it.Head) - parse.Tokens.SentenceOf(candidate.Head), 0, 7);
        bool isPronoun = candidate.Kind == MentionKind.Pronoun;
        int nature = ((int)candidate.Kind * 2) + (isPronoun && traits[other].Head == traits[pronoun].Head ? 1 : 0);
        int marks = Marks(it.Head, candidate.Head);
        Add(0, sentences, kind);
        Add(1, told, kind);
        Add(2, Log(pronoun - other), kind);
        Add(3, Math.Min(rank, 15), kind);
        Add(4, role, kind);
        Add(5, (role * 8) + Math.Min(own, 7), kind);
        Add(6, (nature * 8) + sentences, kind);
        Add(7, (int)candidate.Type, kind);
        Add(8, Log(chains.SizeOf(other)), kind);
        Add(9, (marks * 8) + sentences, kind);
        Add(10, (IsSpeaker[pronoun] ? 2 : 0) + (IsSpeaker[other] ? 1 : 0) + (sentences * 4), kind);
        Add(11, GenderMatch(pronoun, other), kind);
        Add(12, (IsFirst(other) ? 1 : 0) + (sentences * 2), kind);
        Add(13, Clauses(it.Head, candidate.Head) + (sentences == 0 ? 8 : 0), kind);
        Add(14, Math.Min(7, parse.Tokens.ParagraphOf(it.Head) - parse.Tokens.ParagraphOf(candidate.Head)), kind);
        Add(15, IsIndefinite(candidate) ? 1 : 0, kind);
        Add(16, (Math.Min(rank, 3) * 16) + role, kind);
        Add(17, (Log(chains.SizeOf(other)) * 8) + sentences, kind);
        Add(18, (own * 4) + (traits[other].IsPerson ? 1 : 0) + (traits[other].IsPlural ? 2 : 0), kind);
        Add(19, (Depth(candidate.Head) * 8) + sentences, kind);
        Add(20, (IsTopic(candidate) ? 1 : 0) + (parse.Tokens.ParagraphOf(candidate.Head) == 0 ? 2 : 0), kind);
        Add(21, (role * 4) + Math.Min(3, sentences), kind);
        Add(30, (IsSpeaker[pronoun] ? 8 : 0) + (IsSpeaker[other] ? Math.Min(speakers, 6) + 1 : 0), kind);
        Add(23, (IsSpeaker[pronoun] ? 16 : 0) + (int)candidate.Type, kind);
        Add(22, Log(it.First - candidate.End + 1), kind);
        AddSpeech(pronoun, other, kind);
        return _ids;
    }

    // How often, and how lately, the candidate has spoken, in whatever words it was told.
    private void AddSpeech(int pronoun, int other, int kind)
    {
        if (_spokenBefore != pronoun)
        {
            _spokenBefore = pronoun;
            _spoken.Clear();
            for (int i = pronoun - 1; i >= Math.Max(0, pronoun - SpeechReach); i--)
            {
                if (IsSpeaker[i])
                {
                    _spoken.Add(chains.Find(i));
                }
            }
        }

        int root = chains.Find(other), count = 0, last = -1;
        for (int at = 0; at < _spoken.Count; at++)
        {
            if (_spoken[at] == root)
            {
                last = last < 0 ? at : last;
                count++;
            }
        }

        int speaks = IsSpeaker[pronoun] ? 1 : 0;
        Add(31, (Math.Min(count, 4) * 2) + speaks, kind);
        Add(32, (Math.Min(last + 1, 5) * 2) + speaks, kind);
    }

    /// <summary>Whether a pronoun stands for something that is surely among the mentions: persons, and whoever speaks, are named somewhere.</summary>
    public bool IsNamed(int pronoun) => traits[pronoun].IsPerson || IsSpeaker[pronoun];

    /// <summary>Ids of a pronoun that stands for nothing mentioned.</summary>
    public List<int> None(int pronoun, int candidates)
    {
        _ids.Clear();
        int row = mentions[pronoun].Head, kind = ClassOf(pronoun);
        Add(24, 0, kind);
        Add(25, Role(row), kind);
        Add(26, Math.Min(candidates, 7), kind);
        Add(27, Quoted[row] > 0 ? 1 : 0, kind);
        Add(28, row == parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(row)] ? 1 : 0, kind);
        Add(29, HeadClass(row), kind);
        return _ids;
    }

    private static int Id(int group, int value, int kind) => (((group * Values) + Math.Min(value, Values - 1)) * Classes) + kind;

    private void Add(int group, int value, int kind) => _ids.Add(Id(group, value, kind));

    // "He said" beside a quotation follows rules of its own.
    private int ClassOf(int pronoun) => traits[pronoun].IsPerson ? IsSpeaker[pronoun] ? 3 : 0 : traits[pronoun].IsPlural ? 1 : 2;

    private static int Log(int number) => BitOperations.Log2((uint)Math.Max(1, number));

    private int Role(int row) => parse.Relations[row] switch
    {
        DependencyRelation.Nsubj or DependencyRelation.NsubjOuter => 0,
        DependencyRelation.NsubjPass => 1,
        DependencyRelation.Obj => 2,
        DependencyRelation.Iobj => 3,
        DependencyRelation.Obl or DependencyRelation.OblAgent => 4,
        DependencyRelation.NmodPoss => 5,
        DependencyRelation.Nmod => 6,
        DependencyRelation.Conj => 7,
        DependencyRelation.Appos => 8,
        DependencyRelation.Compound or DependencyRelation.Amod => 9,
        DependencyRelation.Root or DependencyRelation.Parataxis => 10,
        _ => 11,
    };

    // Verbs of weather, seeming and the like take an "it" that stands for nothing.
    private int HeadClass(int row)
    {
        int head = parse.Heads[row];
        return head < 0 ? 0 : parse.Upos[head] switch
        {
            UposTag.Verb => parse.ChildWith(head, DependencyRelation.Ccomp) >= 0 ? 1 : 2,
            UposTag.Adj => parse.ChildWith(head, DependencyRelation.Csubj) >= 0 || parse.ChildWith(head, DependencyRelation.Ccomp) >= 0 ? 3 : 4,
            UposTag.Noun or UposTag.Propn => parse.Relations[row] == DependencyRelation.NmodPoss ? 5 : 6,
            _ => 7,
        };
    }

    private int Marks(int row, int other)
    {
        (int own, int its) = (Quoted[row], Quoted[other]);
        return own == its ? own == 0 ? 0 : 1 : own == 0 ? 2 : its == 0 ? 3 : 4;
    }

    private int GenderMatch(int pronoun, int other)
    {
        Gender gender = chains.GenderOf(other);
        return gender == Gender.Unknown ? 0 : gender == traits[pronoun].Gender ? 1 : 2;
    }

    private bool IsFirst(int mention) => mention == 0 || parse.Tokens.SentenceOf(mentions[mention - 1].Head) != parse.Tokens.SentenceOf(mentions[mention].Head);

    // Whether the clause of one holds the other: 1 the pronoun lies under the candidate's verb, 2 the other way round, 3 they share the verb.
    private int Clauses(int row, int other)
    {
        int left = parse.Heads[other], right = parse.Heads[row];
        if (left >= 0 && left == right)
        {
            return 3;
        }

        for (int climb = 0, up = right; climb < Climb && up >= 0; climb++, up = parse.Heads[up])
        {
            if (up == left || up == other)
            {
                return up == other ? 4 : 1;
            }
        }

        for (int climb = 0, up = left; climb < Climb && up >= 0; climb++, up = parse.Heads[up])
        {
            if (up == right)
            {
                return 2;
            }
        }

        return 0;
    }

    private int Depth(int row)
    {
        int depth = 0;
        for (int up = parse.Heads[row]; up >= 0 && depth < 5; up = parse.Heads[up])
        {
            depth++;
        }

        return depth;
    }

    private bool IsIndefinite(Mention mention) => mention.Kind == MentionKind.Nominal && parse.Lemma(mention.First) is "a" or "an" or "some" or "no" or "any" or "every";

    // Opens its sentence.
    private bool IsTopic(Mention mention) => mention.First == parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(mention.First)];
}
