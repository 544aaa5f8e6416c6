using Readout.Actors;
using Readout.Records;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Store.Tests;

/// <summary>What every store does, whatever lies beneath it.</summary>
public abstract class RecordStoreContract
{
    internal abstract IRecordStore Open();

    [Fact]
    public void An_added_report_comes_back_byte_for_byte()
    {
        using IRecordStore store = Open();
        ReportReading reading = Readings.Of("Ada Holm told Bo Lind in Selkow that \U0001F41F belongs to Čapek & <b>Sons</b>.", "Courier", "2023-12-11");
        Assert.Equal(AddOutcome.Added, store.Add(reading));

        StoredReport found = store.FindReport(reading.Report.Id)!;
        Assert.Equal(reading.Report.Text, found.Text);
        Assert.Equal(RecordJson.Write(reading.Record), RecordJson.Write(found.Record));
        Assert.Equal(Readings.Version, found.Version);
        Assert.Equal("person/ada-holm", found.ActorKeys["a1"]);
        Assert.Equal(reading.Raw.ToArray(), store.FindRaw(found.Summary.Key));
    }

    [Fact]
    public void Adding_the_same_reading_again_changes_nothing()
    {
        using IRecordStore store = Open();
        store.Add(Readings.Invented(1));
        long revision = store.Revision;

        Assert.True(store.Holds(Readings.Invented(1).Report.Id, Readings.Version));
        Assert.Equal(AddOutcome.Unchanged, store.Add(Readings.Invented(1)));
        Assert.Equal(revision, store.Revision);
        Assert.Equal(1, store.Status().Reports);
    }

    [Fact]
    public void Another_version_replaces_the_reading_and_drops_what_only_the_old_one_named()
    {
        using IRecordStore store = Open();
        ReportReading old = Readings.Invented(1);
        store.Add(old);
        ReportRecord record = old.Record with { Actors = [old.Record.Actors[0] with { Name = "Ada Holm-Berg" }], Meetings = [] };
        ReportReading better = old with { Record = record, Version = new ReadingVersion("0.2.0", "m1") };

        Assert.False(store.Holds(old.Report.Id, better.Version));
        Assert.Equal(AddOutcome.ReadAgain, store.Add(better));
        Assert.Equal(0, store.Status().Meetings);
        Assert.Equal(1, store.Status().Statements);
        Assert.Null(store.FindActor("person/ada-holm"));
        Assert.NotNull(store.FindActor("person/ada-holm-berg"));
        Assert.Single(store.Facts(new FactQuery { Words = "sail", Types = [FactType.Statement] }).Items);
    }

    [Fact]
    public void A_prefix_means_a_report_only_where_one_has_it()
    {
        using IRecordStore store = Open();
        ReportReading reading = Readings.Invented(1);
        store.Add(reading);

        Assert.NotNull(store.FindReport(reading.Report.Id[7..13]));
        Assert.NotNull(store.FindReport(reading.Report.Id.ToUpperInvariant()[7..]));
        Assert.Null(store.FindReport("abc"));
        Assert.Null(store.FindReport("not hex at all"));
    }

    [Fact]
    public void A_fact_is_found_with_the_words_that_support_it()
    {
        using IRecordStore store = Open();
        ReportReading reading = Readings.Of("\U0001F41F Ada Holm told Bo Lind in Selkow that the fish is ours.", "Courier", "2023-12-11");
        store.Add(reading);

        var statement = (StatementFact)store.FindFact(ReportKey.Of(reading.Report.Id) + "-s1")!;
        Assert.Equal("Ada Holm", Assert.Single(statement.Speakers).Name);
        Assert.Equal("person/bo-lind", Assert.Single(statement.Addressees).Key);
        Assert.Equal("2023-12-11", statement.Day);
        Assert.Equal(
            reading.Record.Statements[0].Content.Concat([reading.Record.Statements[0].Cue!]).Select(span => (span.Start, span.End, span.Text)).Order(),
            statement.Spans.Where(span => span.Role is "content" or "cue").Select(span => (span.Start, span.End, span.Text)).Order());

        var commitment = (CommitmentFact)store.FindFact(ReportKey.Of(reading.Report.Id) + "-c1")!;
        Assert.Equal(statement.Id, commitment.Statement);
        Assert.Equal(48e6, commitment.Amount!.Value);
        Assert.Null(store.FindFact("8eb030292736-s9"));
        Assert.Null(store.FindFact("nonsense"));
    }

