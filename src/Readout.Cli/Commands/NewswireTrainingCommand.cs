using System.CommandLine;
using Readout.Cli.Running;
using Readout.Evaluation;

namespace Readout.Cli.Commands;

/// <summary>What the commands that train on annotated newswire have in common: they write a model, or measure by fifths.</summary>
internal static class NewswireTrainingCommand
{
    /// <summary>The option <c>--folds</c>.</summary>
    public static Option<bool> FoldsOption() => new("--folds") { Description = "Measure by cross-validation on the development part; write no model." };

    /// <summary>The option <c>--misses</c>.</summary>
    public static Option<bool> MissesOption() => new("--misses") { Description = "With --folds: write every missed, extra or wrong fact on standard error." };

    /// <summary>Writes the model to a file.</summary>
    public static int Train(string output, Func<byte[]> train) => Guarded(() =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllBytes(output, train());
    });

    /// <summary>Prints the scores by fifths and, where asked, what was wrong.</summary>
    public static int Evaluate(bool misses, Func<NewswireScorer> evaluate) => Guarded(() =>
    {
        NewswireScorer scorer = evaluate();
        var table = new ScoreTable();
        foreach ((string name, Score score) in scorer.Scores)
        {
            table.Add("newswire, development by fifths", name, score);
        }

        table.Write(Console.Out, json: false);
        foreach (string miss in misses ? scorer.Misses : [])
        {
            Console.Error.WriteLine(miss);
        }
    });

    private static int Guarded(Action run)
    {
        try
        {
            run();
            return ExitCodes.Done;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"readout: {failure.Message}");
            return ExitCodes.SomeFailed;
        }
    }
}
