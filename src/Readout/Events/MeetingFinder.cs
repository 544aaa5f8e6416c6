using Readout.Actors;
using Readout.Attribution;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>
/// Finds meetings, talks, visits, calls and ceremonies attended together (docs/guidelines/meetings.md): words that may tell of one, a
/// trained model that says which do, who took part, when and whether it took place, and one record for all mentions of one.
/// Immutable, thread-safe.
/// </summary>
public sealed class MeetingFinder
{
    // In thousandths of a logit. Chosen by cross-validation on the development part of eval/meetings (docs/meetings.md).
    private const int LeastScore = 200;
    private const int LeastRuleScore = -3000;
    private const int LeastRuleSide = -2500;
    private const int LeastMoreSide = 2000;
    private const int RuleWeight = 6000;
    private const int LeastNextSide = -500;
    private const int LeastSide = 700;
    private const int LeastLooseScore = -600;
    private const int LeastDay = -2000;
    private const int LeastPlace = -1200;

    private readonly MeetingCandidates _candidates;
    private readonly Reality _reality;

    private MeetingFinder(MeetingCandidates candidates, Reality reality, MeetingModel model) => (_candidates, _reality, Model) = (candidates, reality, model);

    /// <summary>The trained decisions.</summary>
    internal MeetingModel Model { get; }

    /// <summary>Loads <c>events/meetings.tsv</c>, <c>events/meeting-words.tsv</c>, the files that they name and <c>models/en/meetings.model</c> from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is broken; the message names it.</exception>
    public static MeetingFinder Load(string dataDirectory)
    {
        var reality = new Reality(OperatorTable.Load(dataDirectory));
        return new MeetingFinder(MeetingCandidates.Load(dataDirectory, reality), reality, MeetingModel.Load(Path.Combine(dataDirectory, "models", "en", "meetings.model")));
    }

    /// <summary>The same finder with other decisions.</summary>
    internal MeetingFinder With(MeetingModel model) => new(_candidates, _reality, model);

    /// <summary>Meetings in text order of their first mention.</summary>
    public IReadOnlyList<Meeting> Find(Scene scene, IReadOnlyList<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(statements);
        var index = new SceneIndex(scene);
        return Find(index, new StatementView(index, statements));
    }

    /// <summary>As the other, where the report is indexed already.</summary>
    internal IReadOnlyList<Meeting> Find(SceneIndex index, StatementView view)
    {
        return [.. Drafts(index, Judged(index, view)).Select(draft => Finish(draft, index.Scene.Report.Published))];
    }

    /// <summary>The meetings, each with all words that tell of it.</summary>
    internal List<MeetingDraft> Drafts(SceneIndex index, List<MeetingCandidate> candidates)
    {
        var merger = new MeetingMerger(index, Model.Same);
        var meetings = new List<MeetingDraft>();
        var loose = new List<MeetingDraft>();
        foreach (MeetingCandidate candidate in candidates)
        {
            bool isWhole = IsWhole(candidate.Participants, index.Scene.Actors);
            if (candidate.IsDenied || candidate.Score <= (!isWhole ? LeastLooseScore : candidate.IsByRule ? LeastRuleScore : LeastScore))
            {
                continue;
            }

            MeetingDraft mention = Draft(index, candidate);
            if (!isWhole)
            {
                loose.Add(mention);
            }
            else if (merger.Find(meetings, mention) is { } known)
            {
                merger.Join(known, mention);
                known.ChooseDay(LeastDay);
            }
            else
            {
                meetings.Add(mention);
            }
        }

        foreach (MeetingDraft mention in loose)
        {
            if (merger.Find(meetings, mention) is { } known)
            {
                merger.Join(known, mention);
            }
        }

        return meetings;
    }

    /// <summary>The candidates of a report with everything that the model says of them.</summary>
    internal List<MeetingCandidate> Judged(SceneIndex index, StatementView view)
    {
        List<MeetingCandidate> candidates = _candidates.Find(index, view);
        var sides = new MeetingSides(index, view);
        var features = new MeetingFeatures(index, view, _reality);
        var status = new MeetingStatusFeatures(index, view, _reality);
        var circumstances = new MeetingCircumstances(index, view, _reality);
        var buffer = Int8Activations.Features(index.Parse.States);
        foreach (MeetingCandidate candidate in candidates)
        {
            foreach (MeetingSide side in sides.Find(candidate))
            {
                sides.Describe(candidate, side, buffer);
                candidate.Sides.Add(side with { Score = Model.Sides.Score(buffer) });
            }
        }

        foreach (MeetingCandidate candidate in candidates)
        {
            ChooseSides(candidate, index.Scene.Actors);
            features.DescribeCandidate(candidate, buffer);
            candidate.Score = Model.Candidates.Score(buffer);
            if (candidate.IsByRule || candidate.Score > LeastLooseScore)
            {
                status.Describe(candidate, candidates, buffer);
                Model.Status.Score(buffer, candidate.Statuses);
                if (candidate is { RuleStatus: { } told, IsGuessed: false })
                {
                    candidate.Statuses[(int)told] += RuleWeight;
                }

                AddDays(index, circumstances, candidate, buffer);
                foreach ((PlaceMention place, int row) in PlacesNear(index, candidate))
                {
                    circumstances.DescribePlace(candidate, (place, row), buffer);
                    candidate.Places.Add((place, Model.Place.Score(buffer)));
                }
            }
        }

        return candidates;
    }

