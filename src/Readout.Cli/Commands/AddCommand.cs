using System.CommandLine;
using Readout.Cli.Running;
using Readout.Sources.Files;
using Readout.Store;

namespace Readout.Cli.Commands;

/// <summary><c>readout add</c>: reads reports and keeps them in the store.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Reports: text files, JSON Lines, directories of them, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var store = new StoreOption();
        Option<string?> published = ExtractCommand.PublishedOption();
        var outlet = new Option<string?>("--outlet") { Description = "Outlet of the reports, else taken from the files." };
        var json = new Option<bool>("--json") { Description = "One line of JSON for each report." };
        var command = new Command("add", "Read reports and keep them; what is kept already stays as it is.") { paths, store.Option, published, outlet, json };
        command.SetAction((parse, _) => store.RunAsync(parse, open => AddAsync(
            open,
            parse.GetRequiredValue(paths),
            new ReportDefaults { Published = PublishedDate.Normalize(parse.GetValue(published)), Outlet = parse.GetValue(outlet) },
            parse.GetValue(json))));
        return command;
    }

    private static async Task<int> AddAsync(IRecordStore store, string[] paths, ReportDefaults defaults, bool json)
    {
        var counts = new IntakeCounts();
        using var progress = new ProgressLine(0);
        bool lines = json || Console.IsOutputRedirected;
        await new ReportIntake(store, defaults, Environment.ProcessorCount).AddAsync(paths, result =>
        {
            progress.Advance(0);
            counts.Count(result);
            if (lines)
            {
                var row = new Listing(json);
                row.Add(
                    new { file = result.Name, outcome = result.Outcome, id = result.ReportId, error = result.Failure },
                    result.Outcome is { } outcome ? RecordNames.Of(outcome) : "failed", result.ReportId is { } id ? ReportKey.Of(id) : "", result.Name);
                row.Finish();
            }
        });
        if (!lines)
        {
            Console.Out.WriteLine($"{counts} in {store.Location}");
        }

        return counts.Failed == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }
}
