using System.CommandLine;
using Readout.Attribution;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Text;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate attribution</c>: sources, cues, contents and whole statements against annotated articles.</summary>
internal static class EvaluateAttributionCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo?>("DIR") { Description = "A folder with text/ and attributions/ as PolNeAR has them.", Arity = ArgumentArity.ZeroOrOne };
        var cofenet = new Option<FileInfo?>("--cofenet") { Description = "A file of CofeNet, scored on its own tokens." };
        var models = new Option<string[]>("--models") { Description = "Role models whose mean is scored instead of the shipped one (with --cofenet).", AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("attribution", "Score who said what against annotated articles.") { directory, cofenet, models, json };
        command.SetAction(parse => Run(parse.GetValue(directory), parse.GetValue(cofenet), parse.GetValue(models) ?? [], parse.GetValue(json)));
        return command;
    }

    private static int Run(DirectoryInfo? directory, FileInfo? cofenet, string[] models, bool json)
    {
        var table = new ScoreTable();
        try
        {
            if (cofenet is not null)
            {
                var scorer = new RoleScorer(Reader.DefaultDataDirectory, models);
                foreach ((string name, Score score) in scorer.Evaluate(CofenetReader.Read(cofenet.FullName)))
                {
                    table.Add("CofeNet tokens", name, score);
                }
            }

            if (directory is not null)
            {
                ScoreDirectory(directory.FullName, table);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return Running.ExitCodes.SomeFailed;
        }

        table.Write(Console.Out, json);
        return Running.ExitCodes.Done;
    }

    private static void ScoreDirectory(string directory, ScoreTable table)
    {
        Reader reader = Reader.Load(Reader.DefaultDataDirectory);
        AttributionFinder finder = AttributionFinder.Load(Reader.DefaultDataDirectory);
        var scorer = new AttributionScorer();
        foreach (AttributionDocument document in AttributionCorpus.Read(directory))
        {
            Document read = reader.Read(new Report { Id = document.Id, Text = document.Text });
            scorer.Add(document, read, AttributionScorer.AllAttributions(finder, read));
        }

        foreach ((string name, Score score) in scorer.Scores)
        {
            table.Add("raw text", name, score);
        }

        foreach (IGrouping<double, (double Confidence, bool Right, string Form)> bin in scorer.Judged.GroupBy(one => Math.Floor(one.Confidence * 10) / 10).OrderBy(bin => bin.Key))
        {
            // Precision is the share that is right, to be compared with the mean confidence in the name.
            table.Add("confidence", FormattableString.Invariant($"mean {bin.Average(one => one.Confidence):F3}"), new Score(bin.Count(one => one.Right), bin.Count(), bin.Count()));
        }
    }
}
