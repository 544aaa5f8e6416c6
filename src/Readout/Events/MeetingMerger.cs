using Readout.Actors;
using Readout.Learning;
using Readout.Parsing;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>Decides which mentions tell of one meeting, and joins them. For one report.</summary>
internal sealed class MeetingMerger(SceneIndex index, SparseClassifier same)
{
    // In thousandths of a logit: a second record of one meeting costs more than two meetings in one. Chosen by cross-validation (docs/meetings.md).
    private const int LeastSame = -700;

    private readonly FeatureSet _features = new();

    private ActorTable Actors => index.Scene.Actors;

    /// <summary>The meeting among the known that a mention most likely tells of; null where it tells of none.</summary>
    /// <param name="known">The meetings.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="isSure">Whether it is that meeting rather than another.</param>
    public MeetingDraft? Find(List<MeetingDraft> known, MeetingDraft mention, out bool isSure)
    {
        MeetingDraft? best = null;
        int top = LeastSame;
        foreach (MeetingDraft meeting in known)
        {
            if (meeting.IsAttended != mention.IsAttended && mention.Participants.Count > 1)
            {
                // An opening that two attended together is an occasion of its own, whatever else brought them there.
                continue;
            }

            Describe(meeting, mention, _features);
            int score = same.Score(_features);
            if (score > top)
            {
                (best, top) = (meeting, score);
            }
        }

        isSure = top > 0;
        return best;
    }

    /// <summary>Whether two actors of a report stand for one side: the same, or a state and somebody of it who is not named apart.</summary>
    public static bool Stands(int one, int two, ActorTable actors)
    {
        if (one == two)
        {
            return true;
        }

        Actor a = actors.Actors[one];
        Actor b = actors.Actors[two];
        return a.State is not null && a.State == b.State && (IsSide(a) || IsSide(b));
    }

    /// <summary>Writes the features of a mention beside a meeting that is known.</summary>
    public void Describe(MeetingDraft known, MeetingDraft mention, FeatureSet features)
    {
        features.Clear();
        ParsedText parse = index.Parse;
        ReadOnlySpan<char> shared = Shared(known.Participants, mention.Participants);
        ReadOnlySpan<char> time = TimeRelation(known.Time, mention.Time);
        ReadOnlySpan<char> place = PlaceRelation(known.BestPlace(0), mention.BestPlace(0));
        ReadOnlySpan<char> state = [(char)('0' + (int)Best(known.Statuses)), (char)('0' + (int)Best(mention.Statuses))];
        ReadOnlySpan<char> far = [(char)('0' + Math.Min(5, Math.Abs(index.Tokens.SentenceOf(mention.Row) - index.Tokens.SentenceOf(known.LastRow))))];
        ReadOnlySpan<char> mode = known.Mode == mention.Mode ? "=" : known.Mode == MeetingMode.Unknown || mention.Mode == MeetingMode.Unknown ? "-" : "!";
        string word = Determiner(mention.Row);
        features.Add(FeatureHash.Of(120, "bias"));
        features.Add(FeatureHash.Of(121, shared));
        features.Add(FeatureHash.Of(122, shared, time));
        features.Add(FeatureHash.Of(123, shared, known.Class, mention.Class));
        features.Add(FeatureHash.Of(124, known.Class, mention.Class));
        features.Add(FeatureHash.Of(125, time, place));
        features.Add(FeatureHash.Of(126, time));
        features.Add(FeatureHash.Of(127, state, shared));
        features.Add(FeatureHash.Of(128, state, time));
        features.Add(FeatureHash.Of(129, far, shared));
        features.Add(FeatureHash.Of(130, far, mention.Class));
        features.Add(FeatureHash.Of(131, mode, shared));
        features.Add(FeatureHash.Of(132, word, shared));
        features.Add(FeatureHash.Of(133, word, mention.Class, far));
        features.Add(FeatureHash.Of(134, mention.IsAnother ? "another" : "-", shared));
        features.Add(FeatureHash.Of(135, known.IsCeremony == mention.IsCeremony ? "=" : "!", shared));
        features.Add(FeatureHash.Of(136, place, shared));
        ReadOnlySpan<char> apart = [Apart(known.Participants, mention.Participants), Apart(mention.Participants, known.Participants)];
        features.Add(FeatureHash.Of(167, apart));
        features.Add(FeatureHash.Of(168, apart, shared));
        features.Add(FeatureHash.Of(169, apart, far));
        features.Add(FeatureHash.Of(170, apart, known.Class, mention.Class));
        features.Add(FeatureHash.Of(137, parse.Lemma(known.Row) == parse.Lemma(mention.Row) ? "=" : "!", shared, time));
    }

