using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Readout.Events;
using Readout.Export;
using Readout.Records;
using Readout.Time;

namespace Readout.Tests.Export;

public sealed class CalendarFileTests
{
    private static string Write()
    {
        var calendar = new CalendarFile();
        calendar.Add(SampleRecord.Create());
        Assert.Equal(1, calendar.Undated);
        return calendar.ToString();
    }

    // RFC 5545, section 3.1: contentline = name *(";" param) ":" value CRLF, folded at 75 octets.
    private static List<(string Name, string Value)> Parse(string file)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (string line in file.Split("\r\n"))
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75);
        }

        var lines = new List<(string, string)>();
        foreach (string line in file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = Regex.Match(line, "^(?<name>[A-Z-]+(;[A-Z-]+=[A-Z-]+)*):(?<value>[^\\x00-\\x08\\x0A-\\x1F]*)$");
            Assert.True(match.Success, line);
            lines.Add((match.Groups["name"].Value, match.Groups["value"].Value));
        }

        return lines;
    }

    private static List<Dictionary<string, string>> Components(string file, string kind)
    {
        var all = new List<Dictionary<string, string>>();
        var open = new Stack<string>();
        foreach ((string name, string value) in Parse(file))
        {
            if (name == "BEGIN")
            {
                open.Push(value);
                if (value == kind)
                {
                    all.Add(new Dictionary<string, string>(StringComparer.Ordinal));
                }
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
            }
            else if (open.Peek() == kind)
            {
                Assert.True(all[^1].TryAdd(name, value), $"{name} may occur once");
            }
        }

        Assert.Empty(open);
        return all;
    }

    [Fact]
    public void A_file_is_a_well_formed_calendar()
    {
        Dictionary<string, string> calendar = Assert.Single(Components(Write(), "VCALENDAR"));
        Assert.Equal("2.0", calendar["VERSION"]);
        Assert.NotEmpty(calendar["PRODID"]);
    }

    [Fact]
    public void A_meeting_is_an_event_with_its_required_properties()
    {
        Dictionary<string, string> meeting = Assert.Single(Components(Write(), "VEVENT"));
        Assert.Equal("0011223344556677-m1@readout", meeting["UID"]);
        Assert.Equal("20231204T000000Z", meeting["DTSTAMP"]);
        Assert.Equal("20231211", meeting["DTSTART;VALUE=DATE"]);
        Assert.Equal("20231212", meeting["DTEND;VALUE=DATE"]);
        Assert.Equal("TENTATIVE", meeting["STATUS"]);
        Assert.Equal("50.25;-3.5", meeting["GEO"]);
    }

    [Fact]
    public void Text_is_escaped_so_that_it_reads_back()
    {
        string summary = Assert.Single(Components(Write(), "VEVENT"))["SUMMARY"];
        Assert.DoesNotMatch("(?<!\\\\)[;,]", summary);
        string plain = Regex.Replace(summary, @"\\([\\;,])", "$1");
        Assert.Contains("talks on fish, ice; and \\ the \"Ansel Bank\" programme", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commitment_is_a_task_that_is_due_after_it_starts()
    {
        List<Dictionary<string, string>> tasks = Components(Write(), "VTODO");
        Assert.Equal(["20261231", "20231205"], tasks.Select(task => task["DUE;VALUE=DATE"]));
        Assert.Equal(["NEEDS-ACTION", "COMPLETED"], tasks.Select(task => task["STATUS"]));
        Assert.All(tasks, task => Assert.True(
            !task.TryGetValue("DTSTART;VALUE=DATE", out string? start)
            || string.CompareOrdinal(start, task["DUE;VALUE=DATE"]) < 0));
    }

    [IcalFact]
    public void A_reader_by_others_finds_every_meeting_with_its_status_and_days()
    {
        string[] meeting = Assert.Single(IcalFactAttribute.Components(Write()), component => component[0] == "vevent");
        Assert.Equal(["vevent", "0011223344556677-m1@readout", "TENTATIVE", "2023-12-11", "2023-12-12"], meeting[..5]);
        Assert.Contains("talks on fish, ice; and \\ the \"Ansel Bank\" programme", meeting[5], StringComparison.Ordinal);
    }

    [IcalFact]
    public void A_reader_by_others_finds_every_commitment_with_the_day_it_is_due()
    {
        string[][] tasks = [.. IcalFactAttribute.Components(Write()).Where(component => component[0] == "vtodo")];
        Assert.Equal([("NEEDS-ACTION", "2026-12-31"), ("COMPLETED", "2023-12-05")], tasks.Select(task => (task[2], task[3])));
        Assert.Equal(2, tasks.Select(task => task[1]).Distinct().Count());
    }

    [IcalFact]
    public void A_reader_by_others_reads_every_state_of_a_meeting()
    {
        ReportRecord record = SampleRecord.Create();
        var calendar = new CalendarFile();
        calendar.Add(record with { Meetings = [.. Enum.GetValues<MeetingStatus>().Select(status => record.Meetings[0] with { Id = $"m{(int)status}", Status = status })] });
        Assert.Equal(
            ["CONFIRMED", "CONFIRMED", "TENTATIVE", "TENTATIVE", "CANCELLED", "TENTATIVE"],
            IcalFactAttribute.Components(calendar.ToString()).Where(component => component[0] == "vevent").Select(component => component[2]));
    }

    [Fact]
    public void The_same_records_give_the_same_bytes() => Assert.Equal(Write(), Write());

    [Theory]
    [InlineData("2006-12-01", "2006-12-01", "2006-12-01")]
    [InlineData("2006-12-01T14:00", "2006-12-01", "2006-12-01")]
    [InlineData("2006-12", "2006-12-01", "2006-12-31")]
    [InlineData("2006", "2006-01-01", "2006-12-31")]
    [InlineData("2006-W49", "2006-12-04", "2006-12-10")]
    [InlineData("2006-W49-WE", "2006-12-09", "2006-12-10")]
    [InlineData("2006-12-30/2007-01-02", "2006-12-30", "2007-01-02")]
    public void Times_cover_days(string value, string first, string last)
    {
        Assert.True(CalendarInterval.TryParse(value, out CalendarInterval days));
        Assert.Equal(first, days.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(last, days.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P3D")]
    [InlineData("PRESENT_REF")]
    [InlineData("2006-13")]
    [InlineData("2006-W60")]
    [InlineData("2006-12-02/2006-12-01")]
    [InlineData("2006-SU")]
    public void Other_values_cover_none(string? value) => Assert.False(CalendarInterval.TryParse(value, out _));
}
