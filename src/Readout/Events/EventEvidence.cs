using System.Globalization;
using Readout.Actors;
using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// What speaks for and against a candidate being an event of the report, as hashed features for <see cref="EventJudge"/>: what it was read
/// from, who takes part, where it stands, how real it is, and what the classifier of types holds of it. Immutable, thread-safe.
/// </summary>
internal sealed class EventEvidence(EventFeatures features, EventClassifier classifier, ContextTable contexts, EventSides sides)
{
    private enum Family : ushort
    {
        Bias = 100, Type, Source, Lemma, TypeLemma, Status, Actor, Recipient, Sides, SameState, Position, Speech, Relation, Tense, Margin, Best, Mentions, Time,
        Place, Context, Headline, States, Crowd, Mode, ObjectLemma, Determiner, Rival, Paragraph, Length,
        TypeScore, ActorScore, RecipientScore, WeakestScore, Joint, Done, Double, DoubleWord, Repeats,
    }

    private static readonly string[] Statuses = Enum.GetNames<EventStatus>();
    private static readonly string[] Forms = Enum.GetNames<StatementForm>();
    private static readonly string[] Kinds = Enum.GetNames<StatementKind>();
    private static readonly string[] Sources = Enum.GetNames<EventSource>();

    /// <summary>Adds the hashes of all features of a candidate; none twice.</summary>
    public void Add(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        string type = draft.Type;
        Put(into, Family.Bias, "");
        Put(into, Family.Type, type);
        Both(into, Family.Source, type, Sources[(int)draft.Source]);
        Both(into, Family.Status, type, Statuses[(int)draft.Status]);
        Both(into, Family.Mode, type, draft.Mode ?? "-");
        Both(into, Family.Mentions, type, Bucket(draft.Mentions, 1, 2, 3));
        AddSides(setting, draft, into);
        AddPlace(setting, draft, into);
        AddWords(setting, draft, into);
        AddClassifier(setting.Index, draft, into);
        AddSetting(setting, draft, into);
        AddScores(draft, into);
        AddDoubles(setting, draft, into);
    }

    // Other candidates of the type: a happening is often told twice, and only one of them is it.
    private static void AddDoubles(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        ActorTable actors = setting.Index.Scene.Actors;
        int repeats = 0;
        EventDraft? before = null;
        EventDraft? stronger = null;
        foreach (EventDraft other in setting.Drafts)
        {
            if (other == draft || other.Type != draft.Type)
            {
                continue;
            }

            repeats++;
            before = other.Row < draft.Row ? other : before;
            stronger = Strength(other) > Strength(draft) && (stronger is null || Strength(other) > Strength(stronger)) ? other : stronger;
        }

        Both(into, Family.Repeats, draft.Type, Bucket(repeats, 0, 1, 2, 4));
        foreach ((string name, EventDraft? other) in ((string, EventDraft?)[])[("before", before), ("stronger", stronger)])
        {
            if (other is null)
            {
                Both(into, Family.Double, draft.Type, name);
                continue;
            }

            string shared = EventMerger.Overlap(draft, other, actors);
            bool isNear = Math.Abs(setting.Index.Tokens.SentenceOf(other.Row) - setting.Index.Tokens.SentenceOf(draft.Row)) <= 1;
            string word = setting.Index.Parse.Lemma(other.Row) == setting.Index.Parse.Lemma(draft.Row) ? "same" : "other";
            string time = other.Time is null || draft.Time is null ? "unknown" : other.Time == draft.Time ? "same" : "two";
            Both(into, Family.Double, draft.Type, name, shared);
            Put(into, Family.DoubleWord, name + time, shared, other.Status == draft.Status ? "1" : "0");
            Put(into, Family.DoubleWord, name, shared, word + (isNear ? "n" : "f") + (other.Row < draft.Row ? "<" : ">"));
        }
    }

    /// <summary>How surely a candidate is told, in [0, 1].</summary>
    public static double Strength(EventDraft draft) => draft.Source == EventSource.Meeting ? 1 : draft.TypeScore;