    /// <summary>Whether there are at least two, of whom one is named.</summary>
    internal static bool IsWhole(List<int> participants, ActorTable actors) =>
        participants.Count >= 2 && participants.Exists(one => actors.Actors[one].Type is ActorType.Person or ActorType.State or ActorType.Organization);

    /// <summary>Takes those whose best mention is scored high enough, without states for which somebody else of the same state sits there.</summary>
    internal static void ChooseSides(MeetingCandidate candidate, ActorTable actors)
    {
        candidate.Participants.Clear();
        if (candidate.IsByRule)
        {
            foreach (int actor in candidate.Acting.Concat(candidate.Others))
            {
                if (candidate.Sides.Exists(side => side.Actor == actor && side.Score > LeastRuleSide))
                {
                    SceneIndex.AddOnce(candidate.Participants, actor);
                }
            }
        }

        int least = candidate.IsByRule && candidate.Participants.Count >= 2 ? LeastMoreSide : LeastSide;
        foreach (MeetingSide side in candidate.Sides)
        {
            if (side.Score > least)
            {
                SceneIndex.AddOnce(candidate.Participants, side.Actor);
            }
        }

        if (candidate.Participants.Count < 2)
        {
            AddNext(candidate, actors);
        }

        candidate.Participants.RemoveAll(one => actors.Actors[one].Type != ActorType.Person
            && candidate.Participants.Exists(two => two != one && actors.Actors[two].Type == ActorType.Person && MeetingMerger.Stands(one, two, actors)));
    }

    // Nobody meets alone: whoever is likeliest beside the one who is sure.
    private static void AddNext(MeetingCandidate candidate, ActorTable actors)
    {
        while (candidate.Participants.Count < 2)
        {
            int best = LeastNextSide;
            int next = -1;
            foreach (MeetingSide side in candidate.Sides)
            {
                if (side.Score > best && !candidate.Participants.Exists(one => one == side.Actor || actors.Actors[one].Name == actors.Actors[side.Actor].Name || MeetingMerger.Stands(one, side.Actor, actors)))
                {
                    (best, next) = (side.Score, side.Actor);
                }
            }

            if (next < 0)
            {
                return;
            }

            candidate.Participants.Add(next);
        }
    }

    /// <summary>Rows and indexes of the times among which the day of a meeting is: those of its sentence and the one before, and -1 for the day of the report.</summary>
    internal static List<(int Time, int Row)> TimesNear(SceneIndex index, MeetingCandidate candidate)
    {
        var times = new List<(int, int)>();
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int last = -1;
        for (int row = index.Tokens.SentenceStarts[Math.Max(0, sentence - 1)]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            int time = index.TimeAt(row);
            if (time >= 0 && time != last && index.Scene.Times[time] is { Anchored: true, Value: { Length: >= 4 } value, Type: TimeType.Date or TimeType.Time } && char.IsAsciiDigit(value[0]))
            {
                times.Add((time, row));
            }

            last = time;
        }

        if (index.Scene.Report.Published is { Length: >= 10 } && !times.Exists(one => DayOf(index, one.Item1) == DayOf(index, -1)))
        {
            // Where the text names that day, nothing speaks for it by being left out.
            times.Add((-1, candidate.Row));
        }

        return times;
    }

    /// <summary>The places among which that of the meeting is: those of its sentence and the one before, and that of the dateline where the text says "here".</summary>
    internal static List<(PlaceMention Place, int Row)> PlacesNear(SceneIndex index, MeetingCandidate candidate)
    {
        var places = new List<(PlaceMention, int)>();
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        int last = -1;
        for (int row = index.Tokens.SentenceStarts[Math.Max(0, sentence - 1)]; row < index.Tokens.SentenceStarts[sentence + 1]; row++)
        {
            int place = index.PlaceAt(row);
            if (place >= 0 && place != last)
            {
                places.Add((index.Scene.Places[place], row));
            }
            else if (place < 0 && index.Tokens.Form(row) is "here" && MeetingCandidates.Dateline(index, row) is { } dateline)
            {
                places.Add((dateline, row));
            }

            last = place;
        }

        return places;
    }

    /// <summary>Day of a time among <see cref="TimesNear"/>.</summary>
    internal static string DayOf(SceneIndex index, int time) => time < 0 ? index.Scene.Report.Published![..10] : MeetingCandidates.DayOf(index.Scene.Times[time].Value)!;

    private void AddDays(SceneIndex index, MeetingCircumstances circumstances, MeetingCandidate candidate, FeatureSet buffer)
    {
        foreach ((int time, int row) in TimesNear(index, candidate))
        {
            if (time < 0 && MeetingMerger.Best(candidate.Statuses) is not (MeetingStatus.Held or MeetingStatus.Ongoing))
            {
                // What is still to come, or did not come, is not told to be today by saying nothing.
                continue;
            }

            circumstances.DescribeDay(candidate, time, row, buffer);
            candidate.Days.Add((DayOf(index, time), Model.Day.Score(buffer)));
        }
    }

