using System.CommandLine;
using Readout.Attribution;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate attribution</c>: sources, cues, contents and whole statements against annotated articles.</summary>
internal static class EvaluateAttributionCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo?>("DIR") { Description = "A folder with text/ and attributions/ as PolNeAR has them.", Arity = ArgumentArity.ZeroOrOne };
        var cofenet = new Option<FileInfo?>("--cofenet") { Description = "A file of CofeNet, scored on its own tokens." };
        var model = new Option<string?>("--model") { Description = "A role model to score instead of the shipped one (with --cofenet)." };
        var calibrate = new Option<FileInfo?>("--calibrate")
        {
            Description = "Write the confidence table from every other article of DIR, and score the confidence on the rest.",
        };
        var least = new Option<double>("--least-confidence")
        {
            Description = "Leave out statements of less confidence, as a user of the record may.",
            DefaultValueFactory = _ => AttributionScorer.LeastConfidence,
        };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("attribution", "Score who said what against annotated articles.") { directory, cofenet, model, calibrate, least, json };
        command.SetAction(parse => Run(parse.GetValue(directory), parse.GetValue(cofenet), parse.GetValue(model), (parse.GetValue(calibrate)?.FullName, parse.GetValue(least), parse.GetValue(json))));
        return command;
    }

    private static int Run(DirectoryInfo? directory, FileInfo? cofenet, string? model, (string? Calibrate, double Least, bool Json) to)
    {
        var table = new ScoreTable();
        try
        {
            if (cofenet is not null)
            {
                var scorer = new RoleScorer(Reader.DefaultDataDirectory, model);
                foreach ((string name, Score score) in scorer.Evaluate(CofenetReader.Read(cofenet.FullName)))
                {
                    table.Add("CofeNet tokens", name, score);
                }
            }

            if (directory is not null)
            {
                ScoreDirectory(directory.FullName, (to.Calibrate, to.Least), table);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return Running.ExitCodes.SomeFailed;
        }

        table.Write(Console.Out, to.Json);
        return Running.ExitCodes.Done;
    }

    private static void ScoreDirectory(string directory, (string? Calibrate, double Least) with, ScoreTable table)
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        AttributionFinder finder = AttributionFinder.Load(Reader.DefaultDataDirectory, SyntaxParser.Load(Reader.DefaultDataDirectory));
        var scorer = new AttributionScorer { Least = with.Calibrate is null ? with.Least : 0 };
        foreach (AttributionDocument document in AttributionCorpus.Read(directory))
        {
            Document read = reader.Read(new Report { Id = document.Id, Text = document.Text });
            scorer.Add(document, read, AttributionScorer.AllAttributions(finder, read));
        }

        foreach ((string name, Score score) in scorer.Scores)
        {
            table.Add("raw text", name, score);
        }

        int half = scorer.Articles.Count > 1 ? scorer.Articles[scorer.Articles.Count / 2] : 0;
        if (with.Calibrate is { } calibrate)
        {
            File.WriteAllText(calibrate, AttributionScorer.Calibrate([.. scorer.Judged.Take(half)]));
        }

        // The table is written from the first half of the articles: the second shows whether it holds.
        foreach (IGrouping<double, (double Confidence, bool Right, string Evidence)> bin in scorer.Judged.Skip(half).GroupBy(one => Math.Floor(one.Confidence * 10) / 10).OrderBy(bin => bin.Key))
        {
            // Precision is the share that is right, to be compared with the mean confidence in the name.
            table.Add("confidence, second half of the articles", FormattableString.Invariant($"mean {bin.Average(one => one.Confidence):F3}"), new Score(bin.Count(one => one.Right), bin.Count(), bin.Count()));
        }
    }
}
