using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Records;
using Readout.Training;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate events</c>, <c>meetings</c> and <c>commitments</c>: against hand-made annotations of newswire.</summary>
internal static class EvaluateNewswireCommand
{
    public static Command Create(string layer)
    {
        var file = new Argument<string>("FILE") { Description = "Annotations.", DefaultValueFactory = _ => Path.Combine("eval", layer, "newswire.jsonl") };
        Option<string> corpora = TrainCommand.CorporaOption();
        var part = new Option<string?>("--part") { Description = "Part of the annotations, else all." };
        part.AcceptOnlyFromAmong("development", "held-out", "blind", "blind-2");
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var misses = new Option<bool>("--misses") { Description = "Write every missed, extra or wrong fact on standard error." };
        var command = new Command(layer, $"Score {layer} against annotated newswire.") { file, corpora, part, json, misses };
        command.SetAction(parse => Run(layer, parse.GetRequiredValue(file), parse.GetRequiredValue(corpora), parse.GetValue(part), (parse.GetValue(json), parse.GetValue(misses))));
        return command;
    }

    private static int Run(string layer, string file, string corpora, string? part, (bool Json, bool Misses) options)
    {
        try
        {
            var table = new ScoreTable();
            var scorer = new NewswireScorer();
            Reader reader = Reader.Load(Reader.DefaultDataDirectory);
            scorer.Run(file, Path.Combine(corpora, NewswireCorpus.CorpusPath), part, report => RecordBuilder.Build(reader.Read(report)));
            foreach ((string name, Score score) in scorer.Scores)
            {
                table.Add("newswire" + (part is null ? "" : ", " + part), name, score);
            }

            if (layer == "events" && File.Exists(Path.Combine(corpora, EventTraining.CorpusPath)))
            {
                AddClasses(table, Path.Combine(corpora, EventTraining.CorpusPath));
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

    // Every sentence is judged by a model trained without its tenth; the macro average is that of the F1 column.
    private static void AddClasses(ScoreTable table, string corpus)
    {
        IReadOnlyList<(string Class, Score Score)> classes = new EventTraining(Reader.DefaultDataDirectory, corpus).Score();
        foreach ((string name, Score score) in classes)
        {
            table.Add("PLV, sentence with given actors, by tenths", name, score);
        }

        Console.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PLV macro-F1 over {classes.Count} classes: {100 * classes.Average(one => one.Score.F1):F1}"));
    }
}