    // What the trained layer holds of type and sides.
    private static void AddScores(EventDraft draft, List<ulong> into)
    {
        string type = Bucket((int)(100 * draft.TypeScore), 1, 4, 8, 15, 25, 40, 60, 80, 92);
        string actor = Bucket((int)(10 * draft.ActorScore), -40, -30, -20, -15, -10, -7, -5, -3, -1);
        string recipient = Bucket((int)(10 * draft.RecipientScore), -40, -30, -20, -15, -10, -7, -5, -3, -1);
        string both = Bucket((int)(10 * (draft.ActorScore + draft.RecipientScore + Math.Log(draft.TypeScore + 1e-3))), -60, -45, -35, -27, -20, -15, -10, -6, -3);
        Put(into, Family.Joint, both);
        Put(into, Family.Joint, both, draft.Type, Sources[(int)draft.Source]);
        Both(into, Family.TypeScore, draft.Type, type, draft.IsLikeliest ? "1" : "0");
        Put(into, Family.TypeScore, Sources[(int)draft.Source], type);
        Both(into, Family.ActorScore, draft.Type, actor);
        Both(into, Family.RecipientScore, draft.Type, recipient);
        Put(into, Family.WeakestScore, actor, recipient, type);
    }

    private static void AddSides(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        ActorTable actors = setting.Index.Scene.Actors;
        string actor = KindOf(actors, draft.Actors);
        string recipient = KindOf(actors, draft.Recipients);
        Both(into, Family.Actor, draft.Type, actor);
        Both(into, Family.Recipient, draft.Type, recipient);
        Put(into, Family.Sides, actor, recipient, draft.IsImplied ? "implied" : "");
        string? one = StateOf(actors, draft.Actors);
        string? other = draft.Recipients.Count > 0 ? StateOf(actors, draft.Recipients) : draft.Actors.Count > 1 ? StateOf(actors, draft.Actors, last: true) : null;
        Both(into, Family.SameState, draft.Type, one is null ? other is null ? "none" : "one" : other is null ? "one" : one == other ? "same" : "two");
    }

    // Kind of the first of a side: "-" where there is none.
    private static string KindOf(ActorTable actors, List<int> side)
    {
        if (side.Count == 0)
        {
            return "-";
        }

        return SceneIndex.KindOf(actors.Actors[side[0]]);
    }

    private static string? StateOf(ActorTable actors, List<int> side, bool last = false) => side.Count == 0 ? null : actors.Actors[last ? side[^1] : side[0]].State;

    private static void AddPlace(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        SceneIndex index = setting.Index;
        ParsedText parse = index.Parse;
        Both(into, Family.Position, draft.Type, Bucket(index.Tokens.SentenceOf(draft.Row), 0, 1, 2, 4, 8, 16));
        Put(into, Family.Paragraph, Bucket(index.Tokens.ParagraphOf(draft.Row), 0, 1, 3, 7));
        StatementForm? form = setting.View.FormAt(draft.Row);
        Both(into, Family.Speech, draft.Type, form is { } told ? Forms[(int)told] : "none", setting.View.KindAt(draft.Row) is { } kind ? Kinds[(int)kind] : "");
        Both(into, Family.Relation, draft.Type, parse.Relations[draft.Row].Name());
        Both(into, Family.Tense, draft.Type, parse.Xpos(draft.Row));
        Both(into, Family.Time, draft.Type, AgeOf(setting, draft));
        Put(into, Family.Place, draft.Place is null ? "0" : "1");
    }

    // How long before or after the day of the report it is said to be.
    private static string AgeOf(EventSetting setting, EventDraft draft)
    {
        if (draft.Time is null || setting.Index.Scene.Report.PublishedDay is not { } day)
        {
            return "unknown";
        }

        string start = draft.Time.Length >= 10 ? draft.Time[..10] : draft.Time.Length == 7 ? draft.Time + "-15" : draft.Time.Length == 4 ? draft.Time + "-07-01" : "";
        if (!DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly then))
        {
            return "unknown";
        }

