using Readout.Records;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Corrections;

public sealed class CorrectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public CorrectionTests()
    {
        _store = SqliteRecordStore.Open(_folder.File("store.db"));
        foreach (ReportReading reading in SampleReadings.All().Where(reading => reading.Report.File!.StartsWith("2023-12-1", StringComparison.Ordinal)))
        {
            _store.Add(reading);
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_correction_is_kept_with_author_and_time_and_taken_back_by_one_action()
    {
        Fact fact = Statement();

        Correction made = _store.Correct(Draft(fact, CorrectionField.Kind, "denial"));

        Assert.Equal((fact.Id, "denial", "Ruta Hale", null), (made.Fact, made.Value, made.Author, made.UndoneAt));
        Assert.Equal([made], _store.Corrections(fact.Id));
        Assert.True(_store.Undo(made.Id, "Imre Oyelaran"));
        Assert.False(_store.Undo(made.Id, "Imre Oyelaran"));
        Assert.Equal("Imre Oyelaran", _store.Corrections(fact.Id)[0].UndoneBy);
    }

    [Fact]
    public void A_correction_finds_its_fact_in_a_newer_reading_by_its_span()
    {
        Fact fact = Statement();
        Correction made = _store.Correct(Draft(fact, CorrectionField.Verdict, "accepted"));
        ReportReading old = Reading(fact);

        // The newer engine numbers the statements otherwise and ends this one a comma earlier.
        StatementRecord[] statements = [.. old.Record.Statements.Reverse().Select((statement, i) => statement with { Id = $"s{i + 1}", Content = [.. statement.Content.Select(Shorter)] })];
        _store.Add(old with { Version = new ReadingVersion("newer", "m"), Record = old.Record with { Statements = statements } });

        string? found = Assert.Single(_store.Corrections()).Fact;
        Assert.NotNull(found);
        Assert.Contains("mile of sea", _store.FindFact(found)!.Words, StringComparison.Ordinal);
        Assert.Equal(made.Id, Assert.Single(_store.Corrections(found)).Id);
    }

    [Fact]
    public void A_correction_without_its_fact_is_reported_as_loose()
    {
        Fact fact = Statement();
        _store.Correct(Draft(fact, CorrectionField.Verdict, "rejected"));
        ReportReading old = Reading(fact);

        _store.Add(old with { Version = new ReadingVersion("newer", "m"), Record = old.Record with { Statements = [] } });

        Assert.Null(Assert.Single(_store.Corrections()).Fact);
    }

    [Fact]
    public void A_wording_that_is_set_apart_leaves_its_utterance_until_that_is_undone()
    {
        Fact fact = Statement();
        int before = _store.Cluster(fact.Id).Count;

        Correction made = _store.Correct(Draft(fact, CorrectionField.Apart, null));
        Assert.Single(_store.Cluster(fact.Id));
        _store.Undo(made.Id, "Ruta Hale");

        Assert.Equal(before, _store.Cluster(fact.Id).Count);
    }

    [Fact]
    public void Two_statements_that_are_said_to_be_the_same_are_one_utterance_also_after_a_new_reading()
    {
        Fact left = Statement();
        Fact right = _store.Facts(new FactQuery { Types = [FactType.Statement], Words = "congratulate" }).Items[0];
        Correction made = _store.Correct(Draft(left, CorrectionField.Same, right.Id));

        Assert.Contains(_store.Cluster(left.Id), fact => fact.Id == right.Id);
        _store.Add(Reading(left) with { Version = new ReadingVersion("newer", "m") });
        Assert.Contains(_store.Cluster(left.Id), fact => fact.Id == right.Id);
        _store.Undo(made.Id, "Ruta Hale");
        Assert.DoesNotContain(_store.Cluster(left.Id), fact => fact.Id == right.Id);
    }

    [Theory]
    [InlineData(CorrectionField.Kind, "no such kind")]
    [InlineData(CorrectionField.Time, "yesterday")]
    [InlineData(CorrectionField.Span, "9-4")]
    [InlineData(CorrectionField.Span, "0-99999999")]
    [InlineData(CorrectionField.Verdict, "perhaps")]
    [InlineData(CorrectionField.Same, "8eb030292736-s99")]
    [InlineData(CorrectionField.Speaker, "")]
    public void A_value_that_does_not_fit_is_refused(CorrectionField field, string value) =>
        Assert.Throws<CorrectionException>(() => _store.Correct(Draft(Statement(), field, value)));

    private static CorrectionDraft Draft(Fact fact, CorrectionField field, string? value) => new() { Fact = fact.Id, Field = field, Value = value, Author = "Ruta Hale" };

    private static SpanRecord Shorter(SpanRecord span) => span.Text.Length < 4 ? span : new SpanRecord(span.Start, span.End - 1, span.Text[..^1]);

    private static ReportReading Reading(Fact fact) => SampleReadings.All().First(reading => ReportKey.Of(reading.Report.Id) == fact.Report.Key);

    private Fact Statement() => _store.Facts(new FactQuery { Words = "\"mile of sea\"", Types = [FactType.Statement], Order = FactOrder.Oldest }).Items[0];
}
