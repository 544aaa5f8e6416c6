using System.Text.Json;
using Readout.Records;
using Readout.Time;

namespace Readout.Evaluation;

/// <summary>
/// Scores meetings, commitments and events against hand-made standoff annotations of newswire (docs/guidelines/meetings.md,
/// commitments.md, events.md). Found and expected facts are paired one to one, the best pairs first. Not thread-safe.
/// </summary>
public sealed class NewswireScorer
{
    private readonly SortedDictionary<string, Score> _scores = new(StringComparer.Ordinal);
    private readonly List<string> _misses = [];

    /// <summary>Scores by name in ordinal order.</summary>
    public IReadOnlyDictionary<string, Score> Scores => _scores;

    /// <summary>One line for each fact that was missed or found in excess.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Reads the annotated reports with the engine and scores what it finds.</summary>
    /// <param name="annotations">Standoff file.</param>
    /// <param name="corpus">The newswire corpus file.</param>
    /// <param name="part"><c>development</c>, <c>held-out</c>, <c>blind</c> or <c>blind-2</c>; null for all.</param>
    /// <param name="read">The engine.</param>
    public void Run(string annotations, string corpus, string? part, Func<Text.Report, ReportRecord> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<JsonElement> lines = StandoffFile.Read(annotations, part);
        IReadOnlyDictionary<string, Text.Report> reports = NewswireCorpus.Read(corpus, [.. lines.Select(StandoffFile.Document)]);
        foreach (JsonElement line in lines)
        {
            Add(line, read(reports[StandoffFile.Document(line)]));
        }
    }

    /// <summary>Scores one report.</summary>
    internal void Add(JsonElement line, ReportRecord found)
    {
        Dictionary<string, ActorRecord> actors = found.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        if (line.TryGetProperty("meetings", out JsonElement meetings))
        {
            AddMeetings([.. meetings.EnumerateArray()], found, actors);
        }

        if (line.TryGetProperty("commitments", out JsonElement commitments))
        {
            AddCommitments([.. commitments.EnumerateArray()], found, actors);
        }

        if (line.TryGetProperty("events", out JsonElement events))
        {
            AddEvents([.. events.EnumerateArray()], found, actors);
        }
    }

    private void AddMeetings(JsonElement[] wanted, ReportRecord record, Dictionary<string, ActorRecord> actors)
    {
        List<(int Wanted, int Found)> pairs = Pairs("meetings", wanted, record, actors);
        Add("meetings", new Score(pairs.Count, wanted.Length, record.Meetings.Count));
        Add("meetings.by-name", new Score(Pair(wanted.Length, record.Meetings.Count, (w, f) => MeetingFit.ByName(wanted[w], record.Meetings[f], actors)).Count, wanted.Length, record.Meetings.Count));
        foreach ((int w, int f) in pairs)
        {
            MeetingRecord meeting = record.Meetings[f];
            string[] names = StandoffFile.Names(wanted[w], "participants");
            Add("meetings.participants", new Score(ActorNames.Shared(names, meeting.Participants.Select(id => actors[id])), names.Length, meeting.Participants.Count));
            if (StandoffFile.Text(wanted[w], "time") is { } time)
            {
                Judge("meetings.day", TimeIsRight(time, meeting.Time), record, $"{time} / {meeting.Time}");
            }

            Judge("meetings.status", StatusIs(wanted[w], meeting.Status), record, $"{StandoffFile.Text(wanted[w], "status")} / {meeting.Status}");
            if (StandoffFile.Text(wanted[w], "mode") is { } mode && mode != "unknown")
            {
                Judge("meetings.mode", mode == JsonName(meeting.Mode), record, $"{mode} / {meeting.Mode}");
            }

            if (StandoffFile.Text(wanted[w], "place") is { } place)
            {
                Judge("meetings.place", meeting.Place is { } at && PlaceIs(place, at.Name, at.Span.Text), record, $"{place} / {meeting.Place?.Name}");
            }
        }

        Note("meeting", record, wanted.Length, pairs, record.Meetings.Count, w => string.Join("; ", StandoffFile.Names(wanted[w], "participants")),
            f => string.Join("; ", record.Meetings[f].Participants.Select(id => actors[id].Name)) + " | " + record.Meetings[f].Evidence[0].Text);
    }

