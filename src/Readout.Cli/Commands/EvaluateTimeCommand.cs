using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Parsing;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate time</c>: the metrics of TempEval-3, task A, on TimeML files.</summary>
internal static class EvaluateTimeCommand
{
    // Characters shown on either side of an error.
    private const int ContextLength = 70;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder of TimeML files (.tml), searched with its subfolders." };
        folder.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var errors = new Option<bool>("--errors") { Description = "First list what is wrong in the half that was developed on." };
        var command = new Command("time", "Score time expressions (extent, value) as TempEval-3 did.") { folder, json, errors };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder).FullName, parse.GetValue(json), parse.GetValue(errors)));
        return command;
    }

    private static int Run(string folder, bool json, bool errors)
    {
        string[] files = [.. Directory.EnumerateFiles(folder, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            Console.Error.WriteLine($"readout: {folder}: expected TimeML files (.tml), found none");
            return ExitCodes.SomeFailed;
        }

        Tokenizer tokenizer = Tokenizer.Load(Reader.DefaultDataDirectory);
        SyntaxParser parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
        TimeFinder finder = TimeFinder.Load(Reader.DefaultDataDirectory);
        TimeScore developed = default;
        TimeScore held = default;
        try
        {
            foreach (string file in files)
            {
                TimeMlDocument document = TimeMlDocument.Load(file);
                IReadOnlyList<TimeExpression> found = finder.Find(parser.Parse(tokenizer.Tokenize(document.Report.Text)), document.Report);
                TimeScore score = TimeScore.Of(document.Times, found);
                if (errors && !document.IsHeldOut)
                {
                    WriteErrors(Path.GetFileName(file), document, found);
                }

                (developed, held) = document.IsHeldOut ? (developed, held + score) : (developed + score, held);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }

        var table = new ScoreTable();
        AddRows(table, "all", developed + held);
        AddRows(table, "developed on", developed);
        AddRows(table, "held out", held);
        table.Write(Console.Out, json);
        return ExitCodes.Done;
    }

    private static void WriteErrors(string file, TimeMlDocument document, IReadOnlyList<TimeExpression> found)
    {
        string text = document.Report.Text;
        foreach (TimeMismatch mismatch in TimeMismatch.All(document.Times, found))
        {
            TextSpan span = (mismatch.Gold?.Span ?? mismatch.Found?.Span)!.Value;
            string kind = mismatch.Gold is null ? "false" : mismatch.Found is null ? "missed" : "value";
            string before = text[Math.Max(0, span.Start - ContextLength)..span.Start];
            string after = text[span.End..Math.Min(text.Length, span.End + ContextLength)];
            Console.Out.WriteLine($"{kind}\t{file}\t{mismatch.Gold?.Value}\t{mismatch.Found?.Value}\t{before}[{text[span.Start..span.End]}]{after}".ReplaceLineEndings(" "));
        }
    }

    private static void AddRows(ScoreTable table, string group, TimeScore score)
    {
        table.Add(group, "strict", new Score(score.Strict, score.Gold, score.Found));
        table.Add(group, "relaxed", new Score(score.Relaxed, score.Gold, score.Found));
        table.Add(group, "value", new Score(score.Value, score.Gold, score.Found));
        table.Add(group, "type", new Score(score.Type, score.Gold, score.Found));
    }
}
