using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store;
using Readout.Text;

namespace Readout.Bench;

/// <summary>
/// Generated reports with their readings: sentences of the samples, and of a corpus where one is given, in the mouths of some ten thousand invented people
/// of twelve states over thirty years. A report follows from its number and the sentences alone.
/// </summary>
internal sealed class DeskStore
{
    private const int StatementsOfReport = 7;
    private static readonly DateOnly FirstDay = new(1995, 1, 1);
    private static readonly string[] Given = "Ada Bo Cem Dina Elio Fay Gus Hana Ivo Jun Kai Lea Mio Nia Oto Pia Qin Ria Sol Tea Uma Vic Wen Xia Yves Zoe".Split(' ');
    private static readonly string[] States = "NOR PER KEN FIN ITA JPN DEU IND TUR MEX POL FRA".Split(' ');
    private static readonly string[] Endings = ["", "berg", "ik", "ova", "ez", "dal", "mann", "son", "ini", "ley", "ado", "ura", "wa", "sen", "ton", "ic", "eau", "aki", "ev", "oglu"];
    private static readonly string[] Family = "Holm Lind Marr Okoro Petri Quint Rossi Sand Tanaka Ulm Voss Weil Xu Yilmaz Zeman Brandt Castell Drost Eluwole Faber".Split(' ');
    private static readonly string[] EventTypes = "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".Split(' ');
    private static readonly string[] Places = ["Selkow", "Ostrevar", "Caldermouth", "Holm Light", "Maravene", "Quendria", "Belmarra"];

    private readonly string[] _sentences;

    /// <param name="newswire">JSON Lines with a <c>text</c> each, whose sentences are used as well; null for those of the samples alone.</param>
    public DeskStore(string? newswire) => _sentences = [.. Sentences(Directory.GetFiles(Path.Combine(Folder.Root, "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)), .. newswire is null ? [] : Sentences(Texts(newswire))];

    /// <summary>Statements in a report.</summary>
    public static int PerReport => StatementsOfReport;

    /// <summary>The report of a number.</summary>
    public ReportReading Report(int number)
    {
        var random = new Random(number);
        string day = FirstDay.AddDays(random.Next(11_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Talks number {number}\n\n"));
        string[] names = [.. Enumerable.Range(0, 4).Select(_ => Name(random)).Distinct()];
        var mentions = names.Select(_ => new List<SpanRecord>()).ToArray();
        var statements = new List<StatementRecord>();
        for (int i = 0; i < StatementsOfReport; i++)
        {
            statements.Add(Statement(text, (names, mentions), random, i));
        }

        return Reading(text.ToString(), day, names, (mentions, statements), random);
    }

    private StatementRecord Statement(StringBuilder text, (string[] Names, List<SpanRecord>[] Mentions) actors, Random random, int number)
    {
        int speaker = random.Next(actors.Names.Length);
        int addressee = (speaker + 1) % actors.Names.Length;
        SpanRecord who = Append(text, actors.Names[speaker]);
        text.Append(' ');
        SpanRecord cue = Append(text, "told");
        text.Append(' ');
        SpanRecord whom = Append(text, actors.Names[addressee]);
        text.Append(": \u201C");
        SpanRecord content = Append(text, _sentences[random.Next(_sentences.Length)]);
        text.Append("\u201D\n\n");
        actors.Mentions[speaker].Add(who);
        actors.Mentions[addressee].Add(whom);
        return new StatementRecord
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"s{number + 1}"),
            Form = StatementForm.Direct,
            Kind = (StatementKind)random.Next(11),
            Speakers = [new ActorSpanRecord(who, Id(speaker))],
            Cue = cue,
            Content = [content],
            Addressees = [new ActorSpanRecord(whom, Id(addressee))],
            About = [],
            Confidence = Math.Round(random.NextDouble(), 3),
            Reason = "generated",
        };
    }

    private static ReportReading Reading(string text, string day, string[] names, (List<SpanRecord>[] Mentions, List<StatementRecord> Statements) found, Random random)
    {
        byte[] raw = Encoding.UTF8.GetBytes(text);
        string hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(raw));
        string outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {random.Next(40)}");
        int first = found.Statements[0].Content[0].Start;
        SpanRecord action = found.Statements[0].Content[0];
        int where = random.Next(Places.Length);
        var place = new PlaceRecord { Name = Places[where], Country = States[where], Latitude = 5 * where, Longitude = 10 * where, Span = new SpanRecord(0, 5, "Talks") };
        var record = new ReportRecord
        {
            Report = new ReportHeader { Id = hash, Headline = "Talks", Outlet = outlet, Published = day, Language = "en", Characters = text.Length, Boilerplate = [] },
            Actors = [.. names.Select((name, i) => new ActorRecord { Id = Id(i), Name = name, Type = ActorType.Person, State = State(name), Sectors = ["GOV"], Mentions = found.Mentions[i] })],
            Statements = found.Statements,
            Meetings = [new MeetingRecord { Id = "m1", Participants = [Id(0), Id(names.Length - 1)], Time = day, Status = (MeetingStatus)random.Next(5), Mode = MeetingMode.InPerson, Place = place, Evidence = [action], Confidence = 0.8 }],
            Commitments = random.Next(3) > 0 ? [] : [new CommitmentRecord { Id = "c1", Kind = CommitmentKind.Promise, Parties = [Id(0)], Action = action with { Start = first }, Due = day, Status = (CommitmentStatus)random.Next(7), Statement = "s1", Evidence = [action], Confidence = 0.7 }],
            Events = [new EventRecord { Id = "e1", Type = EventTypes[random.Next(EventTypes.Length)], Context = [], Actors = [Id(0)], Recipients = [Id(names.Length - 1)], Trigger = action, Time = day, Status = EventStatus.Past, Confidence = 0.6 }],
            Times = [],
            Places = [place],
        };
        return new ReportReading { Report = new Report { Id = hash, Text = text, Headline = "Talks", Outlet = outlet, Published = day }, Raw = raw, Record = record, Version = new ReadingVersion("bench", "1") };
    }

    private static string Name(Random random)
    {
        // A few people are in most reports, most in few: the fourth power of a uniform number falls on the first ones.
        double uniform = random.NextDouble();
        int rank = (int)(uniform * uniform * uniform * uniform * Given.Length * Family.Length * Endings.Length);
        int family = rank / Given.Length;
        return $"{Given[rank % Given.Length]} {Family[family % Family.Length]}{Endings[family / Family.Length]}";
    }

    // People of one family name are of one state.
    private static string State(string name) => States[name.Sum(letter => letter) % States.Length];

    private static string Id(int actor) => string.Create(CultureInfo.InvariantCulture, $"a{actor + 1}");

    private static SpanRecord Append(StringBuilder text, string part)
    {
        int start = text.Length;
        text.Append(part);
        return new SpanRecord(start, text.Length, part);
    }

    private static IEnumerable<string> Texts(string newswire) => File.ReadLines(newswire).Select(line => JsonNode.Parse(line)?["text"]?.GetValue<string>() ?? "");

    // Only sentences of the Basic Multilingual Plane, so that offsets in code units are offsets in code points.
    private static IEnumerable<string> Sentences(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split('\n')).SelectMany(line => line.Split(". ")).Select(sentence => sentence.Trim())
            .Where(sentence => sentence.Length is > 30 and < 400 && !sentence.Any(char.IsSurrogate));
}
