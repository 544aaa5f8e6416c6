using Readout.Attribution;
using Readout.Records;
using Readout.Store.Corrections;
using Readout.Store.Facts;
using Readout.Store.Queries;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Store.Tests.Corrections;

/// <summary>What a correction changes in lists, counts and records, and that taking it back leaves all as it was read.</summary>
public sealed class AppliedCorrectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteRecordStore _store;

    public AppliedCorrectionTests()
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
    public void A_kind_shows_in_the_fact_the_list_the_counts_and_the_record()
    {
        StatementFact fact = Statement();
        Correct(fact.Id, CorrectionField.Kind, "threat");

        Assert.Equal((StatementKind.Threat, true), ((_store.FindFact(fact.Id) as StatementFact)!.Kind, _store.FindFact(fact.Id)!.IsCorrected));
        Assert.Contains(_store.Facts(new FactQuery { Kind = "threat" }).Items, item => item.Id == fact.Id);
        Assert.Equal(1, _store.Facets(new FactQuery { Kind = "threat", Report = fact.Report.Key }).Total);
        Assert.Equal(StatementKind.Threat, InRecord(fact).Kind);
        Assert.Equal(fact.Kind, _store.FindReport(fact.Report.Key)!.AsRead.Statements.First(one => fact.Id.EndsWith("-" + one.Id, StringComparison.Ordinal)).Kind);
    }

    [Fact]
    public void A_time_moves_the_fact_in_the_timeline()
    {
        StatementFact fact = Statement();
        Correct(fact.Id, CorrectionField.Time, "2021-03");

        Assert.Contains(_store.Facts(new FactQuery { Since = "2021", Until = "2021-04" }).Items, item => item.Id == fact.Id && item.Time == "2021-03");
        Assert.Equal("2021-03", InRecord(fact).Time);
    }

    [Fact]
    public void Words_are_those_of_the_new_span_and_are_found_by_search()
    {
        StatementFact fact = Statement();
        string text = _store.FindReport(fact.Report.Key)!.Text;
        int start = text.IndexOf("mile of sea", StringComparison.Ordinal);
        Correct(fact.Id, CorrectionField.Span, $"{start}-{start + 11}");

        Assert.Equal("mile of sea", _store.FindFact(fact.Id)!.Words);
        Assert.Equal(new SpanRecord(start, start + 11, "mile of sea"), Assert.Single(InRecord(fact).Content));
        string gone = fact.Words.Split(' ')[0];
        Assert.DoesNotContain(_store.Facts(new FactQuery { Words = gone, Report = fact.Report.Key }).Items, item => item.Id == fact.Id);
    }

    [Fact]
    public void A_speaker_is_found_by_name_and_a_new_one_is_made()
    {
        StatementFact fact = Statement();
        Correct(fact.Id, CorrectionField.Speaker, "Oskar Nieminen-Adeyemi");

        Assert.Equal("Oskar Nieminen-Adeyemi", Assert.Single(((StatementFact)_store.FindFact(fact.Id)!).Speakers).Name);
        Assert.Contains(_store.Facts(new FactQuery { Speaker = "Nieminen-Adeyemi" }).Items, item => item.Id == fact.Id);
        Assert.DoesNotContain(_store.Facts(new FactQuery { Speaker = fact.Speakers[0].Key }).Items, item => item.Id == fact.Id);
        StoredReport report = _store.FindReport(fact.Report.Key)!;
        Assert.Equal("person/oskar-nieminen-adeyemi", report.ActorKeys[InRecord(fact).Speakers[0].Actor!]);
    }

    [Fact]
    public void A_rejected_fact_leaves_every_list_but_keeps_its_own_page()
    {
        StatementFact fact = Statement();
        int before = _store.Facets(new FactQuery()).Total;
        Correct(fact.Id, CorrectionField.Verdict, "rejected");

        Assert.DoesNotContain(_store.Facts(new FactQuery { Report = fact.Report.Key }).Items, item => item.Id == fact.Id);
        Assert.Equal(before - 1, _store.Facets(new FactQuery()).Total);
        Assert.Equal("rejected", _store.FindFact(fact.Id)!.Verdict);
        Assert.Single(_store.Cluster(fact.Id));
        Assert.DoesNotContain(_store.FindReport(fact.Report.Key)!.Record.Statements, one => fact.Id.EndsWith("-" + one.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CorrectionField.Kind, "threat")]
    [InlineData(CorrectionField.Time, "2021")]
    [InlineData(CorrectionField.Span, "0-5")]
    [InlineData(CorrectionField.Speaker, "Oskar Nieminen-Adeyemi")]
    [InlineData(CorrectionField.Verdict, "rejected")]
    public void Taken_back_all_is_as_it_was_read(CorrectionField field, string value)
    {
        StatementFact fact = Statement();
        Fact[] cluster = [.. _store.Cluster(fact.Id)];
        Correction made = Correct(fact.Id, field, value);
        _store.Undo(made.Id, "Ruta Hale");

        Assert.Equivalent(fact, _store.FindFact(fact.Id) is StatementFact now ? now with { Spans = [] } : null, strict: true);
        Assert.Equal(cluster.Select(one => one.Id), _store.Cluster(fact.Id).Select(one => one.Id));
        StoredReport report = _store.FindReport(fact.Report.Key)!;
        Assert.Same(report.AsRead, report.Record);
        Assert.Null(_store.FindActor("person/oskar-nieminen-adeyemi"));
    }

    [Fact]
    public void Two_corrections_of_one_fact_are_taken_back_one_by_one()
    {
        StatementFact fact = Statement();
        Correction first = Correct(fact.Id, CorrectionField.Kind, "threat");
        Correct(fact.Id, CorrectionField.Span, "0-5");
        _store.Undo(first.Id, "Ruta Hale");

        StatementFact now = (StatementFact)_store.FindFact(fact.Id)!;
        Assert.Equal((fact.Kind, true), (now.Kind, now.IsCorrected));
        Assert.NotEqual(fact.Words, now.Words);
    }

    [Fact]
    public void It_holds_in_a_newer_reading_that_numbers_and_cuts_otherwise()
    {
        StatementFact fact = Statement();
        Correct(fact.Id, CorrectionField.Kind, "threat");
        Correct(fact.Id, CorrectionField.Speaker, "Oskar Nieminen-Adeyemi");
        ReportReading old = Reading(fact);
        StatementRecord[] statements = [.. old.Record.Statements.Reverse().Select((one, i) => one with { Id = $"s{i + 1}", Content = [.. one.Content.Select(Shorter)] })];
        _store.Add(old with { Version = new ReadingVersion("newer", "m"), Record = old.Record with { Statements = statements } });

        Correction[] corrections = [.. _store.Corrections()];
        Assert.All(corrections, correction => Assert.False(correction.IsLoose));
        StatementFact now = (StatementFact)_store.FindFact(corrections[0].Fact!)!;
        Assert.Equal((StatementKind.Threat, "Oskar Nieminen-Adeyemi"), (now.Kind, now.Speakers[0].Name));
        Assert.Equal((RecordNames.Of(fact.Kind), "threat"), (corrections[0].Before, corrections[0].Value));
    }

    [Fact]
    public void A_correction_that_finds_nothing_is_loose_until_a_reading_has_its_words_again()
    {
        StatementFact fact = Statement();
        Correct(fact.Id, CorrectionField.Kind, "threat");
        ReportReading old = Reading(fact);
        _store.Add(old with { Version = new ReadingVersion("worse", "m"), Record = old.Record with { Statements = [] } });
        Assert.True(Assert.Single(_store.Corrections()).IsLoose);

        _store.Add(old with { Version = new ReadingVersion("better", "m") });
        Assert.Equal(fact.Id, Assert.Single(_store.Corrections()).Fact);
        Assert.Equal(StatementKind.Threat, ((StatementFact)_store.FindFact(fact.Id)!).Kind);
    }

    [Fact]
    public void Merged_actors_are_one_in_lists_names_and_new_readings_until_that_is_taken_back()
    {
        (ActorSummary left, ActorSummary right) = (Actor("Drost"), Actor("Brandt"));
        int facts = _store.Facts(new FactQuery { Actor = left.Key, Limit = 200 }).Items.Count + _store.Facts(new FactQuery { Actor = right.Key, Limit = 200 }).Items.Count;
        int both = _store.Facts(new FactQuery { Actor = left.Key, With = right.Key, Limit = 200 }).Items.Count;
        Correction made = Correct(right.Key, CorrectionField.Actors, left.Key);

        Assert.Equal(left.Key, _store.FindActor(right.Key)!.Key);
        Assert.Equal(facts - both, _store.Facts(new FactQuery { Actor = right.Key, Limit = 200 }).Items.Count);
        Assert.DoesNotContain(_store.Actors(new ActorQuery { Name = "Brandt" }).Items, actor => actor.Key == right.Key);

        ReportReading any = SampleReadings.All().First(reading => _store.FindReport(ReportKey.Of(reading.Report.Id))?.ActorKeys.Values.Contains(left.Key) == true);
        _store.Add(any with { Version = new ReadingVersion("newer", "m") });
        Assert.DoesNotContain(right.Key, _store.FindReport(ReportKey.Of(any.Report.Id))!.ActorKeys.Values);

        _store.Undo(made.Id, "Ruta Hale");
        Assert.Equal(right.Key, _store.FindActor(right.Key)!.Key);
        Assert.Equal((left.Facts, right.Facts), (Actor("Drost").Facts, Actor("Brandt").Facts));
    }

    [Fact]
    public void An_actor_can_be_somebody_else_in_one_report_alone()
    {
        StatementFact fact = Statement();
        string key = fact.Speakers[0].Key!;
        Correction made = _store.Correct(new CorrectionDraft { Fact = key, Report = fact.Report.Key, Field = CorrectionField.ActorHere, Value = "Oskar Nieminen-Adeyemi", Author = "Ruta Hale" });

        Assert.Equal("person/oskar-nieminen-adeyemi", ((StatementFact)_store.FindFact(fact.Id)!).Speakers[0].Key);
        Assert.Contains(_store.Facts(new FactQuery { Speaker = key, Limit = 200 }).Items, other => other.Report.Key != fact.Report.Key);
        _store.Add(Reading(fact) with { Version = new ReadingVersion("newer", "m") });
        Assert.Equal("person/oskar-nieminen-adeyemi", ((StatementFact)_store.FindFact(fact.Id)!).Speakers[0].Key);
        _store.Undo(made.Id, "Ruta Hale");
        Assert.Equal(key, ((StatementFact)_store.FindFact(fact.Id)!).Speakers[0].Key);
    }

    private Correction Correct(string fact, CorrectionField field, string value) => _store.Correct(new CorrectionDraft { Fact = fact, Field = field, Value = value, Author = "Ruta Hale" });

    private static SpanRecord Shorter(SpanRecord span) => span.Text.Length < 4 ? span : new SpanRecord(span.Start, span.End - 1, span.Text[..^1]);

    private static ReportReading Reading(Fact fact) => SampleReadings.All().First(reading => ReportKey.Of(reading.Report.Id) == fact.Report.Key);

    private ActorSummary Actor(string name) => _store.Actors(new ActorQuery { Name = name }).Items[0];

    private StatementRecord InRecord(Fact fact) => _store.FindReport(fact.Report.Key)!.Record.Statements.First(one => fact.Id == fact.Report.Key + "-" + one.Id);

    private StatementFact Statement() => (StatementFact)_store.Facts(new FactQuery { Words = "\"mile of sea\"", Types = [FactType.Statement], Order = FactOrder.Oldest }).Items[0] with { Highlighted = null };
}
