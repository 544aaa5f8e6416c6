using System.Text;
using Readout.Records;

namespace Readout.Server.Reports;

/// <summary>
/// The style sheet of one report in which pointing at one part of a fact lights the others: no script is needed, and the security
/// policy allows none inline.
/// </summary>
internal static class PartnerStyle
{
    public static string Of(ReportRecord record)
    {
        var style = new StringBuilder();
        IEnumerable<string> facts = record.Statements.Select(statement => statement.Id)
            .Concat(record.Meetings.Select(meeting => meeting.Id))
            .Concat(record.Commitments.Select(commitment => commitment.Id));
        foreach (string fact in facts)
        {
            // Ids are ours (s1, m1, c1), but a record may have come from elsewhere: only what is safe in a selector goes in.
            if (fact.All(char.IsAsciiLetterOrDigit))
            {
                style.Append(".reader:has(.").Append(fact).Append(":is(:hover,:focus-visible,:focus-within,:target)) .").Append(fact).Append("{--p:46%}\n");
            }
        }

        return style.ToString();
    }
}
