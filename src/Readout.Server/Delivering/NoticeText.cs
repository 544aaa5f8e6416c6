using Readout.Server.Layout;
using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>A notice in words, the same in pages, feeds and messages.</summary>
internal static class NoticeText
{
    /// <summary>What it is, in one line.</summary>
    public static string Title(Notice notice)
    {
        string who = notice.Who.Length > 0 ? notice.Who : "Unattributed";
        return notice switch
        {
            { Type: "briefing" } => "Briefing: " + notice.SubscriptionName,
            { Type: "quotation" } => $"{notice.Outlet ?? "An outlet"} changed a quotation of {who}",
            { Kind: SubscriptionKind.Due } => $"Due date passed ({Days.Long(notice.Day)}): {who}",
            { Type: "meeting" } => $"Meeting {notice.Status}: {who}",
            { Type: "commitment" } => $"Commitment, {notice.Status}: {who}",
            { Type: "event" } => "Event: " + who,
            _ => who,
        };
    }

    /// <summary>Where it stands: outlets, headline, day.</summary>
    public static string Source(Notice notice) => string.Join(", ", ((string?[])
    [
        notice.Outlet, notice.Headline is null ? null : $"\u201C{notice.Headline}\u201D", notice.Kind == SubscriptionKind.Due ? null : Days.Short(notice.Day),
        notice.AlsoIn.Count == 0 ? null : "also in " + string.Join(", ", notice.AlsoIn),
    ]).Where(part => !string.IsNullOrEmpty(part)));
}
