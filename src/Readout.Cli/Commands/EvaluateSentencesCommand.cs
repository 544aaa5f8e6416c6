using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Tokenization;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate sentences</c>: sentence ends in newswire paragraphs marked by hand.</summary>
internal static class EvaluateSentencesCommand
{
    public static Command Create()
    {
        Option<string> corpora = TrainCommand.CorporaOption();
        Option<string> annotations = TrainCommand.AnnotationsOption();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("sentences", "Score sentence ends in newswire paragraphs marked by hand.") { corpora, annotations, json };
        command.SetAction(parse => Run(parse.GetRequiredValue(corpora), parse.GetRequiredValue(annotations), parse.GetValue(json)));
        return command;
    }

    private static int Run(string corpora, string annotations, bool json)
    {
        try
        {
            var table = new ScoreTable();
            table.Add("newswire", "Sentences", SentenceScorer.Score(
                Path.Combine(annotations, "sentences", "newswire.tsv"),
                Path.Combine(corpora, "newswire", "newswire.jsonl"),
                Tokenizer.Load(Reader.DefaultDataDirectory)));
            table.Write(Console.Out, json);
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}
