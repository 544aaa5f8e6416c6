using System.Globalization;
using System.Text;
using Readout.Server.Briefings;
using Readout.Server.Http;
using Readout.Store;
using Readout.Store.Subscriptions;

namespace Readout.Server.Delivering;

/// <summary>One message for all that was found: by what is followed, each line with its source and the address of its page.</summary>
internal sealed class MessageWriter(IRecordStore store, BriefingWriter briefings, Origin origin)
{
    // Whoever adds an archive of ten thousand reports is told so, not sent them.
    private const int MostLines = 60;
    private const int MostCharacters = 400;
    private const int MostSubject = 150;

    public MessageText Write(OutgoingMessage message)
    {
        var made = new List<string>();
        var body = new StringBuilder();
        int left = MostLines;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (IGrouping<(long, string), Notice> followed in message.Notices.GroupBy(notice => (notice.Subscription, notice.SubscriptionName)))
        {
            body.Append(followed.Key.Item2).Append('\n').Append('=', Math.Min(60, followed.Key.Item2.Length)).Append("\n\n");
            foreach (Notice notice in followed)
            {
                if (notice.Type == "briefing" && Briefing(message, notice) is { } markdown)
                {
                    made.Add(markdown);
                    body.Append(markdown).Append('\n').Append(origin.Url).Append(notice.Path).Append("\n\n");
                }
                else if (!told.Add(notice.Path + notice.Type))
                {
                    // Found by two things that are followed: told under the first.
                    body.Append(OneLine(NoticeText.Title(notice))).Append(" (above)\n\n");
                }
                else if (left-- > 0)
                {
                    Line(body, notice);
                }
            }
        }

        if (left < 0)
        {
            body.Append(CultureInfo.InvariantCulture, $"and {-left} more: {origin.Url}/follow\n\n");
        }

        body.Append("-- \nWhat you follow, and where it is sent: ").Append(origin.Url).Append("/follow\n");
        return new MessageText(Subject(message), body.ToString(), made);
    }

    private static string Subject(OutgoingMessage message)
    {
        string[] names = [.. message.Notices.Select(notice => notice.SubscriptionName).Distinct()];
        string subject = message.Notices is [{ Type: "briefing" } only]
            ? NoticeText.Title(only)
            : string.Create(CultureInfo.InvariantCulture, $"Readout: {message.Notices.DistinctBy(notice => notice.Path + notice.Type).Count()} new in {string.Join(", ", names)}");
        string line = new([.. subject.Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= MostSubject ? line : line[..MostSubject] + " \u2026";
    }

    private void Line(StringBuilder body, Notice notice)
    {
        body.Append(OneLine(NoticeText.Title(notice))).Append('\n');
        if (notice.Before is { } before)
        {
            body.Append("  before: \u201C").Append(OneLine(before)).Append("\u201D\n  now: \u201C").Append(OneLine(notice.Words)).Append("\u201D\n");
        }
        else
        {
            body.Append("  ").Append(OneLine(notice.Words)).Append('\n');
        }

        if (NoticeText.Source(notice) is { Length: > 0 } source)
        {
            body.Append("  ").Append(OneLine(source)).Append('\n');
        }

        body.Append("  ").Append(origin.Url).Append(notice.Path).Append("\n\n");
    }

    private string? Briefing(OutgoingMessage message, Notice notice)
    {
        Subscription? followed = store.Notices.Subscriptions(message.Delivery.Destination.Owner).FirstOrDefault(one => one.Id == notice.Subscription);
        return followed is null ? null : BriefingMarkdown.Write(briefings.Write(followed.Query, followed.Name, Since(notice.Path)), origin.Url);
    }

    // The moment of the briefing before stands in the notice's address; the record is kept to the second.
    private static string? Since(string path)
    {
        int at = path.IndexOf("new=", StringComparison.Ordinal);
        return at < 0 || path.Length < at + 23 ? null : string.Concat(path.AsSpan(at + 4, 19), "Z");
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostCharacters ? line : line[..MostCharacters] + " \u2026";
    }
}
