using System.Globalization;
using System.Text;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Time;

namespace Readout.Export;

/// <summary>
/// Meetings and commitments as an iCalendar file (RFC 5545): a VEVENT for every meeting whose time is known at least to the year, a VTODO
/// for every commitment. The same records give the same bytes: DTSTAMP is the day of the report, never the clock.
/// </summary>
public sealed class CalendarFile
{
    // DTSTAMP is required; a report of unknown day gets the epoch, which no calendar program mistakes for news.
    private const string UnknownStamp = "19700101T000000Z";

    private readonly StringBuilder _calendar = new();

    /// <summary>Opens a calendar.</summary>
    public CalendarFile()
    {
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Readout//Meetings and commitments//EN");
        Line("CALSCALE", "GREGORIAN");
    }

    /// <summary>Meetings left out because the report gives no time that a calendar could hold.</summary>
    public int Undated { get; private set; }

    /// <summary>Adds the meetings and commitments of one report.</summary>
    public void Add(ReportRecord report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Dictionary<string, string> names = report.Actors.ToDictionary(actor => actor.Id, actor => actor.Name, StringComparer.Ordinal);
        foreach (MeetingRecord meeting in report.Meetings)
        {
            AddMeeting(report, meeting, names);
        }

        foreach (CommitmentRecord commitment in report.Commitments)
        {
            AddCommitment(report, commitment, names);
        }
    }

    /// <summary>The whole file, closed, with CR LF line ends; to be written as UTF-8.</summary>
    public override string ToString() => _calendar + "END:VCALENDAR\r\n";

    private void AddMeeting(ReportRecord report, MeetingRecord meeting, Dictionary<string, string> names)
    {
        if (!CalendarInterval.TryParse(meeting.Time, out CalendarInterval days))
        {
            Undated++;
            return;
        }

        string participants = string.Join(", ", meeting.Participants.Select(id => names[id]));
        Line("BEGIN", "VEVENT");
        Head(report, meeting.Id);
        Line("DTSTART;VALUE=DATE", Day(days.First));
        Line("DTEND;VALUE=DATE", Day(days.Last.AddDays(1)));
        Line("SUMMARY", ContentLine.Escape(meeting.Occasion is { } occasion ? $"{participants}: {occasion}" : participants));
        Line("DESCRIPTION", ContentLine.Escape($"{Phrase(meeting.Status)}\n{string.Join('\n', meeting.Evidence.Select(span => span.Text))}"));
        Line("STATUS", meeting.Status switch
        {
            MeetingStatus.Held or MeetingStatus.Ongoing => "CONFIRMED",
            MeetingStatus.Cancelled => "CANCELLED",
            _ => "TENTATIVE",
        });
        if (meeting.Place is { } place)
        {
            Line("LOCATION", ContentLine.Escape(place.Name));
            if (place is { Latitude: { } latitude, Longitude: { } longitude })
            {
                Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{latitude:0.######};{longitude:0.######}"));
            }
        }

        Line("TRANSP", "TRANSPARENT");
        Line("END", "VEVENT");
    }

    private void AddCommitment(ReportRecord report, CommitmentRecord commitment, Dictionary<string, string> names)
    {
        Line("BEGIN", "VTODO");
        Head(report, commitment.Id);
        if (CalendarInterval.TryParse(commitment.Period?.Start, out CalendarInterval start))
        {
            Line("DTSTART;VALUE=DATE", Day(start.First));
        }

        // DUE must lie after DTSTART (section 3.8.2.3); a period that ends on its first day has its end on the next.
        if (CalendarInterval.TryParse(commitment.Due ?? commitment.Period?.End, out CalendarInterval due))
        {
            DateOnly day = due.Last > start.First ? due.Last : start.First.AddDays(1);
            Line("DUE;VALUE=DATE", Day(day));
        }

        Line("SUMMARY", ContentLine.Escape($"{string.Join(", ", commitment.Parties.Select(id => names[id]))}: {commitment.Action.Text}"));
        Line("DESCRIPTION", ContentLine.Escape(string.Join('\n', commitment.Evidence.Select(span => span.Text))));
        Line("STATUS", commitment.Status switch
        {
            CommitmentStatus.Done => "COMPLETED",
            CommitmentStatus.Rejected or CommitmentStatus.Suspended => "CANCELLED",
            CommitmentStatus.InForce => "IN-PROCESS",
            _ => "NEEDS-ACTION",
        });
        Line("END", "VTODO");
    }

    private void Head(ReportRecord report, string id)
    {
        Line("UID", $"{EventSet.ShortId(report)}-{id}@readout");
        Line("DTSTAMP", report.Report.Published is { Length: >= 10 } published && CalendarInterval.TryParse(published[..10], out CalendarInterval day)
            ? Day(day.First) + "T000000Z"
            : UnknownStamp);
        if (report.Report.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            Line("URL", address.AbsoluteUri);
        }
    }

    private static string Phrase(MeetingStatus status) => $"Status: {status.ToString().ToLowerInvariant()}";

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private void Line(string name, string value) => ContentLine.Append(_calendar, name, value);
}