    /// <summary>Takes over what a mention tells more.</summary>
    public void Join(MeetingDraft known, MeetingDraft mention)
    {
        known.Places.AddRange(mention.Places);
        known.Host ??= mention.Host;
        known.Occasion ??= mention.Occasion;
        known.RuleStatus ??= mention.RuleStatus;
        known.Mode = known.Mode == MeetingMode.Unknown ? mention.Mode : known.Mode;
        known.IsVisit &= mention.IsVisit;
        JoinEvidence(known, mention);
        for (int i = 0; i < known.Statuses.Length; i++)
        {
            known.Statuses[i] += mention.Statuses[i];
        }

        foreach ((string value, int score) in mention.Days)
        {
            int at = known.Days.FindIndex(day => day.Value == value);
            if (at < 0)
            {
                known.Days.Add((value, score));
            }
            else
            {
                known.Days[at] = (value, Math.Max(score, known.Days[at].Score));
            }
        }

        JoinSides(known.Participants, mention.Participants);
    }

    /// <summary>Takes over only that a mention tells of it, where another meeting is about as likely.</summary>
    public static void JoinEvidence(MeetingDraft known, MeetingDraft mention)
    {
        known.LastRow = Math.Max(known.LastRow, mention.Row);
        known.Score = Math.Max(known.Score, mention.Score);
        known.Evidence.AddRange(mention.Evidence.Where(span => !known.Evidence.Contains(span)));
    }

    // A state gives way to the person who sits there for it.
    private void JoinSides(List<int> known, List<int> others)
    {
        foreach (int one in others)
        {
            int at = known.FindIndex(two => Stands(one, two, Actors));
            if (at < 0)
            {
                known.Add(one);
            }
            else if (IsSide(Actors.Actors[known[at]]) && !IsSide(Actors.Actors[one]) && !known.Contains(one))
            {
                known[at] = one;
            }
        }
    }

    private string Shared(List<int> known, List<int> mention)
    {
        if (mention.Count == 0)
        {
            return "none";
        }

        int exact = mention.Count(known.Contains);
        int shared = mention.Count(one => known.Exists(two => Stands(one, two, Actors)));
        return (shared == mention.Count || shared == known.Count ? exact == shared ? "all" : "stand" : shared == 0 ? "apart" : shared == 1 ? "one" : "some") + (mention.Count == 1 ? "1" : "");
    }

    // Kind of those for whom nobody stands on the other side, persons first: two persons there speak against one meeting, a person and a state hardly.
    private char Apart(List<int> from, List<int> others)
    {
        char kind = '-';
        foreach (int actor in from)
        {
            if (!others.Exists(other => Stands(actor, other, Actors)))
            {
                char own = Actors.Actors[actor].Type switch
                {
                    ActorType.Person => 'p',
                    ActorType.State => 's',
                    ActorType.Organization => 'o',
                    _ => 'g',
                };
                kind = kind == '-' || own == 'p' ? own : kind;
            }
        }

        return kind;
    }

    private static string TimeRelation(string? known, string? mention) =>
        known is null && mention is null ? "none"
        : known is null || mention is null ? "half"
        : known == mention ? "same"
        : !CalendarInterval.TryParse(known, out CalendarInterval a) || !CalendarInterval.TryParse(mention, out CalendarInterval b) ? "odd"
        : (a.First <= b.First && b.Last <= a.Last) || (b.First <= a.First && a.Last <= b.Last) ? "cover" : "apart";

    private static string PlaceRelation(PlaceMention? known, PlaceMention? mention) =>
        known is null || mention is null ? "-" : known.Name == mention.Name ? "=" : known.Country is not null && known.Country == mention.Country ? "c" : "!";

    private string Determiner(int row)
    {
        int determiner = index.Parse.ChildWith(row, DependencyRelation.Det);
        determiner = determiner >= 0 ? determiner : index.Parse.ChildWith(row, DependencyRelation.NmodPoss);
        return determiner < 0 ? "" : index.Parse.Lemma(determiner);
    }

    /// <summary>The likeliest state.</summary>
    public static MeetingStatus Best(int[] scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return (MeetingStatus)best;
    }

    private static bool IsSide(Actor actor) => actor.Type is ActorType.State or ActorType.Group or ActorType.Unnamed;
}
