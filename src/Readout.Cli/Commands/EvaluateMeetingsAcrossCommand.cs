using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate meetings-across</c>: which accounts of meetings are of one, on pairs judged by hand.</summary>
internal static class EvaluateMeetingsAcrossCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "eval of the repository." };
        folder.AcceptExistingOnly();
        var errors = new Option<bool>("--errors") { Description = "List the pairs of the development half that come out wrong." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("meetings-across", "Score which accounts of meetings are of one meeting.") { folder, errors, json };
        command.SetAction(parse =>
        {
            try
            {
                IReadOnlyList<MeetingPair> pairs = MeetingPair.ReadAll(parse.GetRequiredValue(folder).FullName);
                return parse.GetValue(errors) ? ListErrors(pairs) : Run(pairs, parse.GetValue(json));
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }

    private static int Run(IReadOnlyList<MeetingPair> pairs, bool json)
    {
        var table = new ScoreTable();
        foreach (string part in pairs.Select(pair => pair.Part).Distinct())
        {
            foreach (string source in new[] { "stories", "newswire", "newswire, read", "all" })
            {
                MeetingPair[] chosen = [.. pairs.Where(pair => pair.Part == part && (source == "all" || pair.Source == source))];
                if (chosen.Length > 0)
                {
                    table.Add(part, source, MeetingPair.ScoreOf(chosen));
                }
            }
        }

        table.Write(Console.Out, json);
        return ExitCodes.Done;
    }

    private static int ListErrors(IReadOnlyList<MeetingPair> pairs)
    {
        foreach (MeetingPair pair in pairs.Where(pair => pair.Part == "development" && MeetingMatcher.AreOne(pair.Left, pair.Right) != pair.IsOne))
        {
            Console.Out.WriteLine($"{(pair.IsOne ? "missed" : "wrong")}\t{Show(pair.Left)}\t{Show(pair.Right)}");
        }

        return ExitCodes.Done;
    }

    private static string Show(MeetingMention mention) =>
        $"{string.Join('/', mention.Participants.Select(one => one.Key))} {mention.Place} {mention.Time} {mention.Status} {mention.Mode}";
}
