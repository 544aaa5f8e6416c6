using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Http;
using Readout.Store.Following;
using Readout.Store.Sqlite;
using Readout.Store.Subscriptions;

namespace Readout.Server.Fetching;

/// <summary>The followed feeds: how they fare, and the forms that follow one, end it or fetch it at once.</summary>
internal static class FeedEndpoints
{
    private const int LongestAddress = 2_000;
    private static readonly TimeSpan FirstInterval = TimeSpan.FromMinutes(30);

    public static void Map(WebApplication app)
    {
        app.MapGet("/sources", Page);
        app.MapForm("/sources", Follow);
        app.MapForm("/sources/end", End);
        app.MapForm("/sources/fetch", Fetch);
    }

    private static RazorComponentResult<FeedsPage> Page(HttpContext context, SqliteFollowStore feeds, TimeProvider clock)
    {
        // How feeds fare changes without a new report, so the page is made anew each time.
        context.Response.Headers.CacheControl = "private, no-store";
        return new RazorComponentResult<FeedsPage>(new { Feeds = feeds.Feeds(), Hubs = feeds.Hubs().ToDictionary(h => h.Feed, StringComparer.Ordinal), Now = clock.GetUtcNow() });
    }

    private static SeeOtherResult Follow(HttpContext context, IFormCollection form)
    {
        string typed = Forms.Value(form, "address") ?? "";
        bool isAddress = typed.Length <= LongestAddress && Uri.TryCreate(typed, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0;
        if (!isAddress)
        {
            throw new SubscriptionException($"'{(typed.Length > 80 ? typed[..80] + "\u2026" : typed)}' is no address of a feed; write one such as https://outlet.example/feed.xml");
        }

        string full = new Uri(typed).AbsoluteUri;
        return Store(context).Follow(new FeedRow { Address = full, Current = full, Selector = Forms.Value(form, "selector"), Next = Clock(context).GetUtcNow(), Interval = FirstInterval })
            ? new SeeOtherResult("/sources")
            : throw new SubscriptionException($"{full} is followed already");
    }

    private static SeeOtherResult End(HttpContext context, IFormCollection form) =>
        Store(context).Unfollow(Forms.Value(form, "address") ?? "") ? new SeeOtherResult("/sources") : throw new SubscriptionException("this feed is not followed any more");

    private static SeeOtherResult Fetch(HttpContext context, IFormCollection form)
    {
        Store(context).Hasten(Forms.Value(form, "address") ?? "", Clock(context).GetUtcNow());
        return new SeeOtherResult("/sources");
    }

    private static SqliteFollowStore Store(HttpContext context) => (SqliteFollowStore)context.RequestServices.GetService(typeof(SqliteFollowStore))!;

    private static TimeProvider Clock(HttpContext context) => (TimeProvider)context.RequestServices.GetService(typeof(TimeProvider))!;
}
