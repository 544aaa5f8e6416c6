using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Evaluation;
using Readout.Merging;

namespace Readout.Cli.Commands;

/// <summary><c>readout evaluate utterances</c>: which wordings are one utterance, on pairs judged by hand.</summary>
internal static class EvaluateUtterancesCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "eval/merging of the repository." };
        folder.AcceptExistingOnly();
        var newswire = new Option<string?>("--newswire") { Description = "The newswire corpus (newswire.jsonl); without it only the written pairs are scored." };
        var errors = new Option<bool>("--errors") { Description = "List the pairs of the development half that come out wrong." };
        var seen = new Option<bool>("--seen") { Description = "Leave the blind parts out." };
        var json = new Option<bool>("--json") { Description = "Write the scores as JSON." };
        var command = new Command("utterances", "Score which wordings are one utterance.") { folder, newswire, errors, seen, json };
        command.SetAction(parse =>
        {
            try
            {
                string path = parse.GetRequiredValue(folder).FullName;
                UtterancePair[] pairs = [.. UtteranceEvaluation.Pairs(path, parse.GetValue(newswire)).Where(pair => !parse.GetValue(seen) || !pair.Part.StartsWith("blind", StringComparison.Ordinal))];
                UtteranceScorer scorer = UtteranceScorer.Load(Reader.DefaultDataDirectory);
                return parse.GetValue(errors) ? ListErrors(scorer, pairs) : Run(scorer, pairs, path, parse.GetValue(json));
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                Console.Error.WriteLine($"readout: {failure.Message}");
                return ExitCodes.SomeFailed;
            }
        });
        return command;
    }

    private static int Run(UtteranceScorer scorer, UtterancePair[] pairs, string folder, bool json)
    {
        var table = new ScoreTable();
        foreach (string part in pairs.Select(pair => pair.Part).Distinct())
        {
            UtterancePair[] half = [.. pairs.Where(pair => pair.Part == part)];
            foreach (string source in half.Select(pair => pair.Source).Distinct().Append("all"))
            {
                UtterancePair[] chosen = [.. half.Where(pair => source == "all" || pair.Source == source)];
                table.Add(part, source + ", pairs alone", UtteranceEvaluation.PairScore(scorer, chosen));
                table.Add(part, source + ", in one cluster", UtteranceEvaluation.ClusterScore(scorer, chosen));
            }
        }

        table.Write(Console.Out, json);
        if (!json)
        {
            Console.Out.WriteLine();
            foreach (string part in pairs.Where(pair => pair.Source == "written").Select(pair => pair.Part).Distinct())
            {
                (double precision, double recall) = UtteranceEvaluation.BCubed(scorer, folder, part);
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"clusters of the written wordings, {part}: B-cubed precision {100 * precision:F2}, recall {100 * recall:F2}, F1 {200 * precision * recall / (precision + recall):F2}"));
            }

            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Length} pairs"));
        }

        return ExitCodes.Done;
    }

    private static int ListErrors(UtteranceScorer scorer, UtterancePair[] pairs)
    {
        foreach (UtterancePair pair in pairs.Where(pair => pair.Part == "development" && scorer.AreOne(pair.Left, pair.Right) != pair.IsOne))
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(pair.IsOne ? "missed" : "wrong")}\t{scorer.Score(pair.Left, pair.Right):F3}\t{pair.Left.Content.ReplaceLineEndings(" ")}\t{pair.Right.Content.ReplaceLineEndings(" ")}"));
        }

        return ExitCodes.Done;
    }
}
