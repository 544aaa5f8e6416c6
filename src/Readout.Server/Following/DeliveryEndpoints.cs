using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Accounts;
using Readout.Server.Delivering;
using Readout.Server.Exports;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Subscriptions;

namespace Readout.Server.Following;

/// <summary>Where messages go, the private feed, and the log of what was sent.</summary>
internal static class DeliveryEndpoints
{
    private const int RowsOfPart = 50;

    public static void Map(WebApplication app)
    {
        app.MapGet("/follow/deliveries", Log);
        app.MapForm("/follow/destinations", (context, form) => Add(context, form));
        app.MapForm("/follow/destinations/{id:long}/stop", (context, _) =>
            FollowEndpoints.Done(FollowEndpoints.Store(context).StopDestination(Visitor.Of(context).Name, FollowEndpoints.Id(context)), "/follow#destinations"));
        app.MapForm("/follow/deliveries/{id:long}/again", (context, _) =>
            FollowEndpoints.Done(FollowEndpoints.Store(context).TryAgain(Visitor.Of(context).Name, FollowEndpoints.Id(context)), "/follow/deliveries"));
        app.MapForm("/follow/feed", (context, _) => NewFeed(context));
        app.MapGet("/feeds/{secret}/notices.atom", (string secret, IRecordStore store, Origin origin) => Feed((secret, "notices.atom"), store, origin));
        app.MapGet("/feeds/{secret}/notices.json", (string secret, IRecordStore store, Origin origin) => Feed((secret, "notices.json"), store, origin));
    }

    private static RazorComponentResult<DeliveriesPage> Log(HttpContext context, IRecordStore store)
    {
        IReadOnlyList<Delivery> deliveries = store.Notices.Deliveries(Visitor.Of(context).Name, Forms.Number(FactQueryString.Value(context.Request.Query, "before")), RowsOfPart);
        return new RazorComponentResult<DeliveriesPage>(new { Deliveries = deliveries, Next = deliveries.Count == RowsOfPart ? deliveries[^1].Id : (long?)null });
    }

    // The key that signs webhooks is shown once, on the page that answers the form.
    private static IResult Add(HttpContext context, IFormCollection form)
    {
        DestinationKind kind = RecordNames.Find<DestinationKind>(Forms.Value(form, "kind")) ?? throw new SubscriptionException("choose e-mail or webhook");
        Destination made = FollowEndpoints.Store(context).AddDestination(new Destination
        {
            Owner = Visitor.Of(context).Name,
            Kind = kind,
            Address = Forms.Value(form, "address") ?? "",
            Secret = kind == DestinationKind.Webhook ? WebhookSignature.NewSecret() : null,
            Pace = RecordNames.Find<DeliveryPace>(Forms.Value(form, "pace")) ?? DeliveryPace.Immediate,
            DailyAt = Forms.Minute(form, "dailyat") ?? 8 * 60,
            QuietFrom = Forms.Minute(form, "quietfrom"),
            QuietUntil = Forms.Minute(form, "quietuntil"),
            TimeZone = Forms.Value(form, "zone") ?? "UTC",
        });
        return made.Secret is { } secret
            ? new RazorComponentResult<SecretPage>(new { Title = "Webhook added", What = $"Messages to {made.Address} are signed with this key, after the Standard Webhooks specification:", Secrets = new[] { secret } })
            : new SeeOtherResult("/follow#destinations");
    }

    private static RazorComponentResult<SecretPage> NewFeed(HttpContext context)
    {
        string secret = FeedAddress.New();
        FollowEndpoints.Store(context).SetFeed(Visitor.Of(context).Name, FeedAddress.Hash(secret));
        string origin = ((Origin)context.RequestServices.GetService(typeof(Origin))!).Url;
        return new RazorComponentResult<SecretPage>(new
        {
            Title = "Your private feed",
            What = "Whoever knows these addresses reads what you follow; an earlier address no longer works:",
            Secrets = new[] { $"{origin}/feeds/{secret}/notices.atom", $"{origin}/feeds/{secret}/notices.json" },
        });
    }

    private static IResult Feed((string Secret, string Name) address, IRecordStore store, Origin origin)
    {
        if (store.Notices.FeedOwner(FeedAddress.Hash(address.Secret)) is not { } owner)
        {
            return new FailureResult();
        }

        var header = new FeedHeader("Readout: what you follow", origin.Url, $"{origin.Url}/feeds/{address.Secret}/{address.Name}", origin.Url + "/follow");
        FeedEntry[] entries = [.. store.Notices.Notices(owner, limit: RowsOfPart).Select(notice => Entry(notice, origin.Url))];
        return address.Name.EndsWith("atom", StringComparison.Ordinal)
            ? TypedResults.Bytes(Feeds.Atom(header, entries), "application/atom+xml; charset=utf-8")
            : TypedResults.Bytes(Feeds.JsonFeed(header, entries), "application/feed+json; charset=utf-8");
    }

    private static FeedEntry Entry(Notice notice, string origin) => new()
    {
        Id = $"{origin}/follow#n{notice.Id}",
        Url = origin + notice.Path,
        Title = NoticeText.Title(notice),
        Text = notice.Before is { } before ? $"Before: \u201C{before}\u201D\nNow: \u201C{notice.Words}\u201D" : notice.Words,
        Updated = notice.FoundAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        Author = notice.Outlet ?? "Readout",
        People = notice.Who.Length == 0 ? [] : [notice.Who],
        Tags = [notice.Type, notice.SubscriptionName],
    };
}
