using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Records;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate agreement LAYER</c>: two annotators of the same reports against one another.</summary>
internal static class EvaluateAgreementCommand
{
    public static Command Create()
    {
        var layer = new Argument<string>("LAYER") { Description = "events, meetings or commitments." };
        layer.AcceptOnlyFromAmong("events", "meetings", "commitments");
        var annotations = new Option<string>("--annotations") { Description = "Directory of the annotations.", DefaultValueFactory = _ => "eval" };
        Option<string> corpora = TrainCommand.CorporaOption();
        var part = new Option<string?>("--part") { Description = "Part of the annotations, else all." };
        part.AcceptOnlyFromAmong("development", "held-out", "blind", "blind-2");
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var misses = new Option<bool>("--misses") { Description = "Write every fact of which they differ on standard error." };
        var command = new Command("agreement", "Score a second annotator against the first, and the engine against both.") { layer, annotations, corpora, part, json, misses };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(layer), parse.GetRequiredValue(annotations), parse.GetRequiredValue(corpora), parse.GetValue(part), (parse.GetValue(json), parse.GetValue(misses))));
        return command;
    }

    private static int Run(string layer, string annotations, string corpora, string? part, (bool Json, bool Misses) options)
    {
        try
        {
            var scorer = new AgreementScorer(layer);
            Reader reader = Reader.Load(Reader.DefaultDataDirectory);
            string folder = Path.Combine(annotations, layer);
            scorer.Run(
                (Path.Combine(folder, "newswire.jsonl"), Path.Combine(folder, "second-annotator.jsonl")),
                part,
                Path.Combine(corpora, NewswireCorpus.CorpusPath),
                report => RecordBuilder.Build(reader.Read(report)));
            var table = new ScoreTable();
            foreach ((string group, string name, Score score) in scorer.Scores)
            {
                table.Add(group, name, score);
            }

            table.Write(Console.Out, options.Json);
            foreach (string miss in options.Misses ? scorer.Misses : [])
            {
                Console.Error.WriteLine(miss);
            }

            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}