        int days = day.DayNumber - then.DayNumber;
        return days < -1 ? "later" : Bucket(days, 1, 7, 31, 366);
    }

    private void AddWords(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        ParsedText parse = setting.Index.Parse;
        string lemma = parse.Lemma(draft.Row);
        Put(into, Family.Lemma, lemma);
        Put(into, Family.TypeLemma, draft.Type, lemma, Statuses[(int)draft.Status]);
        int found = parse.Upos[draft.Row] == UposTag.Verb ? Clause.Object(parse, draft.Row) : -1;
        Both(into, Family.ObjectLemma, draft.Type, found < 0 ? "-" : parse.Lemma(found));
        string done = parse.Upos[draft.Row] == UposTag.Noun ? sides.IsDone(parse, draft.Row) ? "1" : "0" : "-";
        Both(into, Family.Done, draft.Type, done, Statuses[(int)draft.Status]);
        Put(into, Family.Done, done, Sources[(int)draft.Source], "source");
        int determiner = parse.ChildWith(draft.Row, DependencyRelation.Det);
        Put(into, Family.Determiner, Sources[(int)draft.Source], determiner < 0 ? "-" : parse.Lemma(determiner));
        bool inHeadline = lemma.Length > 3 && setting.Headline.AsSpan().Contains(lemma.AsSpan(0, Math.Min(lemma.Length, 5)), StringComparison.OrdinalIgnoreCase);
        Put(into, Family.Headline, setting.Headline.Length == 0 ? "-" : inHeadline ? "1" : "0");
    }

    private void AddClassifier(SceneIndex index, EventDraft draft, List<ulong> into)
    {
        int sentence = index.Tokens.SentenceOf(draft.Row);
        int first = index.Tokens.SentenceStarts[sentence];
        int end = index.Tokens.SentenceStarts[sentence + 1];
        (int actorFirst, int actorEnd) = RowsOf(index, draft.Actors, first, end);
        (int recipientFirst, int recipientEnd) = RowsOf(index, draft.Recipients, first, end);
        var own = new List<ulong>(256);
        features.Add(index.Parse, new EventArguments(first, end, actorFirst, actorEnd, recipientFirst, recipientEnd), own);
        Span<int> scores = stackalloc int[EventClassifier.Classes.Length];
        classifier.Score(own, scores);
        int self = Array.IndexOf(EventClassifier.Classes, draft.Type is "CONCEDE" or "RETREAT" ? "YIELD" : draft.Type);
        int best = self == 0 ? 1 : 0;
        for (int i = 0; i < scores.Length; i++)
        {
            best = i != self && scores[i] > scores[best] ? i : best;
        }

        Both(into, Family.Margin, draft.Type, Bucket(scores[self] - scores[best], -400, -200, -100, -50, 0, 50, 100, 200, 400));
        Put(into, Family.Best, draft.Type, scores[self] >= scores[best] ? "self" : EventClassifier.Classes[best]);
    }

    private static (int First, int End) RowsOf(SceneIndex index, List<int> actors, int first, int end)
    {
        for (int row = first; row < end && actors.Count > 0; row++)
        {
            if (index.ActorAt(row) == actors[0])
            {
                int last = row + 1;
                while (last < end && index.ActorAt(last) == actors[0])
                {
                    last++;
                }

                return (row, last);
            }
        }

        return (end, end);
    }

    private void AddSetting(EventSetting setting, EventDraft draft, List<ulong> into)
    {
        SceneIndex index = setting.Index;
        int paragraph = index.Tokens.ParagraphOf(draft.Row);
        foreach (string context in contexts.Find(index.Parse, index.Tokens.ParagraphStarts[paragraph], index.Tokens.ParagraphStarts[paragraph + 1]))
        {
            Both(into, Family.Context, draft.Type, context);
        }

        Put(into, Family.States, setting.Mentions == 0 ? "-" : Bucket(10 * setting.StateMentions / setting.Mentions, 0, 1, 2, 3, 4, 6));
        Both(into, Family.Crowd, draft.Type, Bucket(setting.Drafts.Count, 1, 2, 4, 7, 12));
        Put(into, Family.Length, Bucket(index.Tokens.SentenceCount, 2, 5, 10, 20));
        int rivals = 0;
        int sentence = index.Tokens.SentenceOf(draft.Row);
        foreach (EventDraft other in setting.Drafts)
        {
            rivals += other != draft && index.Tokens.SentenceOf(other.Row) == sentence ? 1 : 0;
        }

        Both(into, Family.Rival, draft.Type, Bucket(rivals, 0, 1, 2, 3));
    }

    private static string Bucket(int value, params ReadOnlySpan<int> limits)
    {
        int bucket = 0;
        while (bucket < limits.Length && value > limits[bucket])
        {
            bucket++;
        }

        return Numbers[bucket];
    }

    private static readonly string[] Numbers = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

    // A feature by itself and together with the type.
    private static void Both(List<ulong> into, Family family, string type, string value, string more = "")
    {
        Put(into, family, "", value, more);
        Put(into, family, type, value, more);
    }

    private static void Put(List<ulong> into, Family family, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default) =>
        into.Add(FeatureHash.Of((ushort)family, first, second, third));
}
