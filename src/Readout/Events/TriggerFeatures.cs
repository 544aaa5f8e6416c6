using System.Runtime.InteropServices;
using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// What a word tells of the event that it may name, as hashed features: the word and what is like it, the pattern that fits, its dependents and
/// governors, its reality, its statement. For one report; not thread-safe.
/// </summary>
internal sealed class TriggerFeatures(TriggerTables tables, SceneIndex index, StatementView view)
{
    private const int PrefixLength = 6;

    private enum Family : ushort
    {
        Bias = 200, Lemma, Prefix, Fine, Coarse, Cameo, Pattern, PatternLemma, PatternStatus, PatternEffect, Effect, Status, StatusCameo, Relation, Tag,
        Object, ObjectLemma, ObjectCluster, ObjectCameo, ClusterPair, Preposition, ClusterPreposition, AnyPreposition, Clause, AnyClause, Head, HeadCluster,
        HeadCameo, Modifier, AnyModifier, Subject, SubjectCameo, ObjectKind, ObjectKindCameo, Passive, Form, Kind, KindLemma, Cue, CueLemma, Before, After,
        Position, Headline, Particle, Determiner, EffectLemma, Done, DoneCluster, DonePattern,
    }

    private static readonly string[] Statuses = Enum.GetNames<EventStatus>();
    private static readonly string[] Forms = Enum.GetNames<StatementForm>();
    private static readonly string[] Kinds = Enum.GetNames<StatementKind>();

    private readonly ParsedText _parse = index.Parse;
    private readonly PatternMatcher _matcher = new(tables.Patterns, index.Parse);
    private readonly Dictionary<(string Lemma, UposTag Part), TriggerWord> _words = [];

    /// <summary>Whether a word may tell of an event at all.</summary>
    public static bool MayTell(SceneIndex index, int row) =>
        index.Parse.Upos[row] is UposTag.Verb or UposTag.Noun or UposTag.Adj && !index.IsPassedOver(row) && index.TimeAt(row) < 0
        && (index.Parse.Upos[row] != UposTag.Adj || index.Parse.Relations[row] != DependencyRelation.Amod);

    /// <summary>Whether a pattern fits a word or its CAMEO class is known.</summary>
    public bool IsKnown(int row) => tables.Words.TypeOf(_parse.Lemma(row)) != "-" || _matcher.Match(row) is not null;

