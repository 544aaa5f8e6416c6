using Readout.Actors;
using Readout.Learning;
using Readout.Parsing;
using Readout.Places;
using Readout.Time;

namespace Readout.Events;

/// <summary>Makes drafts of meetings from candidates, and meetings from drafts.</summary>
internal static class MeetingDraftBuilder
{
    /// <summary>Score above which a time is the day of a meeting, in thousandths of a logit.</summary>
    public const int LeastDay = -2000;

    // As LeastDay chosen by cross-validation on the development part of eval/meetings (docs/meetings.md).
    private const int LeastPlace = -1200;

    /// <summary>A meeting of one mention.</summary>
    public static MeetingDraft Of(SceneIndex index, MeetingCandidate candidate)
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

    /// <summary>The meeting as the record has it, from all its mentions.</summary>
    public static Meeting Finish(MeetingDraft draft, string? published)
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
            Confidence = Math.Round(Math.Clamp(1 / (1 + Math.Exp(-draft.Score / (double)SparseClassifier.Unit)), 0.3, 0.98), 2),
            Row = draft.Row,
            IsVisit = draft.IsVisit,
        };
    }
}
