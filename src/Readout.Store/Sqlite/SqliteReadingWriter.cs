using Readout.Records;

namespace Readout.Store.Sqlite;

/// <summary>Writes the facts of one reading, each with its actors and spans.</summary>
internal sealed class SqliteReadingWriter(SqliteStatements statements, ReadingRow row)
{
    private readonly Dictionary<string, long> _actors = new(StringComparer.Ordinal);

    private ReportRecord Record => row.Reading.Record;

    public void Write()
    {
        foreach (ActorRecord actor in Record.Actors)
        {
            WriteActor(actor);
        }

        foreach (StatementRecord statement in Record.Statements)
        {
            WriteStatement(statement);
        }

        foreach (MeetingRecord meeting in Record.Meetings)
        {
            WriteMeeting(meeting);
        }

        foreach (CommitmentRecord commitment in Record.Commitments)
        {
            WriteCommitment(commitment);
        }

        foreach (EventRecord happening in Record.Events)
        {
            WriteEvent(happening);
        }

        WriteTimesAndPlaces();
    }

    private void WriteActor(ActorRecord actor)
    {
        string key = ActorIdentity.Key(actor, row.Reading.Report.Id);
        long id = statements.Scalar(
            """
            insert into actor (key, name, type, state, wikidata) values ($key, $name, $type, $state, $wikidata)
            on conflict (key) do update set state = coalesce(state, excluded.state), wikidata = coalesce(wikidata, excluded.wikidata) returning id
            """,
            ("$key", key), ("$name", actor.Name), ("$type", RecordNames.Of(actor.Type)), ("$state", actor.State), ("$wikidata", actor.Wikidata));
        _actors[actor.Id] = id;
        statements.Run("insert or ignore into actor_name (actor_id, folded) values ($actor, $folded)", ("$actor", id), ("$folded", ActorIdentity.Fold(actor.Name)));
        statements.Run(
            "insert into reading_actor (reading_id, local, actor_id, name, office, state, sectors) values ($reading, $local, $actor, $name, $office, $state, $sectors)",
            ("$reading", row.Id), ("$local", actor.Id), ("$actor", id), ("$name", actor.Name), ("$office", actor.Office), ("$state", actor.State),
            ("$sectors", string.Join(' ', actor.Sectors)));
        for (int i = 0; i < actor.Mentions.Count; i++)
        {
            statements.Run(
                "insert into mention (reading_id, local, ordinal, start, end) values ($reading, $local, $ordinal, $start, $end)",
                ("$reading", row.Id), ("$local", actor.Id), ("$ordinal", i), ("$start", actor.Mentions[i].Start), ("$end", actor.Mentions[i].End));
        }
    }

    private void WriteStatement(StatementRecord statement)
    {
        long fact = WriteFact(new FactRow(statement.Id, "statement", RecordNames.Of(statement.Kind), null, statement.Time, statement.Confidence, FactAsRead.Joined(statement.Content)));
        statements.Run(
            "insert into statement (fact_id, form, cue, reason, within) values ($fact, $form, $cue, $reason, $within)",
            ("$fact", fact), ("$form", RecordNames.Of(statement.Form)), ("$cue", statement.Cue?.Text), ("$reason", statement.Reason), ("$within", statement.Within));
        WriteReferences(fact, "speaker", statement.Speakers);
        WriteReferences(fact, "addressee", statement.Addressees);
        WriteActors(fact, "about", statement.About);
        WriteSpans(fact, "cue", statement.Cue is { } cue ? [cue] : []);
        WriteSpans(fact, "content", statement.Content);
    }

    private void WriteMeeting(MeetingRecord meeting)
    {
        long fact = WriteFact(new FactRow(meeting.Id, "meeting", null, RecordNames.Of(meeting.Status), meeting.Time, meeting.Confidence, FactAsRead.Joined(meeting.Evidence)));
        statements.Run(
            "insert into meeting (fact_id, mode, place, country, occasion) values ($fact, $mode, $place, $country, $occasion)",
            ("$fact", fact), ("$mode", RecordNames.Of(meeting.Mode)), ("$place", meeting.Place?.Name), ("$country", meeting.Place?.Country), ("$occasion", meeting.Occasion));
        WriteActors(fact, "participant", meeting.Participants);
        WriteActors(fact, "host", meeting.Host is { } host ? [host] : []);
        WriteSpans(fact, "place", meeting.Place is { } place ? [place.Span] : []);
        WriteSpans(fact, "evidence", meeting.Evidence);
    }

