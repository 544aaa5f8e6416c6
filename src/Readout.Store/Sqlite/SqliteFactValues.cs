using Dapper;
using Microsoft.Data.Sqlite;
using Readout.Records;
using Readout.Store.Corrections;

namespace Readout.Store.Sqlite;

/// <summary>Sets single values of the rows of one fact, and sets all back to what was read.</summary>
internal sealed class SqliteFactValues(SqliteConnection connection, SqliteTransaction transaction, SqliteFactValues.Place at, FactAsRead read)
{
    /// <summary>Sets all that a correction can change to what was read.</summary>
    public void Restore()
    {
        connection.Execute("update fact set kind = @Kind, status = @Status, verdict = null where id = @Fact", new { at.Fact, read.Kind, read.Status }, transaction);
        SetTime(read.Time);
        SetSpans([.. read.Spans], read.Words);
        SetPlace(read.Place?.Name, read.Place?.Country, read.Place?.Span);
        connection.Execute(
            "update commitment set period_start = @start, period_end = @end, due = @Due, amount = @value, unit = @unit where fact_id = @Fact",
            new { at.Fact, start = read.Period?.Start, end = read.Period?.End, read.Due, value = read.Amount?.Value, unit = read.Amount?.Unit },
            transaction);
        RestoreActors();
    }

    /// <summary>Sets one value, which fits its field.</summary>
    public void Set(CorrectionField field, string value)
    {
        switch (field)
        {
            case CorrectionField.Kind or CorrectionField.Status or CorrectionField.Verdict:
                connection.Execute($"update fact set {RecordNames.Of(field)} = @value where id = @Fact", new { at.Fact, value }, transaction);
                break;
            case CorrectionField.Time:
                SetTime(Known(value));
                break;
            case CorrectionField.Span:
                SpanRecord[] spans = [.. CorrectionSpans.Parse(value)!.Select(span => CorrectionSpans.Of(at.Text, span))];
                SetSpans(spans, FactAsRead.Joined(spans));
                break;
            case CorrectionField.Place:
                SetPlace(Known(value));
                break;
            case CorrectionField.Speaker or CorrectionField.Participants or CorrectionField.Parties:
                SetActors(CorrectionNames.Parse(value));
                break;
            default:
                SetTerm(field, Known(value));
                break;
        }
    }

    private static string? Known(string value) => value == CorrectionTerms.None ? null : value;

    private void RestoreActors()
    {
        if (read.ActorRole is not { } role)
        {
            return;
        }

        RestoreActors(role, read.Actors);
        if (role == "participant")
        {
            RestoreActors("host", read.Host is null ? [] : [(read.Host, null)]);
        }
    }

    private void RestoreActors(string role, IReadOnlyList<(string? Actor, string? Phrase)> actors)
    {
        connection.Execute("delete from fact_actor where fact_id = @Fact and role = @role", new { at.Fact, role }, transaction);
        for (int i = 0; i < actors.Count; i++)
        {
            connection.Execute(
                """
                insert into fact_actor (fact_id, role, ordinal, actor_id, own_id, phrase) select @Fact, @role, @i, x.actor_id, x.own_id, @Phrase
                from (select 1) left join reading_actor x on x.reading_id = @Reading and x.local = @Actor
                """,
                new { at.Fact, role, i, at.Reading, actors[i].Actor, actors[i].Phrase },
                transaction);
        }
    }

    // A phrase that was read for one speaker now stands for the right one: "he" stays "he".
    private void SetActors(IReadOnlyList<string> keys)
    {
        string? phrase = read.ActorRole != "speaker" ? null : connection.QueryFirstOrDefault<string>(
            "select phrase from fact_actor where fact_id = @Fact and role = 'speaker' order by ordinal", new { at.Fact }, transaction);
        var identities = new SqliteIdentities(connection, transaction);
        connection.Execute("delete from fact_actor where fact_id = @Fact and role = @ActorRole", new { at.Fact, read.ActorRole }, transaction);
        for (int i = 0; i < keys.Count; i++)
        {
            long actor = identities.Find(keys[i]) ?? throw new StoreException($"there is no actor {keys[i]} any more");
            connection.Execute(
                "insert into fact_actor (fact_id, role, ordinal, actor_id, phrase) values (@Fact, @ActorRole, @i, @actor, @phrase)", new { at.Fact, read.ActorRole, i, actor, phrase }, transaction);
        }

        // Who was not there did not receive.
        connection.Execute(
            "delete from fact_actor where fact_id = @Fact and role = 'host' and actor_id not in (select actor_id from fact_actor where fact_id = @Fact and role = 'participant')", new { at.Fact }, transaction);
    }

    private void SetTime(string? time) => connection.Execute(
        "update fact set time = @time, day = @day where id = @Fact",
        new { at.Fact, time, day = SortDay.Of(time) is { Length: > 0 } day ? day : SortDay.Of(at.Published) },
        transaction);

    private void SetSpans(SpanRecord[] spans, string words)
    {
        SetEvidence(read.Role, spans);
        connection.Execute("update fact set words = @words where id = @Fact and words <> @words", new { at.Fact, words }, transaction);
        connection.Execute("update commitment set action = @action where fact_id = @Fact", new { at.Fact, action = FactAsRead.Joined(spans) }, transaction);
    }

    // The country is the one that reports most often give a place of this name.
    private void SetPlace(string? name)
    {
        string? country = connection.QueryFirstOrDefault<string>(
            "select country from place_mention where name = @name collate nocase and country is not null group by country order by count(*) desc, country limit 1", new { name }, transaction);
        SetPlace(name, country, name is null ? null : PlaceInText.Find(at.Text, name));
    }

    private void SetPlace(string? name, string? country, SpanRecord? span)
    {
        if (read.ActorRole == "participant")
        {
            connection.Execute("update meeting set place = @name, country = @country where fact_id = @Fact", new { at.Fact, name, country }, transaction);
            SetEvidence("place", span is null ? [] : [span]);
        }
    }

    private void SetTerm(CorrectionField field, string? value)
    {
        (string columns, object values) = field switch
        {
            CorrectionField.Period when CorrectionTerms.Period(value) is var period => ("period_start = @Start, period_end = @End", new { at.Fact, period?.Start, period?.End }),
            CorrectionField.Amount when CorrectionTerms.Amount(value) is var amount => ("amount = @Value, unit = @Unit", new { at.Fact, amount?.Value, amount?.Unit }),
            CorrectionField.Due => ("due = @value", (object)new { at.Fact, value }),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "sets no value of a fact"),
        };
        connection.Execute($"update commitment set {columns} where fact_id = @Fact", values, transaction);
    }

    private void SetEvidence(string role, SpanRecord[] spans)
    {
        connection.Execute("delete from evidence where fact_id = @Fact and role = @role", new { at.Fact, role }, transaction);
        connection.Execute(
            "insert into evidence (fact_id, role, ordinal, start, end) values (@Fact, @role, @i, @Start, @End)",
            spans.Select((span, i) => new { at.Fact, role, i, span.Start, span.End }),
            transaction);
    }

    /// <summary>The rows that are changed.</summary>
    /// <param name="Fact">Row of the fact.</param>
    /// <param name="Reading">Row of its reading.</param>
    /// <param name="Published">When its report was published; null where unknown.</param>
    /// <param name="Text">Text of its report.</param>
    internal readonly record struct Place(long Fact, long Reading, string? Published, string Text);
}
