using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// What a word tells of the event that it may name, as hashed features: the word and what is like it, the pattern that fits, its dependents and
/// governors, its reality, its statement. Immutable, thread-safe.
/// </summary>
internal sealed class TriggerFeatures((PatternTable Patterns, OperatorTable Operators) tables, Reality reality, EventWords words, EventSides sides)
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

    /// <summary>Whether a word may tell of an event at all.</summary>
    public static bool MayTell(SceneIndex index, int row) =>
        index.Parse.Upos[row] is UposTag.Verb or UposTag.Noun or UposTag.Adj && !index.IsPassedOver(row) && index.TimeAt(row) < 0
        && (index.Parse.Upos[row] != UposTag.Adj || index.Parse.Relations[row] != DependencyRelation.Amod);

    /// <summary>Whether a pattern fits a word or its CAMEO class is known.</summary>
    public bool IsKnown(SceneIndex index, int row) => words.TypeOf(index.Parse.Lemma(row)) != "-" || new PatternMatcher(tables.Patterns, index.Parse).Match(row) is not null;

    /// <summary>Writes the features of a row over <paramref name="into"/>; some may come twice.</summary>
    public void Describe(SceneIndex index, StatementView view, int row, List<ulong> into)
    {
        DescribeWord(index.Parse, row, into);
        DescribeContext(index, view, row, into);
    }

    /// <summary>Writes the features of the word alone over <paramref name="into"/>.</summary>
    public void DescribeWord(ParsedText parse, int row, List<ulong> into)
    {
        into.Clear();
        string lemma = parse.Lemma(row);
        ReadOnlySpan<char> part = PartOf(parse, row);
        uint cluster = words.ClusterOf(lemma);
        Put(into, Family.Bias, part);
        Put(into, Family.Lemma, lemma, part);
        Put(into, Family.Prefix, lemma.AsSpan(0, Math.Min(PrefixLength, lemma.Length)));
        Put(into, Family.Fine, [(char)('0' + (cluster & 255))], part);
        Put(into, Family.Coarse, [(char)('0' + (cluster >> 8))], part);
        Put(into, Family.Cameo, words.TypeOf(lemma), part);
    }

    /// <summary>Adds all other features of a row.</summary>
    public void DescribeContext(SceneIndex index, StatementView view, int row, List<ulong> into)
    {
        ParsedText parse = index.Parse;
        string lemma = parse.Lemma(row);
        ReadOnlySpan<char> part = PartOf(parse, row);
        ReadOnlySpan<char> fine = [(char)('0' + (words.ClusterOf(lemma) & 255))];
        string cameo = words.TypeOf(lemma);
        Put(into, Family.Relation, parse.Relations[row].Name(), part);
        Put(into, Family.Tag, parse.Xpos(row));
        EventStatus status = reality.Of(parse, row);
        Put(into, Family.Status, Statuses[(int)status], part);
        Put(into, Family.StatusCameo, Statuses[(int)status], cameo);
        AddPattern(index, row, status, into);
        AddDependents(index, row, fine, cameo, into);
        AddHead(parse, row, part, into);
        AddSurroundings(index, view, row, into);
    }

    private static string PartOf(ParsedText parse, int row) => parse.Upos[row] switch { UposTag.Verb => "v", UposTag.Noun => "n", _ => "a" };

    private void AddPattern(SceneIndex index, int row, EventStatus status, List<ulong> into)
    {
        ParsedText parse = index.Parse;
        string type = new PatternMatcher(tables.Patterns, parse).Match(row)?.Pattern.Type ?? "-";
        string effect = parse.Heads[row] < 0 ? "" : tables.Operators.Effect(parse, parse.Heads[row], row) ?? "";
        string done = parse.Upos[row] == UposTag.Noun ? sides.IsDone(parse, row) ? "1" : "0" : "-";
        Put(into, Family.Done, done);
        Put(into, Family.DoneCluster, done, [(char)('0' + (words.ClusterOf(parse.Lemma(row)) & 255))]);
        Put(into, Family.DonePattern, done, type, Statuses[(int)status]);
        Put(into, Family.Pattern, type);
        Put(into, Family.PatternLemma, type, parse.Lemma(row));
        Put(into, Family.PatternStatus, type, Statuses[(int)status]);
        Put(into, Family.PatternEffect, type, effect);
        Put(into, Family.Effect, effect);
        Put(into, Family.EffectLemma, effect, parse.Lemma(row));
    }

    private void AddDependents(SceneIndex index, int row, ReadOnlySpan<char> fine, string cameo, List<ulong> into)
    {
        ParsedText parse = index.Parse;
        string lemma = parse.Lemma(row);
        bool isVerb = parse.Upos[row] == UposTag.Verb;
        ReadOnlySpan<char> part = isVerb ? "v" : "n";
        int found = isVerb ? Events.Clause.Object(parse, row) : Events.Clause.Under(parse, row, "of");
        if (found >= 0)
        {
            ReadOnlySpan<char> other = [(char)('0' + (words.ClusterOf(parse.Lemma(found)) & 255))];
            Put(into, Family.Object, lemma, parse.Lemma(found));
            Put(into, Family.ObjectLemma, parse.Lemma(found), part);
            Put(into, Family.ObjectCluster, other, cameo, part);
            Put(into, Family.ObjectCameo, words.TypeOf(parse.Lemma(found)), cameo, part);
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
                    Put(into, Family.AnyClause, words.TypeOf(parse.Lemma(child)), parse.Relations[child].Name(), part);
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

    private void AddHead(ParsedText parse, int row, ReadOnlySpan<char> part, List<ulong> into)
    {
        int head = parse.Heads[row];
        if (head < 0)
        {
            return;
        }

        string relation = parse.Relations[row].Universal().Name();
        Put(into, Family.Head, parse.Lemma(head), relation);
        Put(into, Family.HeadCluster, [(char)('0' + (words.ClusterOf(parse.Lemma(head)) & 255))], relation, part);
        Put(into, Family.HeadCameo, words.TypeOf(parse.Lemma(head)), relation, part);
    }

    private static void AddSurroundings(SceneIndex index, StatementView view, int row, List<ulong> into)
    {
        ParsedText parse = index.Parse;
        string lemma = parse.Lemma(row);
        string kind = view.KindAt(row)?.ToString() ?? "-";
        string cue = view.CueKindAt(row)?.ToString() ?? "-";
        Put(into, Family.Form, view.FormAt(row)?.ToString() ?? "-");
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
        bool inHeadline = lemma.Length > 3 && index.Scene.Report.Headline?.Contains(lemma[..Math.Min(lemma.Length, 5)], StringComparison.OrdinalIgnoreCase) == true;
        Put(into, Family.Headline, inHeadline ? "1" : "0");
    }

    /// <summary>Type, sector and whether of a state, of the actor at a row; "-" where there is none.</summary>
    public static string KindOf(SceneIndex index, int row) => row < 0 ? "none" : index.NamedAt(row) is >= 0 and var actor ? index.KindOf(actor) : "-";

    private static void Put(List<ulong> into, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        into.Add(FeatureHash.Of((ushort)family, first, second, third));
}
