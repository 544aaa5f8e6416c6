using System.CommandLine;
using Readout.Cli.Running;
using Readout.Records;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout show</c>: one report or one fact.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "A report as `list` shows it (8eb030292736) or a fact as `search` does (8eb030292736-s3)." };
        var store = new StoreOption();
        var json = new Option<bool>("--json") { Description = "The report's record with its text, or the fact, as JSON." };
        var raw = new Option<bool>("--raw") { Description = "The report's bytes as they came." };
        var command = new Command("show", "Show a report with all that was read in it, or one fact with its evidence.") { id, store.Option, json, raw };
        command.SetAction((parse, _) => store.RunAsync(parse, open =>
        {
            string asked = parse.GetRequiredValue(id);
            bool shown = parse.GetValue(raw) ? ShowRaw(open, asked) : ShowFact(open, asked, parse.GetValue(json)) || ShowReport(open, asked, parse.GetValue(json));
            if (!shown)
            {
                Console.Error.WriteLine($"readout: {asked}: no report or fact of this id, or more than one; `readout list` shows the ids");
            }

            return shown ? ExitCodes.Done : ExitCodes.SomeFailed;
        }));
        return command;
    }

    private static bool ShowRaw(IRecordStore store, string id)
    {
        if (store.FindRaw(id) is not { } bytes)
        {
            return false;
        }

        using Stream output = Console.OpenStandardOutput();
        output.Write(bytes);
        return true;
    }

    private static bool ShowFact(IRecordStore store, string id, bool json)
    {
        if (store.FindFact(id) is not { } fact)
        {
            return false;
        }

        var listing = new Listing(json, "", "");
        if (json)
        {
            listing.Add(fact);
        }
        else
        {
            foreach ((string name, string? value) in Rows(fact))
            {
                listing.Add(name, name, value);
            }
        }

        listing.Finish();
        return true;
    }

    private static IEnumerable<(string Name, string? Value)> Rows(Fact fact)
    {
        yield return ("fact", fact.Id);
        yield return ("kind", FactText.Kind(fact));
        yield return ("who", FactText.Who(fact));
        if (FactText.ToWhom(fact) is { Length: > 0 } toWhom)
        {
            yield return (fact is MeetingFact ? "at" : "to", toWhom);
        }

        yield return ("day", fact.Day);
        yield return ("what", FactText.What(fact));
        yield return ("report", $"{fact.Report.Key}  {fact.Report.Headline}  {fact.Report.Outlet}  {fact.Report.Published}");
        foreach (FactSpan span in fact.Spans)
        {
            yield return (span.Role, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}-{span.End}  {span.Text}"));
        }
    }

    private static bool ShowReport(IRecordStore store, string id, bool json)
    {
        if (store.FindReport(id) is not { } report)
        {
            return false;
        }

        if (json)
        {
            using Stream output = Console.OpenStandardOutput();
            output.Write(RecordJson.WriteUtf8(report.Record with { Text = report.Text }));
            output.WriteByte((byte)'\n');
            return true;
        }

        ShowHeader(report);
        var listing = new Listing(false, "Fact", "Who", "To, at", "Kind", "What");
        var query = new FactQuery { Report = report.Summary.Id, Order = FactOrder.Oldest };
        Pages.Read(cursor => store.Facts(query with { Cursor = cursor, Limit = FactQuery.MaximumLimit }), 0, fact =>
            listing.Add(fact, fact.Id, FactText.Who(fact), FactText.ToWhom(fact), FactText.Kind(fact), FactText.What(fact)));
        listing.Finish();
        return true;
    }

    private static void ShowHeader(StoredReport report)
    {
        var header = new Listing(false, "", "");
        ReportSummary summary = report.Summary;
        (string Name, string? Value)[] rows =
        [
            ("report", summary.Id), ("headline", summary.Headline), ("outlet", summary.Outlet), ("published", summary.Published), ("url", summary.Url),
            ("file", summary.File), ("characters", Listing.Number(summary.Characters)), ("added", summary.AddedAt), ("read by", $"{report.Version.Engine} {report.Version.Model}"),
        ];
        foreach ((string name, string? value) in rows.Where(row => row.Value is not null))
        {
            header.Add(name, name, value);
        }

        header.Finish();
    }
}
