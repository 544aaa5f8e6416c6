using System.CommandLine;
using Readout.Attribution;
using Readout.Cli.Running;
using Readout.Commitments;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Cli.Commands;

/// <summary><c>readout search</c>: statements, meetings and commitments by words and filters.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS")
        {
            Description = "Words to find: all of them, \"a phrase\", -excluded, prefix*, this OR that, NEAR(two words, 5). None for everything that the filters leave.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var store = new StoreOption();
        var filters = new Filters();
        var command = new Command("search", "Search what was said, met and agreed.")
        {
            words, store.Option, filters.Type, filters.Speaker, filters.To, filters.About, filters.Kind, filters.Since, filters.Until, filters.Outlet, filters.Order, filters.Limit, filters.Json,
        };
        command.SetAction((parse, _) => store.RunAsync(parse, open => Search(
            open, filters.Query(parse, string.Join(' ', parse.GetValue(words) ?? [])), parse.GetValue(filters.Limit), parse.GetValue(filters.Json))));
        return command;
    }

    private static int Search(IRecordStore store, FactQuery query, int limit, bool json)
    {
        var listing = new Listing(json, "Fact", "Day", "Who", "To, at", "Kind", "What", "Outlet");
        bool more = Pages.Read(cursor => store.Facts(query with { Cursor = cursor, Limit = Pages.Size(limit) }), limit, fact => listing.Add(
            fact, fact.Id, fact.Day, FactText.Who(fact), FactText.ToWhom(fact), FactText.Kind(fact), json || Console.IsOutputRedirected ? FactText.What(fact with { Highlighted = null }) : FactText.What(fact),
            fact.Report.Outlet));
        listing.Finish();
        if (more)
        {
            LimitOption.TellOfMore(listing.Count);
        }
        else if (listing.Count == 0)
        {
            Console.Error.WriteLine(store.Status().Reports == 0 ? $"readout: {store.Location} is empty; add reports with `readout add PATH`" : "readout: nothing matches");
        }

        return ExitCodes.Done;
    }

    private sealed class Filters
    {
        public Filters()
        {
            Kind.AcceptOnlyFromAmong([.. RecordNames.All<StatementKind>().Concat(RecordNames.All<CommitmentKind>()).Distinct()]);
            Order.AcceptOnlyFromAmong([.. RecordNames.All<FactOrder>()]);
            Type.AcceptOnlyFromAmong([.. RecordNames.All<FactType>()]);
        }

        public Option<string[]> Type { get; } = new("--type") { Description = "Only facts of this type; may be given again.", AllowMultipleArgumentsPerToken = false };

        public Option<string?> Speaker { get; } = new("--speaker") { Description = "Said by: words of a name.", HelpName = "NAME" };

        public Option<string?> To { get; } = new("--to") { Description = "Said to: words of a name.", HelpName = "NAME" };

        public Option<string?> About { get; } = new("--about") { Description = "Naming: words of a name.", HelpName = "NAME" };

        public Option<string?> Kind { get; } = new("--kind") { Description = "Kind of statement or commitment." };

        public Option<string?> Since { get; } = new("--since") { Description = "In or after this year, month or day.", HelpName = "DATE" };

        public Option<string?> Until { get; } = new("--until") { Description = "In or before this year, month or day.", HelpName = "DATE" };

        public Option<string?> Outlet { get; } = new("--outlet") { Description = "Only this outlet.", HelpName = "NAME" };

        public Option<string?> Order { get; } = new("--order") { Description = "Order of the facts.", DefaultValueFactory = _ => "newest" };

        public Option<int> Limit { get; } = LimitOption.Create();

        public Option<bool> Json { get; } = new("--json") { Description = "One line of JSON for each fact." };

        public FactQuery Query(ParseResult parse, string words) => new()
        {
            Words = words,
            Types = [.. (parse.GetValue(Type) ?? []).Select(type => RecordNames.Find<FactType>(type)!.Value)],
            Speaker = parse.GetValue(Speaker),
            To = parse.GetValue(To),
            About = parse.GetValue(About),
            Kind = parse.GetValue(Kind),
            Since = parse.GetValue(Since),
            Until = parse.GetValue(Until),
            Outlet = parse.GetValue(Outlet),
            Order = RecordNames.Find<FactOrder>(parse.GetValue(Order)) ?? FactOrder.Newest,
            WithSpans = parse.GetValue(Json),
        };
    }
}
