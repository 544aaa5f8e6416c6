using System.CommandLine;
using Readout.Cli.Running;
using Readout.Corpora;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate parser</c>: the metrics of the CoNLL 2018 shared task.</summary>
internal static class EvaluateParserCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE.conllu") { Description = "A treebank in CoNLL-U." };
        file.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("parser", "Score tokens, sentences, tags, lemmas and dependencies as the CoNLL 2018 shared task did.") { file, json };
        command.SetAction(parse => Run(parse.GetRequiredValue(file).FullName, parse.GetValue(json)));
        return command;
    }

    private static int Run(string path, bool json)
    {
        IReadOnlyList<ConlluSentence> sentences;
        try
        {
            sentences = ConlluReader.Read(path);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }

        SyntaxParser parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
        var table = new ScoreTable();
        AddRows(table, "raw", ParserEvaluation.FromText(sentences, Tokenizer.Load(Reader.DefaultDataDirectory), parser));
        AddRows(table, "gold tokens", ParserEvaluation.FromGoldTokens(sentences, parser));
        table.Write(Console.Out, json);
        return ExitCodes.Done;
    }

    private static void AddRows(ScoreTable table, string group, ParserScores scores)
    {
        foreach (ParserMetric metric in Enum.GetValues<ParserMetric>())
        {
            table.Add(group, metric.ToString(), scores[metric]);
        }
    }
}