    [Fact]
    public void Parts_of_a_list_meet_without_gap_or_overlap_in_both_directions()
    {
        using IRecordStore store = Open();
        for (int i = 0; i < 30; i++)
        {
            // Three reports a day, so that the cursor also stands inside days.
            store.Add(Readings.Of($"Ada Holm told Bo Lind in Selkow that ship {i} sails.", "Courier", $"2023-01-{1 + (i / 3):00}"));
        }

        foreach (FactOrder order in (FactOrder[])[FactOrder.Newest, FactOrder.Oldest, FactOrder.Relevance])
        {
            var query = new FactQuery { Types = [FactType.Statement], Order = order, Limit = 7, Words = order == FactOrder.Relevance ? "ship" : null };
            List<Fact> all = All(store, query);
            Assert.Equal(30, all.Select(fact => fact.Id).Distinct().Count());
            Assert.Equal(30, all.Count);
            if (order != FactOrder.Relevance)
            {
                IEnumerable<string> days = all.Select(fact => fact.Day);
                Assert.Equal(order == FactOrder.Oldest ? days.Order(StringComparer.Ordinal) : days.OrderDescending(StringComparer.Ordinal), days);
            }
        }

        Assert.Equal(30, AllReports(store));
    }

    [Theory]
    [InlineData("holm", null, 3)]
    [InlineData("ADA", null, 3)]
    [InlineData("person/ada-holm", null, 3)]
    [InlineData("lind", null, 0)]
    [InlineData(null, "lind", 3)]
    [InlineData("hol", null, 0)]
    [InlineData("nobody", null, 0)]
    public void Speakers_and_addressees_are_found_by_key_or_by_words_of_a_name(string? speaker, string? to, int expected)
    {
        using IRecordStore store = Open();
        AddThree(store);
        Assert.Equal(expected, store.Facts(new FactQuery { Speaker = speaker, To = to }).Items.Count);
    }

    [Theory]
    [InlineData("fish", 1)]
    [InlineData("FISH freight", 0)]
    [InlineData("fish OR freight", 2)]
    [InlineData("strait*", 1)]
    [InlineData("\"sarn strait\"", 1)]
    [InlineData("\"strait sarn\"", 0)]
    [InlineData("belongs -fish", 2)]
    [InlineData("NEAR(freight strait, 3)", 1)]
    [InlineData("NEAR(freight strait, 1)", 0)]
    [InlineData("capek", 1)]
    [InlineData("\"unclosed fish", 0)]
    [InlineData("fish\" AND (", 0)]
    [InlineData("words:fish", 0)]
    [InlineData("{fish} ^fish", 1)]
    public void Words_are_searched_and_never_read_as_syntax(string words, int expected)
    {
        using IRecordStore store = Open();
        AddThree(store);
        foreach (FactOrder order in Enum.GetValues<FactOrder>())
        {
            Assert.Equal(expected, store.Facts(new FactQuery { Words = words, Types = [FactType.Statement], Order = order }).Items.Count);
        }
    }

    [Fact]
    public void Found_words_are_marked_inside_the_quotation()
    {
        using IRecordStore store = Open();
        AddThree(store);
        Fact fact = Assert.Single(store.Facts(new FactQuery { Words = "fishing", Types = [FactType.Statement] }).Items);
        Assert.Equal("that the \u0002fish\u0003 belongs to all", fact.Highlighted);
    }

    [Theory]
    [InlineData("2023", "2023", 2)]
    [InlineData("2023-12", null, 2)]
    [InlineData("2023-12-12", null, 2)]
    [InlineData(null, "2023-11", 1)]
    [InlineData(null, "2023-12", 2)]
    [InlineData("2024", null, 1)]
    public void Days_narrow_by_year_month_or_day_inclusive(string? since, string? until, int expected)
    {
        using IRecordStore store = Open();
        AddThree(store);
        Assert.Equal(expected, store.Facts(new FactQuery { Since = since, Until = until, Types = [FactType.Statement] }).Items.Count);
        Assert.Equal(expected, store.Reports(new ReportQuery { Since = since, Until = until }).Items.Count);
    }

    [Theory]
    [InlineData("since")]
    [InlineData("cursor")]
    [InlineData("report")]
    [InlineData("words")]
    public void A_query_that_cannot_be_understood_names_its_field(string field)
    {
        using IRecordStore store = Open();
        var query = new FactQuery
        {
            Since = field == "since" ? "2023-13-45" : null,
            Cursor = field == "cursor" ? "'; drop table fact" : null,
            Report = field == "report" ? "zz" : null,
            Words = field == "words" ? "-only -without" : null,
        };
        Assert.Equal(field, Assert.Throws<QueryException>(() => store.Facts(query)).Field);
    }

