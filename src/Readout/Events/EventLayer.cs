using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// The trained layer over the patterns: adds what words tell of that no pattern fits, and chooses actor and recipient of every candidate among
/// all actors near it. Immutable, thread-safe.
/// </summary>
internal sealed class EventLayer(TriggerFeatures triggers, EventSides sides, Reality reality, EventLayerModel model)
{
    /// <summary>Words tell of a type from this probability on; how sure they are is left to the judge.</summary>
    public const double LeastType = 0.12;

    private const double LeastPattern = 0.01;

    private const int MostActors = 2;

    // Score of the likeliest type less that of none by the word alone; on the development part no word below it came to LeastType in its context.
    private const int Hopeless = -5000;

    // Beside a meeting that the patterns of meetings find, words like "summit" name whoever the sentence has.
    private const int MostConferring = 4;

    // Scores by which another side may lie below the chosen one to stand beside it.
    private const int Beside = 2000;

    // A side that the annotation leaves open may be anybody's guess: nobody is taken only where it is far likelier than anybody.
    private const int Reluctance = 1500;

    // Whom a pattern's rules name in the clause itself is meant unless much speaks against it. Neither gains nor loses on the development part (36.6 without).
    private const int Trust = 2000;

    // Nobody acts upon himself.
    private const int Never = -1_000_000;

    /// <summary>The same with other decisions.</summary>
    public EventLayer With(EventLayerModel other) => new(triggers, sides, reality, other);

    /// <summary>Adds drafts of words that tell of a type likely enough, and scores those that are there.</summary>
    public void AddTriggers(SceneIndex index, StatementView view, List<EventDraft> drafts)
    {
        if (model.Triggers.Features.Length == 0)
        {
            return;
        }

        var features = new List<ulong>(256);
        Span<double> chances = stackalloc double[EventTypes.All.Length + 1];
        int known = drafts.Count;
        var atRow = new List<EventDraft>();
        ILookup<int, EventDraft> byRow = drafts.Take(known).ToLookup(draft => draft.Row);
        var hopeless = new Dictionary<(string, UposTag), bool>();
        for (int row = 0; row < index.Tokens.Count; row++)
        {
            if (!TriggerFeatures.MayTell(index, row))
            {
                continue;
            }

            bool isNew = !byRow.Contains(row);
            (string, UposTag) word = (index.Parse.Lemma(row), index.Parse.Upos[row]);
            if (isNew && hopeless.TryGetValue(word, out bool was) && was)
            {
                continue;
            }

            triggers.DescribeWord(index.Parse, row, features);
            if (isNew && (hopeless[word] = IsHopeless(features)))
            {
                continue;
            }

            triggers.DescribeContext(index, view, row, features);
            Chances(features, chances);
            int best = 1;
            for (int i = 2; i < chances.Length; i++)
            {
                best = chances[i] > chances[best] ? i : best;
            }

            atRow.Clear();
            atRow.AddRange(byRow[row]);
            foreach (EventDraft draft in atRow)
            {
                int type = Array.IndexOf(EventTypes.All, draft.Type) + 1;
                (draft.TypeScore, draft.IsLikeliest) = (chances[type], type == best);
            }

            for (int i = 1; i < chances.Length; i++)
            {
                if (chances[i] >= LeastType && !atRow.Exists(draft => draft.Type == EventTypes.All[i - 1]))
                {
                    EventDraft draft = Draft(index, row, EventTypes.All[i - 1]);
                    (draft.TypeScore, draft.IsLikeliest) = (chances[i], i == best);
                    sides.Propose(index, view, draft);
                    drafts.Add(draft);
                }
            }
        }
    }

    /// <summary>Whether a pattern's word so surely tells of something else that its sides need not be looked for.</summary>
    public bool IsIdle(EventDraft draft) => model.Triggers.Features.Length > 0 && draft.TypeScore < LeastPattern && draft.Source is EventSource.Verb or EventSource.Noun;

