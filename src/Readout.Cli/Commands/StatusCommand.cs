using System.CommandLine;
using System.Globalization;
using Readout.Cli.Running;
using Readout.Store;

namespace Readout.Cli.Commands;

/// <summary><c>readout status</c>: where the store lies and what it holds.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var store = new StoreOption();
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("status", "Show where the store lies and what it holds.") { store.Option, json };
        command.SetAction((parse, _) => store.RunAsync(parse, open => Show(open.Status(), parse.GetValue(json))));
        return command;
    }

    private static int Show(StoreStatus status, bool json)
    {
        var listing = new Listing(json, "", "");
        if (json)
        {
            listing.Add(status);
        }
        else
        {
            foreach ((string name, string value) in Rows(status))
            {
                listing.Add(name, name, value);
            }
        }

        listing.Finish();
        return ExitCodes.Done;
    }

    private static (string Name, string Value)[] Rows(StoreStatus status) =>
    [
        ("store", status.Location),
        ("schema", Listing.Number(status.Schema)),
        ("size", string.Create(CultureInfo.InvariantCulture, $"{status.Bytes / 1048576.0:0.0} MiB")),
        ("reports", Listing.Number(status.Reports)),
        ("published", status.First is null ? "" : $"{status.First} to {status.Last}"),
        ("outlets", string.Join(", ", status.Outlets)),
        ("actors", Listing.Number(status.Actors)),
        ("statements", Listing.Number(status.Statements)),
        ("meetings", Listing.Number(status.Meetings)),
        ("commitments", Listing.Number(status.Commitments)),
        ("events", Listing.Number(status.Events)),
    ];
}
