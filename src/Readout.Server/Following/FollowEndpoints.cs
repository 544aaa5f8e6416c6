using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Server.Accounts;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Subscriptions;

namespace Readout.Server.Following;

/// <summary>What a reader follows: the list, what was found, and the form to follow something new.</summary>
internal static class FollowEndpoints
{
    private const int RowsOfPart = 50;

    public static void Map(WebApplication app)
    {
        app.MapGet("/follow", Show);
        app.MapGet("/follow/new", New);
        app.MapGet("/follow/events", (HttpContext context, NoticeStream stream) => TypedResults.ServerSentEvents(stream.Of(Visitor.Of(context).Name, context.RequestAborted)))
            .ExcludeFromDescription();
        app.MapForm("/follow", (context, form) => Follow(context, form, Store(context)));
        app.MapForm("/follow/read", (context, form) =>
        {
            long? only = Forms.Number(Forms.Value(form, "only"));
            Store(context).MarkRead(Visitor.Of(context).Name, Forms.Number(Forms.Value(form, "upto")) ?? 0, only);
            return new SeeOtherResult(only is null ? "/follow" : $"/follow?only={only}");
        });
        app.MapForm("/follow/{id:long}/end", (context, _) => Done(Store(context).Unsubscribe(Visitor.Of(context).Name, Id(context)), "/follow"));
        app.MapForm("/follow/{id:long}/told", (context, form) => Done(Store(context).SetTold(Visitor.Of(context).Name, Id(context), Forms.Value(form, "told") == "yes"), "/follow"));
    }

    /// <summary>A page to go on to, or "nothing is kept here" where a form named what is not the reader's.</summary>
    internal static IResult Done(bool isDone, string next) => isDone ? new SeeOtherResult(next) : new FailureResult();

    /// <summary>The number in the path.</summary>
    internal static long Id(HttpContext context) => Forms.Number(context.Request.RouteValues["id"]?.ToString()) ?? -1;

    /// <summary>What the request's store keeps of followed things.</summary>
    internal static INoticeStore Store(HttpContext context) => ((IRecordStore)context.RequestServices.GetService(typeof(IRecordStore))!).Notices;

    private static RazorComponentResult<FollowPage> Show(HttpContext context, IRecordStore store, ServerOptions options)
    {
        string owner = Visitor.Of(context).Name;
        long? only = Forms.Number(FactQueryString.Value(context.Request.Query, "only"));
        IReadOnlyList<Subscription> followed = store.Notices.Subscriptions(owner);
        IReadOnlyList<Notice> notices = store.Notices.Notices(owner, only, Forms.Number(FactQueryString.Value(context.Request.Query, "before")), RowsOfPart);
        var model = new FollowModel
        {
            Subscriptions = followed,
            Only = followed.FirstOrDefault(one => one.Id == only),
            Notices = notices,
            Next = notices.Count == RowsOfPart ? notices[^1].Id : null,
            Destinations = store.Notices.Destinations(owner),
            HasFeed = store.Notices.HasFeed(owner),
            CanMail = options.Mail is not null,
            CanPost = options.Post is not null,
        };
        return new RazorComponentResult<FollowPage>(new { Model = model });
    }

    private static IResult New(HttpContext context, IRecordStore store)
    {
        SubscriptionKind kind = RecordNames.Find<SubscriptionKind>(FactQueryString.Value(context.Request.Query, "follow")) ?? SubscriptionKind.Search;
        FactQuery query = FactQueryString.Read(context.Request.Query);
        Fact? fact = FactQueryString.Value(context.Request.Query, "fact") is { } id ? store.FindFact(id) : null;
        if (fact is null && kind == SubscriptionKind.Meeting)
        {
            return new FailureResult();
        }

        string name = fact switch
        {
            MeetingFact met => "Meeting of " + string.Join(", ", met.Participants.Select(actor => actor.Name)),
            CommitmentFact bound => "Due: " + bound.Action,
            _ => QueryText.Of(query, store),
        };
        return new RazorComponentResult<NewFollowPage>(new
        {
            Model = new NewFollow
            {
                Kind = kind,
                Query = query,
                Fact = fact,
                Name = name.Length <= SubscriptionDraft.MaximumName ? name : name[..(SubscriptionDraft.MaximumName - 2)] + " \u2026",
                Found = fact is null ? store.Facets(query).Total : null,
                HasDestinations = store.Notices.Destinations(Visitor.Of(context).Name).Count > 0,
            },
        });
    }

    // The query comes in the address of the form's action, where every other query is.
    private static SeeOtherResult Follow(HttpContext context, IFormCollection form, INoticeStore store)
    {
        Subscription made = store.Subscribe(Visitor.Of(context).Name, new SubscriptionDraft
        {
            Name = Forms.Value(form, "name") ?? "",
            Kind = RecordNames.Find<SubscriptionKind>(Forms.Value(form, "follow")) ?? throw new SubscriptionException("what is to be followed is not said"),
            Query = FactQueryString.Read(context.Request.Query),
            Fact = Forms.Value(form, "fact"),
            IsTold = Forms.Value(form, "told") is not null,
            Every = RecordNames.Find<BriefingPace>(Forms.Value(form, "every")),
            At = Forms.Minute(form, "at") ?? new SubscriptionDraft { Name = "", Kind = default }.At,
            TimeZone = Forms.Value(form, "zone") ?? "UTC",
        });
        return new SeeOtherResult($"/follow?only={made.Id}");
    }
}
