using Readout.Actors;
using Readout.Attribution;
using Readout.Parsing;

namespace Readout.Events;

/// <summary>
/// Makes events of statements whose kind PLOVER has a type for: an accusation accuses, a request requests (codebook, REQUEST, ACCUSE, REJECT,
/// THREATEN, SUPPORT, AGREE). Assertions, denials and forecasts are no PLOVER events.
/// </summary>
internal static class SpeechEvents
{
    /// <summary>Adds an event for each such statement whose sentence has told of none of its type by then.</summary>
    public static void Add(SceneIndex index, IReadOnlyList<Statement> statements, List<EventDraft> drafts)
    {
        foreach (Statement statement in statements)
        {
            if (TypeOf(statement.Kind) is { } type && statement.Speakers.Count > 0 && statement.Speakers[0].Actor >= 0)
            {
                EventDraft draft = Draft(index, statement, type);
                bool known = drafts.Exists(other => other.Type == type && index.Tokens.SentenceOf(other.Row) == index.Tokens.SentenceOf(draft.Row));
                if (!known && (type == "AGREE" || draft.Recipients.Count > 0))
                {
                    drafts.Add(draft);
                }
            }
        }
    }

    private static string? TypeOf(StatementKind kind) => kind switch
    {
        StatementKind.Accusation => "ACCUSE",
        StatementKind.Request => "REQUEST",
        StatementKind.Rejection => "REJECT",
        StatementKind.Threat => "THREATEN",
        StatementKind.Support => "SUPPORT",
        StatementKind.Promise or StatementKind.Proposal => "AGREE",
        _ => null,
    };

    private static EventDraft Draft(SceneIndex index, Statement statement, string type)
    {
        var actors = new List<int>();
        foreach (ActorReference speaker in statement.Speakers)
        {
            if (speaker.Actor >= 0)
            {
                SceneIndex.AddOnce(actors, speaker.Actor);
            }
        }

        var recipients = new List<int>();
        foreach (ActorReference addressee in statement.Addressees)
        {
            if (addressee.Actor >= 0 && !actors.Contains(addressee.Actor))
            {
                SceneIndex.AddOnce(recipients, addressee.Actor);
            }
        }

        if (recipients.Count == 0 && Subject(index, statement, actors) is >= 0 and var subject)
        {
            recipients.Add(subject);
        }

        int row = Math.Min(index.Tokens.RowAt((statement.Cue ?? statement.Content[0]).Start), index.Tokens.Count - 1);
        return new EventDraft
        {
            Type = type,
            Actors = actors,
            Recipients = recipients,
            Trigger = statement.Cue ?? statement.Content[0],
            Row = row,
            Time = statement.Time,
            Status = EventStatus.Past,
            Source = EventSource.Speech,
        };
    }

    // Whom the content is about: the first state, organisation or person in it that is named and does not speak.
    private static int Subject(SceneIndex index, Statement statement, List<int> actors)
    {
        int end = statement.Content[0].End;
        for (int row = index.Tokens.RowAt(statement.Content[0].Start); row < index.Tokens.Count && index.Tokens.Starts[row] < end; row++)
        {
            int actor = index.Parse.Relations[row].Universal() is DependencyRelation.Nsubj or DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Nmod ? index.ActorAt(row) : -1;
            if (actor >= 0 && !actors.Contains(actor) && index.Scene.Actors.Actors[actor].Type is ActorType.State or ActorType.Organization or ActorType.Person)
            {
                return actor;
            }
        }

        return -1;
    }
}
