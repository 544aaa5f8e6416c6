using Readout.Commitments;
using Readout.Events;
using Readout.Records;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;

namespace Readout.Store.Tests.Corrections;

/// <summary>Who met where and in what state, and the terms of commitments, put right and taken back.</summary>
public sealed class CorrectedTermsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;
    private readonly ReportReading _reading = Readings.Of("Ada Holm told Bo Lind in Selkow that the joint patrol would sail from Port Amsel by June.", "Courier", "2023-03-01");

    public CorrectedTermsTests()
    {
        _store = SqliteRecordStore.Open(_folder.File("store.db"));
        _store.Add(_reading);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Participants_place_status_and_day_of_a_meeting_show_in_lists_and_record()
    {
        string id = Id("m1");
        Correct(id, CorrectionField.Participants, "Ada Holm; Ruben Castellane");
        Correct(id, CorrectionField.Place, "Port Amsel");
        Correct(id, CorrectionField.Status, "planned");
        Correct(id, CorrectionField.Time, "2023-04");

        var fact = Assert.IsType<MeetingFact>(Assert.Single(_store.Facts(new FactQuery { Actor = "Castellane", Types = [FactType.Meeting], Since = "2023-04" }).Items));
        Assert.Equal(["Ada Holm", "Ruben Castellane"], fact.Participants.Select(actor => actor.Name));
        Assert.Equal(("Port Amsel", MeetingStatus.Planned, true), (fact.Place, fact.Status, fact.IsCorrected));
        StoredReport report = _store.FindReport(fact.Report.Key)!;
        MeetingRecord record = Assert.Single(report.Record.Meetings);
        Assert.Equal(["person/ada-holm", "person/ruben-castellane"], record.Participants.Select(local => report.ActorKeys[local]));
        Assert.Equal(Readings.Span(_reading.Report.Text, "Port Amsel"), record.Place!.Span);
        Assert.Equal((MeetingStatus.Planned, "2023-04"), (record.Status, record.Time));
        Assert.Empty(_store.Facts(new FactQuery { Actor = "person/bo-lind", Types = [FactType.Meeting] }).Items);
    }

    [Fact]
    public void Parties_period_due_status_and_amount_of_a_commitment_show_in_lists_and_record()
    {
        string id = Id("c1");
        Correct(id, CorrectionField.Parties, "Bo Lind; Ada Holm");
        Correct(id, CorrectionField.Period, "2024/..");
        Correct(id, CorrectionField.Due, "2023-06-30");
        Correct(id, CorrectionField.Status, "signed");
        Correct(id, CorrectionField.Amount, "12.5 EUR");

        var fact = (CommitmentFact)_store.FindFact(id)!;
        Assert.Equal(["Bo Lind", "Ada Holm"], fact.Parties.Select(actor => actor.Name));
        Assert.Equal((new Period("2024", null), "2023-06-30", CommitmentStatus.Signed, new Quantity(12.5, "EUR")), (fact.Period, fact.Due, fact.Status, fact.Amount));
        CommitmentRecord record = Assert.Single(_store.FindReport(fact.Report.Key)!.Record.Commitments);
        Assert.Equal((fact.Period, fact.Due, fact.Status, fact.Amount), (record.Period, record.Due, record.Status, record.Amount));
        Correction[] made = [.. _store.Corrections(id)];
        Assert.Equal(["Ada Holm", null, "2023-06", "planned", "48000000 USD"], made.Select(correction => correction.Before));
    }

    [Theory]
    [InlineData("m1", CorrectionField.Participants, "Ruben Castellane")]
    [InlineData("m1", CorrectionField.Place, "Port Amsel")]
    [InlineData("m1", CorrectionField.Place, "none")]
    [InlineData("m1", CorrectionField.Status, "cancelled")]
    [InlineData("m1", CorrectionField.Time, "none")]
    [InlineData("c1", CorrectionField.Parties, "Ruben Castellane")]
    [InlineData("c1", CorrectionField.Period, "2024/2026")]
    [InlineData("c1", CorrectionField.Due, "none")]
    [InlineData("c1", CorrectionField.Amount, "none")]
    [InlineData("c1", CorrectionField.Status, "done")]
    public void Each_holds_in_a_newer_reading_and_is_taken_back_alone(string local, CorrectionField field, string value)
    {
        Fact read = _store.FindFact(Id(local))!;
        Correction made = Correct(Id(local), field, value);
        Fact corrected = _store.FindFact(Id(local))!;
        Assert.NotEqual(StoreJson(read with { IsCorrected = true }), StoreJson(corrected));
        _store.Add(_reading with { Version = new ReadingVersion("newer", "m") });
        Assert.Equivalent(corrected, _store.FindFact(Id(local)), strict: true);

        _store.Undo(made.Id, "Ruta Hale");
        Assert.Equivalent(read, _store.FindFact(Id(local)), strict: true);
        StoredReport report = _store.FindReport(read.Report.Key)!;
        Assert.Same(report.AsRead, report.Record);
        Assert.Null(_store.FindActor("person/ruben-castellane"));
    }

    [Theory]
    [InlineData("m1", CorrectionField.Participants, " ; ")]
    [InlineData("m1", CorrectionField.Status, "signed")]
    [InlineData("m1", CorrectionField.Parties, "Ada Holm")]
    [InlineData("c1", CorrectionField.Place, "Selkow")]
    [InlineData("c1", CorrectionField.Period, "2026/2024")]
    [InlineData("c1", CorrectionField.Period, "../..")]
    [InlineData("c1", CorrectionField.Due, "soon")]
    [InlineData("c1", CorrectionField.Amount, "many USD")]
    [InlineData("s1", CorrectionField.Status, "held")]
    public void A_value_that_does_not_fit_is_refused(string local, CorrectionField field, string value) =>
        Assert.Throws<CorrectionException>(() => Correct(Id(local), field, value));

    [Fact]
    public void Of_several_that_are_kept_together_none_is_where_one_cannot_be()
    {
        CorrectionDraft[] drafts = [Draft(Id("m1"), CorrectionField.Status, "planned"), Draft(Id("m1"), CorrectionField.Time, "yesterday")];

        Assert.Throws<CorrectionException>(() => _store.Correct(drafts));
        Assert.Empty(_store.Corrections());
        Assert.Equal(MeetingStatus.Held, ((MeetingFact)_store.FindFact(Id("m1"))!).Status);
    }

    private static string StoreJson(Fact fact) => System.Text.Json.JsonSerializer.Serialize(fact, Store.StoreJson.Options);

    private Correction Correct(string fact, CorrectionField field, string value) => _store.Correct(Draft(fact, field, value));

    private static CorrectionDraft Draft(string fact, CorrectionField field, string value) => new() { Fact = fact, Field = field, Value = value, Author = "Ruta Hale" };

    private string Id(string local) => ReportKey.Of(_reading.Report.Id) + "-" + local;
}
