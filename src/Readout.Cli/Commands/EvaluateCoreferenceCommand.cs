using System.CommandLine;
using System.Globalization;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate coreference</c>: chains against OntoGUM, or ambiguous pronouns against GAP.</summary>
internal static class EvaluateCoreferenceCommand
{
    public static Command Create()
    {
        var path = new Argument<FileSystemInfo>("PATH") { Description = "A folder of .conllu files with chains (OntoGUM), or a .tsv file of GAP." };
        path.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("coreference", "Score which mentions stand for the same.") { path, json };
        command.Aliases.Add("coref");
        command.SetAction(parse =>
        {
            string from = parse.GetRequiredValue(path).FullName;
            try
            {
                Run(from, parse.GetValue(json));
                return Running.ExitCodes.Done;
            }
            catch (Exception failure) when (failure is InvalidDataException or IOException)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return Running.ExitCodes.SomeFailed;
            }
        });
        return command;
    }

    private static void Run(string from, bool isJson)
    {
        if (Directory.Exists(from))
        {
            WriteChains(from, isJson);
            return;
        }

        var table = new ScoreTable();
        foreach ((string name, Score score) in new GapScorer(Reader.DefaultDataDirectory).Evaluate(from))
        {
            table.Add("GAP", name, score);
        }

        table.Write(Console.Out, isJson);
    }

    private static void WriteChains(string directory, bool isJson)
    {
        var evaluation = new CorefEvaluation(Reader.DefaultDataDirectory);
        var lines = new List<string>();
        foreach ((string group, bool all) in (ReadOnlySpan<(string, bool)>)[("mentions of the record", false), ("all noun phrases", true)])
        {
            foreach ((string name, double precision, double recall, double f1) in evaluation.Evaluate(directory, all).Scores)
            {
                FormattableString line = isJson
                    ? (FormattableString)$"{{\"group\":\"{group}\",\"name\":\"{name}\",\"precision\":{precision:0.0000},\"recall\":{recall:0.0000},\"f1\":{f1:0.0000}}}"
                    : $"{group,-24}{name,-12}{100 * precision,9:0.00}{100 * recall,9:0.00}{100 * f1,9:0.00}";
                lines.Add(line.ToString(CultureInfo.InvariantCulture));
            }
        }

        Console.Out.WriteLine(isJson ? $"[{string.Join(',', lines)}]" : $"{"",-36}precision   recall       F1\n{string.Join('\n', lines)}");
    }
}