    /// <summary>Chooses actor and recipient of a draft.</summary>
    public void Choose(SceneIndex index, SideCandidates candidates, SideFeatures features, EventDraft draft)
    {
        if (model.Sides.Features.Length == 0)
        {
            return;
        }

        List<SideCandidate> found = candidates.Find(draft);
        bool isNamed = draft.Source is EventSource.Verb or EventSource.Noun or EventSource.Governed && !draft.IsImplied;
        var buffer = new List<ulong>(64);
        Span<int> both = stackalloc int[2];
        var shared = new int[found.Count];
        var acting = new int[found.Count];
        for (int i = 0; i < found.Count; i++)
        {
            features.Describe(draft, found[i], buffer);
            both.Clear();
            model.Sides.Score(buffer, both);
            acting[i] = both[0] + (isNamed && draft.Actors.Contains(found[i].Actor) ? Trust : 0) - (found[i].Actor < 0 ? Reluctance : 0);
            shared[i] = both[1] + (isNamed && draft.Recipients.Contains(found[i].Actor) ? Trust : 0);
        }

        double actors = LogSum(acting);
        (double Score, int Actor, int Recipient, int[] Received) best = (double.NegativeInfinity, -1, -1, []);
        foreach (int actor in Enumerable.Range(0, found.Count).OrderByDescending(i => acting[i]).ThenBy(i => i).DistinctBy(i => found[i].Actor).Take(MostActors))
        {
            var received = new int[found.Count];
            int recipient = -1;
            for (int i = 0; i < found.Count; i++)
            {
                bool isSelf = found[i].Actor == found[actor].Actor && found[i].Actor >= 0;
                buffer.Clear();
                features.DescribeOther(draft, found[i], found[actor], buffer);
                both.Clear();
                model.Sides.Score(buffer, both);
                received[i] = isSelf ? Never : shared[i] + both[1] - (found[i].Actor < 0 ? Reluctance : 0);
                recipient = recipient < 0 || received[i] > received[recipient] ? i : recipient;
            }

            double to = Logit(received[recipient]) - LogSum(received);
            double score = Logit(acting[actor]) - actors + to;
            if (score > best.Score)
            {
                best = (score, actor, recipient, received);
            }
        }

        if (best.Actor >= 0)
        {
            (draft.ActorScore, draft.RecipientScore) = (OfActor(found, acting, best.Actor) - actors, OfActor(found, best.Received, best.Recipient) - LogSum(best.Received));
            Take(index, draft, found, (acting, best.Actor), (best.Received, best.Recipient));
        }
    }

    private static void Take(SceneIndex index, EventDraft draft, List<SideCandidate> found, (int[] Scores, int Best) acting, (int[] Scores, int Best) receiving)
    {
        int[] rules = [.. draft.Actors];
        int[] others = [.. draft.Recipients];
        draft.Actors.Clear();
        draft.Recipients.Clear();
        if (found[acting.Best].Actor >= 0)
        {
            draft.Actors.Add(found[acting.Best].Actor);
        }

        if (draft.Type == "CONSULT")
        {
            AddConferring(found, acting, draft.Actors);
            return;
        }

        if (found[receiving.Best].Actor >= 0)
        {
            draft.Recipients.Add(found[receiving.Best].Actor);
            AddFellows(index, found, receiving, others, draft.Recipients, draft.Actors);
        }

        if (draft.Actors.Count > 0)
        {
            AddFellows(index, found, acting, rules, draft.Actors, draft.Recipients);
        }
    }

    // Two at least; of more, those who stand in the sentence and are about as likely as the first.
    private static void AddConferring(List<SideCandidate> found, (int[] Scores, int Best) sides, List<int> into)
    {
        foreach (int i in Enumerable.Range(0, found.Count).Where(i => found[i].Actor >= 0).OrderByDescending(i => sides.Scores[i]).ThenBy(i => i))
        {
            bool isNear = found[i].Origin is SideOrigin.Sentence or SideOrigin.Demonym && sides.Scores[i] > sides.Scores[sides.Best] - Beside;
            if (into.Count < 2 || (isNear && into.Count < MostConferring))
            {
                SceneIndex.AddOnce(into, found[i].Actor);
            }
        }
    }