    /// <summary>What the lemma of a row gives.</summary>
    public TriggerWord WordOf(int row)
    {
        ref TriggerWord? word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, (_parse.Lemma(row), _parse.Upos[row]), out _);
        return word ??= Word(row);
    }

    private TriggerWord Word(int row)
    {
        string lemma = _parse.Lemma(row);
        bool inHeadline = lemma.Length > 3 && index.Scene.Report.Headline.AsSpan().Contains(lemma.AsSpan(0, Math.Min(lemma.Length, 5)), StringComparison.OrdinalIgnoreCase);
        return new TriggerWord(lemma, PartOf(_parse, row), tables.Words.ClusterOf(lemma), tables.Words.TypeOf(lemma), inHeadline);
    }

    /// <summary>Writes the features of a row over <paramref name="into"/>; some may come twice.</summary>
    public void Describe(int row, List<ulong> into)
    {
        into.Clear();
        TriggerWord word = WordOf(row);
        AddWord(word, into);
        AddContext(row, word, into);
    }

    /// <summary>Adds the features of the word alone.</summary>
    public static void AddWord(TriggerWord word, List<ulong> into)
    {
        Put(into, Family.Bias, word.Part);
        Put(into, Family.Lemma, word.Lemma, word.Part);
        Put(into, Family.Prefix, word.Lemma.AsSpan(0, Math.Min(PrefixLength, word.Lemma.Length)));
        Put(into, Family.Fine, word.Fine, word.Part);
        Put(into, Family.Coarse, [(char)('0' + (word.Cluster >> 8))], word.Part);
        Put(into, Family.Cameo, word.Cameo, word.Part);
    }

    /// <summary>Adds all other features of a row.</summary>
    public void AddContext(int row, TriggerWord word, List<ulong> into)
    {
        Put(into, Family.Relation, _parse.Relations[row].Name(), word.Part);
        Put(into, Family.Tag, _parse.Xpos(row));
        EventStatus status = tables.Reality.Of(_parse, row);
        Put(into, Family.Status, Statuses[(int)status], word.Part);
        Put(into, Family.StatusCameo, Statuses[(int)status], word.Cameo);
        AddPattern(row, word, status, into);
        AddDependents(row, word, into);
        AddHead(row, word, into);
        AddSurroundings(row, word, into);
    }

    private static string PartOf(ParsedText parse, int row) => parse.Upos[row] switch { UposTag.Verb => "v", UposTag.Noun => "n", _ => "a" };

    private void AddPattern(int row, TriggerWord word, EventStatus status, List<ulong> into)
    {
        ParsedText parse = _parse;
        string type = _matcher.Match(row)?.Pattern.Type ?? "-";
        string effect = parse.Heads[row] < 0 ? "" : tables.Operators.Effect(parse, parse.Heads[row], row) ?? "";
        string done = parse.Upos[row] == UposTag.Noun ? tables.Sides.IsDone(parse, row) ? "1" : "0" : "-";
        Put(into, Family.Done, done);
        Put(into, Family.DoneCluster, done, word.Fine);
        Put(into, Family.DonePattern, done, type, Statuses[(int)status]);
        Put(into, Family.Pattern, type);
        Put(into, Family.PatternLemma, type, word.Lemma);
        Put(into, Family.PatternStatus, type, Statuses[(int)status]);
        Put(into, Family.PatternEffect, type, effect);
        Put(into, Family.Effect, effect);
        Put(into, Family.EffectLemma, effect, word.Lemma);
    }

    private void AddDependents(int row, TriggerWord word, List<ulong> into)
    {
        ParsedText parse = _parse;
        (string lemma, string fine, string cameo) = (word.Lemma, word.Fine, word.Cameo);
        bool isVerb = parse.Upos[row] == UposTag.Verb;
        ReadOnlySpan<char> part = isVerb ? "v" : "n";
        int found = isVerb ? Events.Clause.Object(parse, row) : Events.Clause.Under(parse, row, "of");
        if (found >= 0)
        {
            string other = EventWords.LetterOf(tables.Words.ClusterOf(parse.Lemma(found)));
            Put(into, Family.Object, lemma, parse.Lemma(found));
            Put(into, Family.ObjectLemma, parse.Lemma(found), part);
            Put(into, Family.ObjectCluster, other, cameo, part);
            Put(into, Family.ObjectCameo, tables.Words.TypeOf(parse.Lemma(found)), cameo, part);
            Put(into, Family.ClusterPair, fine, other, part);
        }

        string acting = KindOf(index, isVerb ? Events.Clause.Actor(parse, row) : Events.Clause.Holder(parse, row));
        string suffering = KindOf(index, found);
        Put(into, Family.Subject, acting, part);
        Put(into, Family.SubjectCameo, acting, cameo);
        Put(into, Family.ObjectKind, suffering, part);
        Put(into, Family.ObjectKindCameo, suffering, cameo);
        Put(into, Family.Passive, isVerb && Events.Clause.IsPassive(parse, row) ? "1" : "0", cameo);
        foreach (int child in parse.Children(row))
        {
            switch (parse.Relations[child].Universal())
            {
                case DependencyRelation.Obl or DependencyRelation.Nmod when parse.ChildWith(child, DependencyRelation.Case) is >= 0 and var marker:
                    Put(into, Family.Preposition, lemma, parse.Lemma(marker));
                    Put(into, Family.ClusterPreposition, fine, parse.Lemma(marker));
                    Put(into, Family.AnyPreposition, parse.Lemma(marker), part, KindOf(index, child));
                    break;
                case DependencyRelation.Xcomp or DependencyRelation.Ccomp or DependencyRelation.Acl or DependencyRelation.Advcl:
                    Put(into, Family.Clause, lemma, parse.Relations[child].Name());
                    Put(into, Family.AnyClause, tables.Words.TypeOf(parse.Lemma(child)), parse.Relations[child].Name(), part);
                    break;
                case DependencyRelation.Amod or DependencyRelation.Compound:
                    Put(into, parse.Relations[child] == DependencyRelation.CompoundPrt ? Family.Particle : Family.Modifier, lemma, parse.Lemma(child));
                    Put(into, Family.AnyModifier, parse.Lemma(child), part);
                    break;
                case DependencyRelation.Det:
                    Put(into, Family.Determiner, parse.Lemma(child), part);
                    break;
            }
        }
    }

    private void AddHead(int row, TriggerWord word, List<ulong> into)
    {
        ParsedText parse = _parse;
        int head = parse.Heads[row];
        if (head < 0)
        {
            return;
        }

        string relation = parse.Relations[row].Universal().Name();
        Put(into, Family.Head, parse.Lemma(head), relation);
        Put(into, Family.HeadCluster, EventWords.LetterOf(tables.Words.ClusterOf(parse.Lemma(head))), relation, word.Part);
        Put(into, Family.HeadCameo, tables.Words.TypeOf(parse.Lemma(head)), relation, word.Part);
    }

    private void AddSurroundings(int row, TriggerWord word, List<ulong> into)
    {
        ParsedText parse = _parse;
        string lemma = word.Lemma;
        string kind = view.KindAt(row) is { } told ? Kinds[(int)told] : "-";
        string cue = view.CueKindAt(row) is { } given ? Kinds[(int)given] : "-";
        Put(into, Family.Form, view.FormAt(row) is { } form ? Forms[(int)form] : "-");
        Put(into, Family.Kind, kind);
        Put(into, Family.KindLemma, kind, lemma);
        Put(into, Family.Cue, cue);
        Put(into, Family.CueLemma, cue, lemma);
        int sentence = index.Tokens.SentenceOf(row);
        if (row > index.Tokens.SentenceStarts[sentence])
        {
            Put(into, Family.Before, lemma, parse.Lemma(row - 1));
        }

        if (row + 1 < index.Tokens.SentenceStarts[sentence + 1])
        {
            Put(into, Family.After, lemma, parse.Lemma(row + 1));
        }

        Put(into, Family.Position, [(char)('0' + (sentence <= 3 ? sentence : sentence <= 8 ? 4 : 5))]);
        Put(into, Family.Headline, word.InHeadline ? "1" : "0");
    }

    /// <summary>Type, sector and whether of a state, of the actor at a row; "-" where there is none.</summary>
    public static string KindOf(SceneIndex index, int row) => row < 0 ? "none" : index.NamedAt(row) is >= 0 and var actor ? index.KindOf(actor) : "-";

    private static void Put(List<ulong> into, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        into.Add(FeatureHash.Of((ushort)family, first, second, third));
}
