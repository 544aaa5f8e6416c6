using System.CommandLine;
using Readout.Cli.Running;
using Readout.Store;
using Readout.Store.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout list</c>: the reports in the store.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var store = new StoreOption();
        var outlet = new Option<string?>("--outlet") { Description = "Only this outlet." };
        var since = new Option<string?>("--since") { Description = "Published in or after this year, month or day.", HelpName = "DATE" };
        var until = new Option<string?>("--until") { Description = "Published in or before this year, month or day.", HelpName = "DATE" };
        Option<int> limit = LimitOption.Create();
        var json = new Option<bool>("--json") { Description = "One line of JSON for each report." };
        var command = new Command("list", "List the reports in the store, latest first.") { store.Option, outlet, since, until, limit, json };
        command.SetAction((parse, _) => store.RunAsync(parse, open => List(
            open,
            new ReportQuery { Outlet = parse.GetValue(outlet), Since = parse.GetValue(since), Until = parse.GetValue(until) },
            parse.GetValue(limit),
            parse.GetValue(json))));
        return command;
    }

    private static int List(IRecordStore store, ReportQuery query, int limit, bool json)
    {
        var listing = new Listing(json, "Report", "Day", "Headline", "Outlet", "Said", "Met", "Agreed");
        bool more = Pages.Read(cursor => store.Reports(query with { Cursor = cursor, Limit = Pages.Size(limit) }), limit, report => listing.Add(
            report,
            report.Key, SortDay.Of(report.Published), report.Headline ?? report.File, report.Outlet, Listing.Number(report.Statements), Listing.Number(report.Meetings),
            Listing.Number(report.Commitments)));
        listing.Finish();
        if (more)
        {
            LimitOption.TellOfMore(listing.Count);
        }
        else if (listing.Count == 0)
        {
            Console.Error.WriteLine(store.Status().Reports == 0 ? $"readout: {store.Location} is empty; add reports with `readout add PATH`" : "readout: no report matches");
        }

        return ExitCodes.Done;
    }
}