    private void AddCommitments(JsonElement[] wanted, ReportRecord record, Dictionary<string, ActorRecord> actors)
    {
        List<(int Wanted, int Found)> pairs = Pairs("commitments", wanted, record, actors);
        Add("commitments", new Score(pairs.Count, wanted.Length, record.Commitments.Count));
        foreach ((int w, int f) in pairs)
        {
            CommitmentRecord found = record.Commitments[f];
            Judge("commitments.parties", ActorNames.SharedStates(StandoffFile.Names(wanted[w], "parties"), [.. found.Parties.Select(id => actors[id])]) > 0, record,
                $"{string.Join("; ", StandoffFile.Names(wanted[w], "parties"))} / {string.Join("; ", found.Parties.Select(id => actors[id].Name))}");
            Judge("commitments.kind", StandoffFile.Text(wanted[w], "kind") == JsonName(found.Kind), record, $"{found.Action.Text}: {StandoffFile.Text(wanted[w], "kind")} / {found.Kind}");
            Judge("commitments.status", StandoffFile.Text(wanted[w], "status") == JsonName(found.Status), record, $"{found.Action.Text}: {StandoffFile.Text(wanted[w], "status")} / {found.Status}");
            JudgeTimes(wanted[w], found, record);
            JsonElement amount = wanted[w].GetProperty("amount");
            bool same = amount.ValueKind == JsonValueKind.Null
                ? found.Amount is null
                : found.Amount is { } sum && Math.Abs(sum.Value - amount.GetProperty("value").GetDouble()) < 1e-6 * Math.Max(1, sum.Value) && sum.Unit == StandoffFile.Text(amount, "unit");
            Judge("commitments.amount", same, record, $"{found.Action.Text}: {amount} / {found.Amount}");
        }

        Note("commitment", record, wanted.Length, pairs, record.Commitments.Count, w => $"{wanted[w].GetProperty("start")}-{wanted[w].GetProperty("end")}", f => record.Commitments[f].Action.Text);
    }

    private void JudgeTimes(JsonElement wanted, CommitmentRecord found, ReportRecord record)
    {
        JsonElement period = wanted.GetProperty("period");
        string? start = period.ValueKind == JsonValueKind.Null ? null : StandoffFile.Text(period, "start");
        string? end = period.ValueKind == JsonValueKind.Null ? null : StandoffFile.Text(period, "end");
        string? due = StandoffFile.Text(wanted, "due");
        bool right = start == found.Period?.Start && end == found.Period?.End && due == found.Due;
        Judge("commitments.time", right, record, $"{found.Action.Text}: {start}/{end} due {due} / {found.Period?.Start}/{found.Period?.End} due {found.Due}");
        if (start is not null || end is not null || due is not null)
        {
            Judge("commitments.time.given", right, record, "");
        }
    }

    private void AddEvents(JsonElement[] wanted, ReportRecord record, Dictionary<string, ActorRecord> actors)
    {
        List<(int Wanted, int Found)> pairs = Pairs("events", wanted, record, actors);
        Add("events", new Score(pairs.Count, wanted.Length, record.Events.Count));
        List<(int, int)> named = Pair(wanted.Length, record.Events.Count, (w, f) => EventScorer.Fit(wanted[w], record.Events[f], actors, byName: true));
        Add("events.named", new Score(named.Count, wanted.Length, record.Events.Count));
        List<(int, int)> typed = Pair(wanted.Length, record.Events.Count, (w, f) => StandoffFile.Text(wanted[w], "type") == record.Events[f].Type ? 1 : 0);
        Add("events.type", new Score(typed.Count, wanted.Length, record.Events.Count));
        foreach ((int w, int f) in pairs)
        {
            Judge("events.status", StandoffFile.Text(wanted[w], "status") == JsonName(record.Events[f].Status), record, $"{record.Events[f].Type}: {StandoffFile.Text(wanted[w], "status")} / {record.Events[f].Status}");
        }

        Note("event", record, wanted.Length, pairs, record.Events.Count,
            w => $"{StandoffFile.Text(wanted[w], "type")} {string.Join("; ", StandoffFile.Names(wanted[w], "actors"))} > {string.Join("; ", StandoffFile.Names(wanted[w], "recipients"))}",
            f => $"{record.Events[f].Type} {string.Join("; ", record.Events[f].Actors.Select(id => actors[id].Name))} > {string.Join("; ", record.Events[f].Recipients.Select(id => actors[id].Name))} ({record.Events[f].Trigger.Text}, {record.Events[f].Status})");
    }

