using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate duplicates</c>: grouping of reprints that are made of the newswire as it runs.</summary>
internal static class EvaluateDuplicatesCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("NEWSWIRE.jsonl") { Description = "The newswire corpus." };
        file.AcceptExistingOnly();
        var versions = new Option<string?>("--versions") { Description = "Pairs of articles that are versions of one (tab-separated ids)." };
        var groups = new Option<bool>("--groups") { Description = "List the articles that are grouped with others, without making reprints." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("duplicates", "Score the grouping of cut and re-headed reprints by pairs of reports.") { file, versions, groups, json };
        command.SetAction(parse =>
        {
            IReadOnlyList<WireReport> reports;
            try
            {
                reports = WireReport.ReadAll(parse.GetRequiredValue(file).FullName);
            }
            catch (InvalidDataException failure)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return ExitCodes.SomeFailed;
            }

            return parse.GetValue(groups) ? List(reports) : Run(reports, parse.GetValue(versions), parse.GetValue(json));
        });
        return command;
    }

    private static int Run(IReadOnlyList<WireReport> reports, string? versions, bool json)
    {
        (string, string)[] pairs = versions is null ? [] : [.. TsvFile.Rows(versions, 2).Select(row => (row[0], row[1]))];
        var table = new ScoreTable();
        foreach ((string part, int remainder) in new[] { ("development", 0), ("held out", 1) })
        {
            WireReport[] half = [.. reports.Where((_, i) => i % 2 == remainder)];
            table.Add(part, "pairs", DuplicateEvaluation.Evaluate(half, pairs, seed: 1 + remainder));
        }

        table.Write(Console.Out, json);
        return ExitCodes.Done;
    }

    private static int List(IReadOnlyList<WireReport> reports)
    {
        IReadOnlyList<int> groups = DuplicateEvaluation.Group([.. reports.Select(report => report.Headline + "\n\n" + report.Text)]);
        for (int i = 0; i < groups.Count; i++)
        {
            if (groups[i] != i)
            {
                Console.Out.WriteLine($"{reports[groups[i]].Id}\t{reports[i].Id}");
            }
        }

        return ExitCodes.Done;
    }
}
