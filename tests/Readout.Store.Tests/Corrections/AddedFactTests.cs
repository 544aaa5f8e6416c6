using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Corrections;

/// <summary>Facts that the engine missed, added by a person at words of the report.</summary>
public sealed class AddedFactTests : IDisposable
{
    private const string Text =
        "Ada Holm told Bo Lind in Selkow that the joint patrol would sail by June. “The ice came early this year,” Mira Tanchev wrote. "
        + "Lind and Tanchev are to meet in Port Amsel on 9 May. Selkow will pay for the buoys until 2026.";

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;
    private readonly ReportReading _reading = Readings.Of(Text, "Courier", "2023-03-01");

    public AddedFactTests()
    {
        _store = SqliteRecordStore.Open(_folder.File("store.db"));
        _reading = _reading with { Record = _reading.Record with { Statements = [Cut(_reading.Record.Statements[0])] } };
        _store.Add(_reading);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_statement_is_in_lists_search_counts_and_record_with_what_was_set_of_it()
    {
        Correction[] made = [.. _store.Correct(
            [
                Draft(Key, CorrectionField.Added, "statement The ice came early this year,"),
                Draft("", CorrectionField.Speaker, "Mira Tanchev"),
                Draft("", CorrectionField.Kind, "expectation"),
            ])];

        var fact = Assert.IsType<StatementFact>(Assert.Single(_store.Facts(new FactQuery { Words = "ice", Speaker = "Tanchev" }).Items));
        Assert.Equal((made[0].Fact, StatementForm.Direct, StatementKind.Expectation, true, "2023-03-01"), (fact.Id, fact.Form, fact.Kind, fact.IsCorrected, fact.Day));
        Assert.Equal(2, _store.Facets(new FactQuery { Types = [FactType.Statement] }).Total);
        StoredReport report = _store.FindReport(Key)!;
        StatementRecord record = report.Record.Statements[1];
        Assert.Equal(Readings.Span(Text, "The ice came early this year,"), Assert.Single(record.Content));
        Assert.Equal("person/mira-tanchev", report.ActorKeys[Assert.Single(record.Speakers).Actor!]);
        Assert.Single(report.AsRead.Statements);
        Assert.All(made, correction => Assert.Equal((fact.Id, null), (correction.Fact, correction.Before)));
        Assert.Equal([null, made[0].Id, made[0].Id], made.Select(correction => correction.Added));
    }

    [Fact]
    public void A_meeting_and_a_commitment_can_be_added()
    {
        _store.Correct([Draft(Key, CorrectionField.Added, "meeting Lind and Tanchev are to meet in Port Amsel on 9 May."), Draft("", CorrectionField.Participants, "Bo Lind; Mira Tanchev"), Draft("", CorrectionField.Status, "planned"), Draft("", CorrectionField.Place, "Port Amsel"), Draft("", CorrectionField.Time, "2023-05-09")]);
        _store.Correct([Draft(Key, CorrectionField.Added, "commitment pay for the buoys"), Draft("", CorrectionField.Parties, "Selkow"), Draft("", CorrectionField.Period, "../2026")]);

        var meeting = Assert.IsType<MeetingFact>(Assert.Single(_store.Facts(new FactQuery { Actor = "Tanchev", With = "person/bo-lind" }).Items));
        Assert.Equal((MeetingStatus.Planned, "Port Amsel", "2023-05-09"), (meeting.Status, meeting.Place, meeting.Day));
        var bound = (CommitmentFact)_store.Facts(new FactQuery { Words = "buoys" }).Items[0];
        Assert.Equal(("pay for the buoys", new Period(null, "2026")), (bound.Action, bound.Period));
        ReportRecord record = _store.FindReport(Key)!.Record;
        Assert.Equal((2, 2), (record.Meetings.Count, record.Commitments.Count));
    }

    [Fact]
    public void It_is_made_anew_in_a_reading_that_still_misses_it_and_belongs_to_one_that_has_it()
    {
        Correction[] made = [.. _store.Correct([Draft(Key, CorrectionField.Added, "statement The ice came early this year,"), Draft("", CorrectionField.Speaker, "Mira Tanchev")])];
        _store.Add(_reading with { Version = new ReadingVersion("newer", "m") });
        Assert.Equal([made[0].Fact, made[0].Fact], _store.Corrections().Select(correction => correction.Fact));
        Assert.Equal("Mira Tanchev", Assert.Single(((StatementFact)_store.FindFact(made[0].Fact!)!).Speakers).Name);

        StatementRecord found = _reading.Record.Statements[0] with { Id = "s2", Form = StatementForm.Direct, Content = [Readings.Span(Text, "The ice came early this year")] };
        ReportReading better = _reading with { Version = new ReadingVersion("better", "m"), Record = _reading.Record with { Statements = [_reading.Record.Statements[0], found] } };
        _store.Add(better);
        Assert.All(_store.Corrections(), correction => Assert.Equal(Key + "-s2", correction.Fact));
        Assert.Equal(2, _store.Facts(new FactQuery { Types = [FactType.Statement] }).Items.Count);
        Assert.Equal("Mira Tanchev", Assert.Single(((StatementFact)_store.FindFact(Key + "-s2")!).Speakers).Name);

        _store.Undo(made[0].Id, "Ruta Hale");
        Assert.Equal("Ada Holm", Assert.Single(((StatementFact)_store.FindFact(Key + "-s2")!).Speakers).Name);
        StoredReport report = _store.FindReport(Key)!;
        Assert.Same(report.AsRead, report.Record);
    }

    [Fact]
    public void Taken_back_nothing_of_it_is_left_but_the_corrections()
    {
        Correction[] made = [.. _store.Correct([Draft(Key, CorrectionField.Added, "statement The ice came early this year,"), Draft("", CorrectionField.Speaker, "Mira Tanchev")])];
        Assert.True(_store.Undo(made[0].Id, "Imre Oyelaran"));

        Assert.Null(_store.FindFact(made[0].Fact!));
        Assert.Null(_store.FindActor("person/mira-tanchev"));
        Assert.All(_store.Corrections(), correction => Assert.Equal(("Imre Oyelaran", false), (correction.UndoneBy, correction.IsLoose)));
        _store.Add(_reading with { Version = new ReadingVersion("newer", "m") });
        Assert.Single(_store.Facts(new FactQuery { Types = [FactType.Statement] }).Items);
    }

    [Fact]
    public void An_added_statement_joins_the_wordings_of_its_utterance()
    {
        ReportReading other = Readings.Of("Ada Holm told Bo Lind in Selkow that the ice came early this year on the whole coast.", "Gazette", "2023-03-02");
        _store.Add(other);
        Correction made = _store.Correct([Draft(Key, CorrectionField.Added, "statement The ice came early this year,"), Draft("", CorrectionField.Speaker, "Ada Holm")])[0];

        Assert.Equal(2, _store.Cluster(made.Fact!).Count);
        _store.Undo(made.Id, "Ruta Hale");
        Assert.Single(_store.Cluster(ReportKey.Of(other.Report.Id) + "-s1"));
    }

    [Fact]
    public void Two_meetings_of_one_sentence_stay_two_in_a_newer_reading()
    {
        _store.Correct([Draft(Key, CorrectionField.Added, "meeting " + Text[..Text.IndexOf('“', StringComparison.Ordinal)].Trim()), Draft("", CorrectionField.Participants, "Mira Tanchev; Ruben Castellane")]);
        SpanRecord sentence = Readings.Span(Text, Text[..Text.IndexOf('“', StringComparison.Ordinal)].Trim());
        MeetingRecord read = _reading.Record.Meetings[0] with { Evidence = [sentence] };
        _store.Add(_reading with { Version = new ReadingVersion("newer", "m"), Record = _reading.Record with { Meetings = [read] } });

        Assert.Equal(2, _store.Facts(new FactQuery { Types = [FactType.Meeting] }).Items.Count);
    }

    [Theory]
    [InlineData("statement that the joint patrol would sail by June")]
    [InlineData("statement words that do not stand there")]
    [InlineData("statement e")]
    [InlineData("statement 5-99999")]
    [InlineData("statement")]
    [InlineData("event Selkow will pay")]
    public void What_is_there_already_or_nowhere_or_in_two_places_is_refused(string value) =>
        Assert.Throws<CorrectionException>(() => _store.Correct(Draft(Key, CorrectionField.Added, value)));

    private string Key => ReportKey.Of(_reading.Report.Id);

    private static StatementRecord Cut(StatementRecord read) => read with { Content = [Readings.Span(Text, "that the joint patrol would sail by June")] };

    private static CorrectionDraft Draft(string fact, CorrectionField field, string value) => new() { Fact = fact, Field = field, Value = value, Author = "Ruta Hale" };
}
