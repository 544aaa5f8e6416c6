using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Readout.Commitments;
using Readout.Events;
using Readout.Server.Accounts;
using Readout.Server.Briefings;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Today;

/// <summary>What a reader opens in the morning: what came in, what falls due, what is planned.</summary>
internal static class TodayEndpoints
{
    private const int DueDays = 21;
    private const int PassedDays = 14;
    private const int Most = 12;

    public static void Map(WebApplication app) => app.MapGet("/today", (HttpContext context, IRecordStore store, RevisionCache cache, BriefingWriter writer, TimeProvider clock) =>
    {
        string? typed = FactQueryString.Value(context.Request.Query, "asof");
        DateOnly day = RevisionTag.Today(clock);
        if (typed is not null && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            throw new QueryException("asof", $"'{typed}' is no day; write one such as 2024-06-30");
        }

        string since = Text(RevisionTag.Today(clock).AddDays(-1)) + "T00:00:00Z";
        return new RazorComponentResult<TodayPage>(new
        {
            Model = new TodayModel
            {
                Day = day,
                Status = cache.Status(),
                Unread = [.. store.Notices.Notices(Visitor.Of(context).Name, limit: Most).Where(notice => notice.IsUnread)],
                Added = cache.Get("came in since " + since, () => writer.Write(new FactQuery { Added = since }, "Came in")),
                Reports = [.. store.Reports(new ReportQuery { Added = since, Limit = Most }).Items],
                Due = Commitments(store, (Text(day), Text(day.AddDays(DueDays))), ascending: true),
                Passed = Commitments(store, (Text(day.AddDays(-PassedDays)), Text(day.AddDays(-1))), ascending: false),
                Planned = store.Facts(new FactQuery { Types = [FactType.Meeting], Status = RecordNames.Of(MeetingStatus.Planned), Since = Text(day), Order = FactOrder.Oldest, Limit = Most }).Items,
            },
        });
    });

    private static CommitmentFact[] Commitments(IRecordStore store, (string Since, string Until) due, bool ascending)
    {
        IEnumerable<CommitmentFact> open = store.Facts(new FactQuery { Types = [FactType.Commitment], DueSince = due.Since, DueUntil = due.Until, Limit = FactQuery.MaximumLimit }).Items
            .OfType<CommitmentFact>().Where(one => one.Status is not (CommitmentStatus.Done or CommitmentStatus.Suspended or CommitmentStatus.Rejected));
        return [.. (ascending ? open.OrderBy(one => one.Due, StringComparer.Ordinal) : open.OrderByDescending(one => one.Due, StringComparer.Ordinal)).DistinctBy(one => (one.Due, one.Action)).Take(Most)];
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
