using Readout.Actors;
using Readout.Records;
using Readout.Server.Http;
using Readout.Store;
using Readout.Text;

namespace Readout.Server.Reports;

/// <summary>All marks of a report, from its record, in UTF-16 offsets.</summary>
internal sealed class ReportMarks
{
    private readonly StoredReport _report;
    private readonly CodePointMap _map;
    private readonly List<Mark> _marks = [];
    private readonly Dictionary<string, ActorRecord> _actors;

    private ReportMarks(StoredReport report)
    {
        _report = report;
        _map = new CodePointMap(report.Text);
        _actors = report.Record.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
    }

    /// <summary>Marks by start, those that enclose others first.</summary>
    public static IReadOnlyList<Mark> Of(StoredReport report)
    {
        var marks = new ReportMarks(report);
        marks.AddStatements();
        marks.AddOthers();
        marks.AddMentions();
        return [.. marks._marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End).ThenBy(mark => mark.Role)];
    }

    private void AddStatements()
    {
        foreach (StatementRecord statement in _report.Record.Statements)
        {
            string href = $"/statements/{_report.Summary.Key}-{statement.Id}";
            foreach (ActorSpanRecord speaker in statement.Speakers)
            {
                Add(speaker.Span, MarkRole.Source, statement.Id, mark => mark with { Href = ActorHref(speaker.Actor, speaker.Span) });
            }

            foreach (ActorSpanRecord addressee in statement.Addressees)
            {
                Add(addressee.Span, MarkRole.Addressee, statement.Id, mark => mark with { Href = ActorHref(addressee.Actor, addressee.Span) });
            }

            if (statement.Cue is { } cue)
            {
                Add(cue, MarkRole.Cue, statement.Id, mark => mark with { Href = href });
            }

            for (int i = 0; i < statement.Content.Count; i++)
            {
                string? note = i == statement.Content.Count - 1 ? statement.Id[1..] : null;
                Add(statement.Content[i], MarkRole.Content, statement.Id, mark => mark with { Note = note });
            }
        }
    }

    private void AddOthers()
    {
        foreach (MeetingRecord meeting in _report.Record.Meetings)
        {
            for (int i = 0; i < meeting.Evidence.Count; i++)
            {
                string? note = i == 0 ? "M" + meeting.Id[1..] : null;
                Add(meeting.Evidence[i], MarkRole.Evidence, meeting.Id, mark => mark with { Note = note });
            }
        }

        foreach (CommitmentRecord commitment in _report.Record.Commitments)
        {
            Add(commitment.Action, MarkRole.Action, commitment.Id, mark => mark with { Note = "C" + commitment.Id[1..] });
        }

        foreach (TimeRecord time in _report.Record.Times)
        {
            Add(time.Span, MarkRole.Time, null, mark => mark with { Gloss = time.Value });
        }

        foreach (SpanRecord line in _report.Record.Report.Boilerplate)
        {
            Add(line, MarkRole.Boilerplate, null, mark => mark);
        }
    }

    private void AddMentions()
    {
        foreach (ActorRecord actor in _report.Record.Actors)
        {
            HashSet<string> name = [.. Words(actor.Name)];
            string shortest = ShortName(actor, name);
            foreach (SpanRecord mention in actor.Mentions)
            {
                // "He" and "the chancellor" share no word with the name: there the reader is told who is meant.
                bool stands = Words(mention.Text).All(word => !name.Contains(word));
                Add(mention, MarkRole.Mention, null, mark => mark with { Href = Links.Actor(_report.ActorKeys[actor.Id]), Gloss = stands ? shortest : null });
            }
        }
    }

    // The shortest way in which the report itself names the actor: "Drost" for "Matthias Eluwole Drost".
    private static string ShortName(ActorRecord actor, HashSet<string> name) => actor.Type is ActorType.Person
        ? actor.Mentions.Select(mention => mention.Text)
            .Where(text => text.Length > 0 && char.IsUpper(text[0]) && Words(text).All(name.Contains))
            .OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).FirstOrDefault(actor.Name)
        : actor.Name;

    private static string[] Words(string text) => ActorIdentity.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Where a mention of the same actor stands inside the words, that is the link; two links in a row would be one too many.
    private string? ActorHref(string? actor, SpanRecord span) =>
        actor is null || _actors[actor].Mentions.Any(mention => mention.Start < span.End && span.Start < mention.End) ? null : Links.Actor(_report.ActorKeys[actor]);

    private void Add(SpanRecord span, MarkRole role, string? fact, Func<Mark, Mark> complete)
    {
        if (span.End > span.Start && span.End <= _map.CodePoints)
        {
            _marks.Add(complete(new Mark(_map.ToUtf16(span.Start), _map.ToUtf16(span.End), role, fact)));
        }
    }
}