    private void WriteCommitment(CommitmentRecord commitment)
    {
        string? time = Record.Statements.FirstOrDefault(statement => statement.Id == commitment.Statement)?.Time;
        long fact = WriteFact(new FactRow(
            commitment.Id, "commitment", RecordNames.Of(commitment.Kind), RecordNames.Of(commitment.Status), time, commitment.Confidence,
            commitment.Evidence.Count > 0 ? FactAsRead.Joined(commitment.Evidence) : commitment.Action.Text));
        statements.Run(
            """
            insert into commitment (fact_id, action, period_start, period_end, due, amount, unit, statement)
            values ($fact, $action, $start, $end, $due, $amount, $unit, $statement)
            """,
            ("$fact", fact), ("$action", commitment.Action.Text), ("$start", commitment.Period?.Start), ("$end", commitment.Period?.End), ("$due", commitment.Due),
            ("$amount", commitment.Amount?.Value), ("$unit", commitment.Amount?.Unit), ("$statement", commitment.Statement));
        WriteActors(fact, "party", commitment.Parties);
        WriteSpans(fact, "action", [commitment.Action]);
        WriteSpans(fact, "evidence", commitment.Evidence);
    }

    private void WriteEvent(EventRecord happening)
    {
        long fact = WriteFact(new FactRow(
            happening.Id, "event", happening.Type, RecordNames.Of(happening.Status), happening.Time, happening.Confidence, happening.Trigger.Text));
        statements.Run(
            "insert into event (fact_id, mode, contexts, place, country) values ($fact, $mode, $contexts, $place, $country)",
            ("$fact", fact), ("$mode", happening.Mode), ("$contexts", string.Join(' ', happening.Context)), ("$place", happening.Place?.Name),
            ("$country", happening.Place?.Country));
        WriteActors(fact, "actor", happening.Actors);
        WriteActors(fact, "recipient", happening.Recipients);
        WriteSpans(fact, "trigger", [happening.Trigger]);
    }

    private long WriteFact(FactRow fact) => statements.Scalar(
        """
        insert into fact (reading_id, report_id, local, type, kind, status, time, day, confidence, words)
        values ($reading, $report, $local, $type, $kind, $status, $time, $day, $confidence, $words) returning id
        """,
        ("$reading", row.Id), ("$report", row.Report), ("$local", fact.Local), ("$type", fact.Type), ("$kind", fact.Kind), ("$status", fact.Status),
        ("$time", fact.Time), ("$day", SortDay.Of(fact.Time) is { Length: > 0 } day ? day : SortDay.Of(row.Reading.Report.Published)),
        ("$confidence", fact.Confidence), ("$words", fact.Words));

    private void WriteReferences(long fact, string role, IReadOnlyList<ActorSpanRecord> references)
    {
        for (int i = 0; i < references.Count; i++)
        {
            WriteActor(fact, role, i, (references[i].Actor, references[i].Span.Text));
        }

        WriteSpans(fact, role, [.. references.Select(reference => reference.Span)]);
    }

    private void WriteActors(long fact, string role, IReadOnlyList<string> actors)
    {
        for (int i = 0; i < actors.Count; i++)
        {
            WriteActor(fact, role, i, (actors[i], null));
        }
    }

    private void WriteActor(long fact, string role, int ordinal, (string? Local, string? Phrase) actor) => statements.Run(
        "insert into fact_actor (fact_id, role, ordinal, actor_id, phrase) values ($fact, $role, $ordinal, $actor, $phrase)",
        ("$fact", fact), ("$role", role), ("$ordinal", ordinal),
        ("$actor", actor.Local is { } local && _actors.TryGetValue(local, out long id) ? id : null), ("$phrase", actor.Phrase));

    private void WriteSpans(long fact, string role, IReadOnlyList<SpanRecord> spans)
    {
        for (int i = 0; i < spans.Count; i++)
        {
            statements.Run(
                "insert into evidence (fact_id, role, ordinal, start, end) values ($fact, $role, $ordinal, $start, $end)",
                ("$fact", fact), ("$role", role), ("$ordinal", i), ("$start", spans[i].Start), ("$end", spans[i].End));
        }
    }

    private void WriteTimesAndPlaces()
    {
        for (int i = 0; i < Record.Times.Count; i++)
        {
            TimeRecord time = Record.Times[i];
            statements.Run(
                "insert into time_expression (reading_id, ordinal, start, end, type, value, anchored) values ($reading, $ordinal, $start, $end, $type, $value, $anchored)",
                ("$reading", row.Id), ("$ordinal", i), ("$start", time.Span.Start), ("$end", time.Span.End), ("$type", RecordNames.Of(time.Type)), ("$value", time.Value),
                ("$anchored", time.Anchored));
        }

        for (int i = 0; i < Record.Places.Count; i++)
        {
            PlaceRecord place = Record.Places[i];
            statements.Run(
                """
                insert into place_mention (reading_id, ordinal, start, end, name, country, geonames, latitude, longitude)
                values ($reading, $ordinal, $start, $end, $name, $country, $geonames, $latitude, $longitude)
                """,
                ("$reading", row.Id), ("$ordinal", i), ("$start", place.Span.Start), ("$end", place.Span.End), ("$name", place.Name), ("$country", place.Country),
                ("$geonames", place.Geonames), ("$latitude", place.Latitude), ("$longitude", place.Longitude));
        }
    }

    private sealed record FactRow(string Local, string Type, string? Kind, string? Status, string? Time, double Confidence, string Words);
}
