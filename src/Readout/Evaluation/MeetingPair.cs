using System.Globalization;
using System.Text.Json;
using Readout.Events;
using Readout.Merging;
using Readout.Text;

namespace Readout.Evaluation;

/// <summary>Two accounts of meetings that were judged by hand.</summary>
/// <param name="Source"><c>stories</c>, <c>newswire</c> (annotated meetings) or <c>newswire, read</c> (as the engine read them).</param>
/// <param name="Part"><c>development</c>, <c>held-out</c>, or <c>blind</c>: never looked at.</param>
/// <param name="Left">One account.</param>
/// <param name="Right">The other.</param>
/// <param name="IsOne">Whether they are of one meeting.</param>
public sealed record MeetingPair(string Source, string Part, MeetingMention Left, MeetingMention Right, bool IsOne)
{
    /// <summary>All judged pairs.</summary>
    /// <param name="eval">The folder eval of the repository.</param>
    /// <exception cref="InvalidDataException">A row is malformed.</exception>
    public static IReadOnlyList<MeetingPair> ReadAll(string eval)
    {
        var pairs = new List<MeetingPair>();
        foreach (IGrouping<string, string[]> story in TsvFile.Rows(Path.Combine(eval, "merging", "meetings.tsv"), 9).GroupBy(row => row[1]))
        {
            string[][] rows = [.. story];
            for (int i = 0; i < rows.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    pairs.Add(new MeetingPair(story.Key.StartsWith("nw-", StringComparison.Ordinal) ? "newswire, read" : "stories", rows[i][0], Mention(rows[j]), Mention(rows[i]), rows[i][2] == rows[j][2]));
                }
            }
        }

        Dictionary<(string, int), MeetingMention> mentions = Newswire(Path.Combine(eval, "meetings", "newswire.jsonl"));
        pairs.AddRange(TsvFile.Rows(Path.Combine(eval, "merging", "meetings-newswire.tsv"), 6).Select(row =>
            new MeetingPair("newswire", row[0], mentions[(row[1], Number(row[2]))], mentions[(row[3], Number(row[4]))], row[5] == "same")));
        return pairs;
    }

    /// <summary>Pairs that the matcher joins against those that are one.</summary>
    public static Score ScoreOf(IEnumerable<MeetingPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var score = default(Score);
        foreach (MeetingPair pair in pairs)
        {
            bool found = MeetingMatcher.AreOne(pair.Left, pair.Right);
            score += new Score(found && pair.IsOne ? 1 : 0, pair.IsOne ? 1 : 0, found ? 1 : 0);
        }

        return score;
    }

    private static MeetingMention Mention(string[] row) => new()
    {
        Published = Day(row[3]),
        Participants = [.. row[4].Split('|').Select(Participant)],
        Place = row[5] == "_" ? null : row[5],
        Time = row[6] == "_" ? null : row[6],
        Status = Enum.Parse<MeetingStatus>(row[7], ignoreCase: true),
        Mode = Mode(row[8]),
    };

    // "name=state" is a person of a state; a name alone may be the state itself.
    internal static MeetingParticipant Participant(string cell)
    {
        string[] parts = cell.Split('=');
        return parts.Length == 2 ? new MeetingParticipant(parts[0], parts[1], IsState: false) : new MeetingParticipant(cell, cell, IsState: true);
    }

    private static Dictionary<(string, int), MeetingMention> Newswire(string path)
    {
        var mentions = new Dictionary<(string, int), MeetingMention>();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string article = json.RootElement.GetProperty("document").GetString()!;
            string day = article[8..16];
            int number = 0;
            foreach (JsonElement meeting in json.RootElement.GetProperty("meetings").EnumerateArray())
            {
                mentions.Add((article, number++), new MeetingMention
                {
                    Published = Day($"{day[..4]}-{day[4..6]}-{day[6..]}"),
                    Participants = [.. meeting.GetProperty("participants").EnumerateArray().Select(name => Participant(name.GetString()!))],
                    Place = meeting.GetProperty("place").GetString(),
                    Time = meeting.GetProperty("time").GetString(),
                    Status = Enum.Parse<MeetingStatus>(meeting.GetProperty("status").GetString()!, ignoreCase: true),
                    Mode = Mode(meeting.GetProperty("mode").GetString()!),
                });
            }
        }

        return mentions;
    }

    private static MeetingMode Mode(string mode) => Enum.Parse<MeetingMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
