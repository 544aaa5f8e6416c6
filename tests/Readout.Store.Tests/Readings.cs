using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Text;

namespace Readout.Store.Tests;

/// <summary>Invented reports with their readings.</summary>
internal static class Readings
{
    public static readonly ReadingVersion Version = new("0.1.0", "m1");

    public static string Hash(string raw) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)));

    /// <summary>A report with one statement, one meeting and one commitment; each number gives another.</summary>
    public static ReportReading Invented(int number)
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        string day = new DateOnly(2023, 1, 1).AddDays(number % 365).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Of($"Ada Holm told Bo Lind in Selkow that the joint patrol number {n} would sail by June.", "Courier", day);
    }

    /// <summary>A reading of a text of the shape "Ada Holm told Bo Lind in Selkow that ...".</summary>
    public static ReportReading Of(string text, string? outlet = null, string? published = null)
    {
        string hash = Hash(text);
        SpanRecord content = Span(text, text[(text.IndexOf("that", StringComparison.Ordinal))..].TrimEnd('.'));
        SpanRecord all = new(0, new CodePointMap(text).CodePoints, text);
        var record = new ReportRecord
        {
            Report = new ReportHeader { Id = hash, Outlet = outlet, Headline = "Holm and Lind", Published = published, Language = "en", Characters = all.End, Boilerplate = [] },
            Actors =
            [
                Actor("a1", "Ada Holm", ActorType.Person, Span(text, "Ada Holm")),
                Actor("a2", "Bo Lind", ActorType.Person, Span(text, "Bo Lind")),
            ],
            Statements = [Statement(text, content)],
            Meetings =
            [
                new MeetingRecord
                {
                    Id = "m1", Participants = ["a1", "a2"], Host = "a2", Time = published, Status = MeetingStatus.Held, Mode = MeetingMode.InPerson,
                    Place = new PlaceRecord { Span = Span(text, "Selkow"), Name = "Selkow" }, Evidence = [all], Confidence = 0.8,
                },
            ],
            Commitments =
            [
                new CommitmentRecord
                {
                    Id = "c1", Kind = CommitmentKind.Promise, Parties = ["a1"], Action = content, Due = "2023-06", Status = CommitmentStatus.Planned, Statement = "s1",
                    Amount = new Quantity(48e6, "USD"), Evidence = [all], Confidence = 0.7,
                },
            ],
            Events = [],
            Times = [],
            Places = [new PlaceRecord { Span = Span(text, "Selkow"), Name = "Selkow", Latitude = 1.5 }],
        };
        var report = new Report { Id = hash, Text = text, Outlet = outlet, Headline = "Holm and Lind", Published = published };
        return new ReportReading { Report = report, Raw = Encoding.UTF8.GetBytes(text), Record = record, Version = Version };
    }

    public static SpanRecord Span(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        var map = new CodePointMap(text);
        return new SpanRecord(map.ToCodePoint(start), map.ToCodePoint(start + part.Length), part);
    }

    private static ActorRecord Actor(string id, string name, ActorType type, SpanRecord mention) =>
        new() { Id = id, Name = name, Type = type, Office = "minister", Sectors = ["GOV"], Mentions = [mention] };

    private static StatementRecord Statement(string text, SpanRecord content) => new()
    {
        Id = "s1",
        Form = StatementForm.Indirect,
        Kind = StatementKind.Promise,
        Speakers = [new ActorSpanRecord(Span(text, "Ada Holm"), "a1")],
        Cue = Span(text, "told"),
        Content = [content],
        Addressees = [new ActorSpanRecord(Span(text, "Bo Lind"), "a2")],
        About = [],
        Confidence = 0.9,
        Reason = "cue with a clause",
    };
}