    // Those who stand beside the one chosen: conjuncts, and whom the rules name with it.
    private static void AddFellows(SceneIndex index, List<SideCandidate> found, (int[] Scores, int Best) sides, int[] rules, List<int> into, List<int> except)
    {
        SideCandidate chosen = found[sides.Best];
        bool isByRule = rules.Contains(chosen.Actor);
        for (int i = 0; i < found.Count; i++)
        {
            SideCandidate side = found[i];
            bool isBeside = side.Actor >= 0 && ((isByRule && rules.Contains(side.Actor)) || (side.Row >= 0 && chosen.Row >= 0 && AreConjoined(index.Parse, side.Row, chosen.Row)));
            if (isBeside && sides.Scores[i] > sides.Scores[sides.Best] - Beside && !except.Contains(side.Actor))
            {
                SceneIndex.AddOnce(into, side.Actor);
            }
        }

        if (SideCandidates.IsOrgan(index.Scene.Actors.Actors[chosen.Actor]))
        {
            AddState(index, found, sides.Scores, into, except);
        }
    }

    // "The government", "troops": the state that is the likeliest to be meant.
    private static void AddState(SceneIndex index, List<SideCandidate> found, int[] scores, List<int> into, List<int> except)
    {
        int best = -1;
        for (int i = 0; i < found.Count; i++)
        {
            bool isState = found[i].Actor >= 0 && index.Scene.Actors.Actors[found[i].Actor].Type == Actors.ActorType.State && !except.Contains(found[i].Actor);
            best = isState && (best < 0 || scores[i] > scores[best]) ? i : best;
        }

        if (best >= 0)
        {
            SceneIndex.AddOnce(into, found[best].Actor);
        }
    }

    // All mentions of the chosen actor together.
    private static double OfActor(List<SideCandidate> found, int[] scores, int chosen) =>
        LogSum([.. Enumerable.Range(0, found.Count).Where(i => found[i].Actor == found[chosen].Actor).Select(i => scores[i])]);

    private static double LogSum(int[] scores)
    {
        int top = scores.Max();
        double sum = 0;
        foreach (int score in scores)
        {
            sum += Math.Exp(Logit(score - top));
        }

        return Logit(top) + Math.Log(sum);
    }

    private static bool AreConjoined(ParsedText parse, int one, int other)
    {
        int a = parse.Relations[one] == DependencyRelation.Conj ? parse.Heads[one] : one;
        int b = parse.Relations[other] == DependencyRelation.Conj ? parse.Heads[other] : other;
        return a == b && a >= 0;
    }

    private static double Logit(int score) => score / (double)Learning.SparseClassifier.Unit;

    // The word alone speaks so much against any event that its context seldom outweighs it.
    private bool IsHopeless(List<ulong> features)
    {
        Span<int> sums = stackalloc int[EventTypes.All.Length + 1];
        sums.Clear();
        model.Triggers.Score(features, sums);
        int top = int.MinValue;
        foreach (int sum in sums[1..])
        {
            top = Math.Max(top, sum);
        }

        return top - sums[0] < Hopeless;
    }

    private void Chances(List<ulong> features, Span<double> chances)
    {
        Span<int> sums = stackalloc int[chances.Length];
        sums.Clear();
        model.Triggers.Score(features, sums);
        double total = 0;
        int top = sums[0];
        foreach (int sum in sums)
        {
            top = Math.Max(top, sum);
        }

        for (int i = 0; i < sums.Length; i++)
        {
            chances[i] = Math.Exp(Logit(sums[i] - top));
            total += chances[i];
        }

        for (int i = 0; i < sums.Length; i++)
        {
            chances[i] /= total;
        }
    }

    /// <summary>A draft of a type at a row, without sides.</summary>
    public EventDraft Draft(SceneIndex index, int row, string type) => new()
    {
        Type = type,
        Actors = [],
        Recipients = [],
        Trigger = index.Tokens.Span(row),
        Row = row,
        Status = reality.Of(index.Parse, row),
        Source = EventSource.Learned,
        Time = Circumstances.TimeOf(index, row),
        Place = Circumstances.PlaceOf(index, row),
    };
}