    /// <summary>A meeting of one mention.</summary>
    internal static MeetingDraft Draft(SceneIndex index, MeetingCandidate candidate)
    {
        int sentence = index.Tokens.SentenceOf(candidate.Row);
        var draft = new MeetingDraft
        {
            Participants = [.. candidate.Participants],
            RuleStatus = candidate.RuleStatus,
            Mode = ModeOf(candidate),
            Host = HostOf(index, candidate),
            Occasion = candidate.Match is { } match && candidate.Role == "attend" ? OccasionOf(index, match) : null,
            Evidence = [index.Tokens.Span(index.Tokens.SentenceStarts[sentence], index.Tokens.SentenceStarts[sentence + 1])],
            IsAnother = IsAnother(index.Parse, candidate.Row) || (candidate.Verb >= 0 && IsAnother(index.Parse, candidate.Verb)),
            IsVisit = candidate.Class == "visit" || candidate.Role == "visit",
            IsCeremony = candidate.Class is "attend" or "ceremony" || candidate.Role == "attend",
            IsAttended = candidate is { Class: "ceremony", Role: "attend" },
            Class = candidate.Class,
            Row = candidate.Row,
            LastRow = candidate.Row,
            Score = candidate.Score,
            Statuses = [.. candidate.Statuses],
            Days = [.. candidate.Days],
            Places = [.. candidate.Places],
        };
        if (candidate is { IsByRule: true, Time: { Length: >= 7 } time })
        {
            // What the tree attaches is taken where the model knows nothing better.
            draft.Days.Add((time, LeastDay + 1));
        }

        draft.ChooseDay(LeastDay);
        return draft;
    }

    private static MeetingMode ModeOf(MeetingCandidate candidate) => candidate.Match?.Pattern.Type switch
    {
        "in-person" => MeetingMode.InPerson,
        "phone" => MeetingMode.Phone,
        "video" => MeetingMode.Video,
        "unknown" => MeetingMode.Unknown,
        _ => candidate.Class switch
        {
            "phone" or "call" => MeetingMode.Phone,
            "talk" or "speak" or "pattern" => MeetingMode.Unknown,
            _ => MeetingMode.InPerson,
        },
    };

    private static int? HostOf(SceneIndex index, MeetingCandidate candidate)
    {
        int host = candidate.Role switch
        {
            "host" when candidate.Acting.Count == 1 => candidate.Acting[0],
            "visit" when candidate.Others.Count == 1 => candidate.Others[0],
            _ => -1,
        };
        return host >= 0 && candidate.Participants.Contains(host) && index.Scene.Actors.Actors[host].Type is not ActorType.Group ? host : null;
    }

    // The noun phrase of what they attended, cut where it grows into clauses.
    private static string OccasionOf(SceneIndex index, PatternMatch match)
    {
        int noun = match.Support;
        bool after = match.Trigger < noun;
        int first = Math.Max(index.Parse.LeftEdge(noun), after ? match.Trigger + 1 : noun - 4);
        int last = after ? Math.Min(index.Parse.RightEdge(noun), noun + 12) : noun;
        return index.Tokens.Span(Math.Max(0, Math.Min(first, noun)), last + 1).In(index.Tokens.Text).Trim(" ,.").ToString();
    }

    private static bool IsAnother(ParsedText parse, int row)
    {
        foreach (int child in parse.Children(row))
        {
            if (parse.Lemma(child) is "again" or "second" or "another" or "next" or "last" or "previous" or "earlier" or "also")
            {
                return true;
            }
        }

        return false;
    }

    internal static Meeting Finish(MeetingDraft draft, string? published)
    {
        draft.ChooseDay(LeastDay);
        PlaceMention? place = draft.BestPlace(LeastPlace);
        MeetingStatus status = MeetingMerger.Best(draft.Statuses);
        bool isAhead = CalendarInterval.TryParse(draft.Time, out CalendarInterval days) && CalendarInterval.TryParse(published, out CalendarInterval today) && days.First > today.Last;
        return new Meeting
        {
            Participants = draft.Participants,
            Place = place,
            Time = draft.Time,

            // What is to be on a later day has not been held.
            Status = isAhead && status is (MeetingStatus.Held or MeetingStatus.Ongoing) ? MeetingStatus.Planned : status,

            // Who talks in a place sits together; of talks without one the report may mean letters.
            Mode = draft.Mode == MeetingMode.Unknown && place is not null ? MeetingMode.InPerson : draft.Mode,
            Host = draft.Host is { } host && draft.Participants.Contains(host) ? host : null,
            Occasion = draft.Occasion,
            Evidence = [.. draft.Evidence.Order()],
            Confidence = Math.Round(Math.Clamp(1 / (1 + Math.Exp(-draft.Score / (double)Learning.SparseClassifier.Unit)), 0.3, 0.98), 2),
            Row = draft.Row,
            IsVisit = draft.IsVisit,
        };
    }
}