    /// <summary>Whether a found time lies in the annotated one; of none, whether none was found.</summary>
    internal static bool TimeIsRight(string? wanted, string? found)
    {
        if (wanted is null || found is null)
        {
            return wanted == found;
        }

        return CalendarInterval.TryParse(wanted, out CalendarInterval a) && CalendarInterval.TryParse(found, out CalendarInterval b)
            ? b.First >= a.First && b.Last <= a.Last
            : wanted == found;
    }

    /// <summary>Whether a found place, by its name or the words of the report, is the annotated one or names it in part.</summary>
    internal static bool PlaceIs(string wanted, string name, ReadOnlySpan<char> words) =>
        name == wanted || words.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(name, StringComparison.Ordinal);

    private static bool StatusIs(JsonElement wanted, Events.MeetingStatus found) => StandoffFile.Text(wanted, "status") == JsonName(found);

    private static string JsonName<T>(T value)
        where T : struct, Enum =>
        typeof(T).GetField(value.ToString())!.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute), false) is [System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute name, ..]
            ? name.Name
            : value.ToString();

    /// <summary>Which of the annotated facts of a layer are which of the found ones.</summary>
    internal static List<(int Wanted, int Found)> Pairs(string layer, JsonElement[] wanted, ReportRecord record, Dictionary<string, ActorRecord> actors) => layer switch
    {
        "meetings" => Pair(wanted.Length, record.Meetings.Count, (w, f) => FitOf(wanted[w], record.Meetings[f], actors)),
        "commitments" => Pair(wanted.Length, record.Commitments.Count, (w, f) => FitOf(wanted[w], record.Commitments[f])),
        "events" => Pair(wanted.Length, record.Events.Count, (w, f) => EventScorer.Fit(wanted[w], record.Events[f], actors)),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, "expected meetings, commitments or events"),
    };

    private static double FitOf(JsonElement wanted, MeetingRecord found, Dictionary<string, ActorRecord> actors)
    {
        double fit = MeetingFit.Of(wanted, found, actors);
        return fit == 0 ? 0 : fit + (TimeIsRight(StandoffFile.Text(wanted, "time"), found.Time) ? 0.5 : 0) + (StatusIs(wanted, found.Status) ? 0.25 : 0);
    }

    private static double FitOf(JsonElement wanted, CommitmentRecord found)
    {
        double overlap = Overlap(wanted.GetProperty("start").GetInt32(), wanted.GetProperty("end").GetInt32(), found.Action);
        return overlap >= 0.3 ? overlap : 0;
    }

    private static double Overlap(int start, int end, SpanRecord found)
    {
        double common = Math.Max(0, Math.Min(end, found.End) - Math.Max(start, found.Start));
        return common / (Math.Max(end, found.End) - Math.Min(start, found.Start));
    }

    internal static List<(int Wanted, int Found)> Pair(int wanted, int found, Func<int, int, double> fit)
    {
        var candidates = new List<(double Fit, int Wanted, int Found)>();
        for (int w = 0; w < wanted; w++)
        {
            for (int f = 0; f < found; f++)
            {
                double score = fit(w, f);
                if (score > 0)
                {
                    candidates.Add((score, w, f));
                }
            }
        }

        var pairs = new List<(int, int)>();
        var usedWanted = new HashSet<int>();
        var usedFound = new HashSet<int>();
        foreach ((_, int w, int f) in candidates.OrderByDescending(one => one.Fit).ThenBy(one => one.Wanted).ThenBy(one => one.Found))
        {
            if (!usedWanted.Contains(w) && !usedFound.Contains(f))
            {
                usedWanted.Add(w);
                usedFound.Add(f);
                pairs.Add((w, f));
            }
        }

        return pairs;
    }

    private void Add(string name, Score score) => _scores[name] = _scores.GetValueOrDefault(name) + score;

    private void Judge(string name, bool right, ReportRecord record, string text)
    {
        Add(name, new Score(right ? 1 : 0, 1, 1));
        if (!right && text.Length > 0)
        {
            _misses.Add($"{record.Report.Id}\t{name}\t{text}");
        }
    }

    private void Note(string kind, ReportRecord record, int wanted, List<(int Wanted, int Found)> pairs, int found, Func<int, string> expected, Func<int, string> actual)
    {
        for (int w = 0; w < wanted; w++)
        {
            if (!pairs.Exists(pair => pair.Wanted == w))
            {
                _misses.Add($"{record.Report.Id}\tmissed {kind}\t{expected(w)}");
            }
        }

        for (int f = 0; f < found; f++)
        {
            if (!pairs.Exists(pair => pair.Found == f))
            {
                _misses.Add($"{record.Report.Id}\textra {kind}\t{actual(f)}");
            }
        }
    }
}