    [Fact]
    public void Facets_count_all_that_matches()
    {
        using IRecordStore store = Open();
        AddThree(store);
        FactFacets facets = store.Facets(new FactQuery { Limit = 1 });
        Assert.Equal(9, facets.Total);
        Assert.Equal(3, facets.Types.Single(facet => facet.Value == "meeting").Count);
        Assert.Equal([("Courier", 6), ("Review", 3)], facets.Outlets.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal(["2023-11", "2023-12", "2024-01"], facets.Months.Select(facet => facet.Value));
        Facet speaker = Assert.Single(facets.Speakers);
        Assert.Equal(("person/ada-holm", "Ada Holm", 3), (speaker.Value, speaker.Label, speaker.Count));
    }

    [Fact]
    public void Facets_without_and_with_a_filter_count_alike()
    {
        using IRecordStore store = Open();
        AddThree(store);
        FactFacets plain = store.Facets(new FactQuery());
        FactFacets filtered = store.Facets(new FactQuery { Since = "0001" });
        Assert.Equal(plain.Types, filtered.Types);
        Assert.Equal(plain.Kinds, filtered.Kinds);
        Assert.Equal(plain.Speakers, filtered.Speakers);
        Assert.Equal(plain.Outlets, filtered.Outlets);
        Assert.Equal(plain.Months, filtered.Months);
        Assert.Empty(store.Facets(new FactQuery { Types = [FactType.Meeting] }).Speakers);
    }

    [Fact]
    public void Within_one_month_facts_are_counted_by_day()
    {
        using IRecordStore store = Open();
        AddThree(store);
        FactFacets facets = store.Facets(new FactQuery { Since = "2023-12", Until = "2023-12" });
        Assert.Equal([new Facet("2023-12-12", "2023-12-12", 3)], facets.Months);
    }

    [Fact]
    public void Partners_share_facts()
    {
        using IRecordStore store = Open();
        AddThree(store);
        Assert.Equal([new Facet("person/bo-lind", "Bo Lind", 6)], store.Partners("person/ada-holm", 5));
        Assert.Empty(store.Partners("person/nobody", 5));
    }

    [Fact]
    public void An_actor_has_offices_from_the_first_report_to_the_last_and_places_of_meetings()
    {
        using IRecordStore store = Open();
        AddThree(store);
        OfficeHeld office = Assert.Single(store.Offices("person/ada-holm"));
        Assert.Equal(("minister", null, "2023-11-30", "2024-01-05", 3), (office.Office, office.State, office.First, office.Last, office.Reports));
        MeetingPlace place = Assert.Single(store.MeetingPlaces("person/bo-lind"));
        Assert.Equal(("Selkow", null, 1.5, null), (place.Name, place.Country, place.Latitude, place.Longitude));
        Assert.InRange(place.Meetings, 1, 3);
        Assert.Empty(store.Offices("person/nobody"));
        Assert.Empty(store.MeetingPlaces("person/nobody"));
    }

    [Fact]
    public void Facts_are_counted_over_time_in_the_steps_asked_for()
    {
        using IRecordStore store = Open();
        AddThree(store);
        Assert.Equal([("2023", 6), ("2024", 3)], store.Spread(new FactQuery(), TimeScale.Year).GroupBy(count => count.Step).Select(step => (step.Key, step.Sum(count => count.Count))));
        Assert.Equal([new TimeCount("202", FactType.Meeting, 3)], store.Spread(new FactQuery { Actor = "person/bo-lind", Types = [FactType.Meeting] }, TimeScale.Decade));
        Assert.Equal([new TimeCount("2023-12-12", FactType.Statement, 1)], store.Spread(new FactQuery { Types = [FactType.Statement], Since = "2023-12", Until = "2023-12" }, TimeScale.Day));
        Assert.Empty(store.Spread(new FactQuery { On = "2023" }, TimeScale.Day));
        Assert.Equal(3, store.Facts(new FactQuery { On = "2023-12-12" }).Items.Count);
    }

    [Fact]
    public void Places_and_states_narrow()
    {
        using IRecordStore store = Open();
        AddThree(store);
        PlaceSummary place = Assert.Single(store.Places(5));
        Assert.Equal(new PlaceSummary("Selkow", null, 1.5, null, 3, 0), place with { Longitude = null });
        Assert.Equal(place, store.FindPlace("-/Selkow"));
        Assert.Null(store.FindPlace("NOR/Selkow"));
        Assert.Equal(3, store.Facts(new FactQuery { Place = "Selkow" }).Items.Count);
        Assert.Equal(3, store.Facts(new FactQuery { Place = place.Key }).Items.Count);
        Assert.Empty(store.Facts(new FactQuery { Place = "NOR/Selkow" }).Items);
        Assert.Equal(["person/ada-holm", "person/bo-lind"], store.ActorsAt(place.Key, 5).Select(actor => actor.Value).Order());

        ReportReading reading = Readings.Invented(50);
        store.Add(reading with { Record = reading.Record with { Actors = [reading.Record.Actors[0] with { Name = "Ada Norholm", State = "NOR" }, reading.Record.Actors[1]] } });
        Assert.Equal(3, store.Facts(new FactQuery { Country = "NOR" }).Items.Count);
        Assert.Empty(store.Facts(new FactQuery { Country = "PER" }).Items);
        Assert.Empty(store.Facts(new FactQuery { Country = "Nowhere at all" }).Items);
    }

    [Fact]
    public void Outlets_are_counted_and_what_two_of_them_report_is_shared()
    {
        using IRecordStore store = Open();
        AddThree(store);
        OutletSummary courier = store.Outlets()[0];
        Assert.Equal(("Courier", 2, 2, "2023-11-30", "2023-12-12"), (courier.Name, courier.Reports, courier.Statements, courier.First, courier.Last));

        const string Told = "Ada Holm told Bo Lind in Selkow that the lighthouse keepers of the northern islands would be paid in full before winter.";
        store.Add(Readings.Of(Told, "Courier", "2023-03-01"));
        store.Add(Readings.Of(Told + " ", "Review", "2023-03-02"));
        Assert.Contains("lighthouse", Assert.Single(store.Shared("Review", 5)).Words, StringComparison.Ordinal);
        Assert.Single(store.Shared("Courier", 5));
        Assert.Empty(store.Shared("Nobody", 5));
    }

    [Fact]
    public void An_actor_is_one_across_reports_and_an_unnamed_source_is_not()
    {
        using IRecordStore store = Open();
        AddThree(store);
        ReportReading anonymous = Readings.Invented(9);
        store.Add(anonymous with
        {
            Record = anonymous.Record with { Actors = [anonymous.Record.Actors[0] with { Type = ActorType.Unnamed, Name = "an official" }, anonymous.Record.Actors[1]] },
        });

        ActorSummary holm = store.FindActor("person/ada-holm")!;
        Assert.Equal((3, 3), (holm.Reports, holm.Statements));
        Assert.Equal("minister", holm.Office);
        Assert.Equal(4, store.FindActor("person/bo-lind")!.Reports);
        Assert.Equal(["Ada Holm", "Bo Lind"], store.Actors(new ActorQuery()).Items.Select(actor => actor.Name).Order(StringComparer.Ordinal));
        Assert.NotNull(store.FindActor($"report/{ReportKey.Of(anonymous.Report.Id)}/a1"));
    }

    [Fact]
    public void Lone_surrogates_and_nulls_do_no_harm()
    {
        using IRecordStore store = Open();
        ReportReading reading = Readings.Of("Ada Holm told Bo Lind in Selkow that \uD83D is half \0 a fish.");
        Assert.Equal(AddOutcome.Added, store.Add(reading));
        StoredReport found = store.FindReport(reading.Report.Id)!;
        Assert.Equal(reading.Report.Text.Length, found.Text.Length);
        Assert.Single(store.Facts(new FactQuery { Words = "half", Types = [FactType.Statement] }).Items);
    }

    [Fact]
    public void Many_threads_may_write_and_read_at_once()
    {
        using IRecordStore store = Open();
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            store.Add(Readings.Invented(i % 20));
            store.Facts(new FactQuery { Words = "patrol" });
        });
        Assert.Equal(20, store.Status().Reports);
    }

    private static void AddThree(IRecordStore store)
    {
        store.Add(Readings.Of("Ada Holm told Bo Lind in Selkow that the fish belongs to all.", "Courier", "2023-11-30"));
        store.Add(Readings.Of("Ada Holm told Bo Lind in Selkow that freight in the Sarn Strait belongs to Čapek.", "Courier", "2023-12-12T10:00+02:00"));
        store.Add(Readings.Of("Ada Holm told Bo Lind in Selkow that nothing belongs to them.", "Review", "2024-01-05"));
    }

    private static List<Fact> All(IRecordStore store, FactQuery query)
    {
        var all = new List<Fact>();
        for (Page<Fact> page = store.Facts(query); ; page = store.Facts(query with { Cursor = page.Next }))
        {
            Assert.True(page.Items.Count <= query.Limit);
            all.AddRange(page.Items);
            if (page.Next is null)
            {
                return all;
            }
        }
    }

    private static int AllReports(IRecordStore store)
    {
        int count = 0;
        string? cursor = null;
        do
        {
            Page<ReportSummary> page = store.Reports(new ReportQuery { Limit = 7, Cursor = cursor });
            count += page.Items.Count;
            cursor = page.Next;
        }
        while (cursor is not null);
        return count;
    }
}
