using System.Globalization;
using System.Text;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Text;

namespace Readout.Store.Tests.Columns;

/// <summary>Reports about a few people, places, days and words, so that random queries mostly find something. Each follows from its number.</summary>
internal static class RandomReadings
{
    private static readonly string[] Names = ["Ada Holm", "Bo Lind", "Cem Marr", "Dina Holm", "Elio Okoro", "an official", "Norvania", "Pelagia"];
    private static readonly string?[] States = ["NOR", "PER", null, "KEN", "NOR", null, "NOR", "PER"];
    private static readonly string?[] Outlets = ["Courier", "Morning Post", "courier", null];
    private static readonly string?[] Days = ["2023-12-11", "2023-12", "2023", "2022-02-03", "2023-12-12", null, "2024-W05", "0044"];
    private static readonly string[] Words = "fish patrol boat treaty grain talks annex sail".Split(' ');
    private static readonly string?[] Dues = [null, "2024", "2024-06", "2024-06-30", "2024-W26"];

    private static readonly PlaceRecord?[] Places =
    [
        null,
        new() { Name = "Selkow", Country = "NOR", Span = new SpanRecord(0, 1, "S"), Latitude = 1 },
        new() { Name = "Selkow", Country = "PER", Span = new SpanRecord(0, 1, "S") },
        new() { Name = "Maravene", Span = new SpanRecord(0, 1, "M") },
    ];

    /// <summary>The reading of a number by a version of the engine, which finds other facts than the version before.</summary>
    public static ReportReading Of(int number, int version = 1)
    {
        var random = new Random((number * 31) + version);
        string[] words = [.. Enumerable.Range(0, 30).Select(_ => Pick(random, Words))];
        string text = string.Create(CultureInfo.InvariantCulture, $"Report {number}: {string.Join(' ', words)}.");
        string hash = Readings.Hash(string.Create(CultureInfo.InvariantCulture, $"report {number}"));
        int[] people = [.. Enumerable.Range(0, Names.Length).Where(_ => random.Next(2) == 0)];
        SpanRecord Span()
        {
            int start = random.Next(12, text.Length - 20);
            return new SpanRecord(start, start + 18, text.Substring(start, 18));
        }

        string[] Some() => [.. people.Where(_ => random.Next(3) == 0).Select(Id)];
        ActorSpanRecord[] SomeSpans() => [.. Some().Select(id => new ActorSpanRecord(Span(), random.Next(5) == 0 ? null : id))];
        var record = new ReportRecord
        {
            Report = new ReportHeader { Id = hash, Headline = "Talks", Outlet = Outlets[number % Outlets.Length], Published = Days[number % Days.Length], Language = "en", Characters = text.Length, Boilerplate = [] },
            Actors = [.. people.Select(i => new ActorRecord { Id = Id(i), Name = Names[i], Type = i > 5 ? ActorType.State : ActorType.Person, State = random.Next(3) > 0 ? States[i] : null, Sectors = [], Mentions = [Span()] })],
            Statements =
            [
                .. Enumerable.Range(1, random.Next(4)).Select(i => new StatementRecord
                {
                    Id = Local("s", i), Form = (StatementForm)random.Next(3), Kind = (StatementKind)random.Next(6), Speakers = SomeSpans(), Addressees = SomeSpans(), About = Some(),
                    Content = [Span()], Time = Pick(random, Days), Confidence = Math.Round(random.NextDouble(), 3), Reason = "random",
                }),
            ],
            Meetings =
            [
                .. Enumerable.Range(1, random.Next(3)).Select(i => new MeetingRecord
                {
                    Id = Local("m", i), Participants = Some(), Host = Some().FirstOrDefault(), Time = Pick(random, Days), Status = (MeetingStatus)random.Next(5), Mode = MeetingMode.InPerson,
                    Place = Pick(random, Places), Evidence = [Span()], Confidence = 0.8,
                }),
            ],
            Commitments =
            [
                .. Enumerable.Range(1, random.Next(3)).Select(i => new CommitmentRecord
                {
                    Id = Local("c", i), Kind = (CommitmentKind)random.Next(3), Parties = Some(), Action = Span(), Due = Pick(random, Dues), Status = (CommitmentStatus)random.Next(4), Statement = null,
                    Evidence = [Span()], Confidence = 0.7,
                }),
            ],
            Events =
            [
                .. Enumerable.Range(1, random.Next(3)).Select(i => new EventRecord
                {
                    Id = Local("e", i), Type = random.Next(2) == 0 ? "CONSULT" : "ACCUSE", Context = [], Actors = Some(), Recipients = Some(), Trigger = Span(), Time = Pick(random, Days),
                    Status = EventStatus.Past, Place = Pick(random, Places), Confidence = 0.6,
                }),
            ],
            Times = [],
            Places = [],
        };
        var report = new Report { Id = hash, Text = text, Outlet = record.Report.Outlet, Headline = "Talks", Published = record.Report.Published };
        return new ReportReading { Report = report, Raw = Encoding.UTF8.GetBytes(text), Record = record, Version = new ReadingVersion("0." + version.ToString(CultureInfo.InvariantCulture), "m") };
    }

    /// <summary>A query with some filters, each of which the reports hold.</summary>
    public static FactQuery Query(Random random)
    {
        T? Maybe<T>(Func<T> value) => random.Next(12) == 0 ? value() : default;
        string Actor() => Pick(random, ["holm", "ada holm", "Bo Lind", "person/cem-marr", "state/NOR", "nobody"]);
        string Day() => Pick(random, ["2022", "2023", "2023-12", "2023-12-11", "2024-01", "2024-06"]);
        return new FactQuery
        {
            Types = [.. Enum.GetValues<FactType>().Where(_ => random.Next(3) == 0)],
            Words = Maybe(() => Pick(random, ["fish", "fish patrol", "pat*", "\"grain talks\"", "sail -annex", "boat OR treaty", "zebra"])),
            Speaker = Maybe(Actor),
            To = Maybe(Actor),
            About = Maybe(Actor),
            Actor = Maybe(Actor),
            With = Maybe(Actor),
            Kind = Maybe(() => Pick(random, [.. RecordNames.All<StatementKind>().Take(6), "CONSULT", RecordNames.Of((CommitmentKind)0)])),
            Form = Maybe(() => Pick(random, [.. RecordNames.All<StatementForm>()])),
            Status = Maybe(() => Pick(random, [.. RecordNames.All<MeetingStatus>(), RecordNames.Of((CommitmentStatus)1)])),
            Outlet = Maybe(() => Pick(random, ["Courier", "morning post", "Herald"])),
            Place = Maybe(() => Pick(random, ["Selkow", "NOR/Selkow", "-/Maravene", "Atlantis"])),
            Country = Maybe(() => Pick(random, ["NOR", "PER", "Norvania", "FRA"])),
            Report = Maybe(() => Of(random.Next(40)).Report.Id[7..19]),
            Since = Maybe(Day),
            Until = Maybe(Day),
            On = Maybe(Day),
            Added = Maybe(() => Pick(random, ["2020-01-01", "2099-01-01"])),
            DueSince = Maybe(Day),
            DueUntil = Maybe(Day),
            Confidence = Maybe<double?>(() => Math.Round(random.NextDouble(), 3)),
            Order = (FactOrder)random.Next(2),
            Limit = random.Next(1, 60),
        };
    }

    private static string Id(int actor) => string.Create(CultureInfo.InvariantCulture, $"a{actor + 1}");

    private static string Local(string letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number}");

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
