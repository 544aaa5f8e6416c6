using Readout.Actors;
using Readout.Attribution;
using Readout.Commitments;
using Readout.Events;
using Readout.Places;
using Readout.Text;

namespace Readout.Records;

/// <summary>Translates a document into its record: ids, offsets in the unit asked for, every span with its text.</summary>
public static class RecordBuilder
{
    /// <summary>Builds the record of one document.</summary>
    /// <param name="document">What was read.</param>
    /// <param name="unit">Unit of all offsets.</param>
    /// <param name="includeText">Whether the record carries the report's text.</param>
    public static ReportRecord Build(Document document, OffsetUnit unit = OffsetUnit.CodePoint, bool includeText = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Translation(document, unit).Build(includeText);
    }

    private sealed class Translation(Document document, OffsetUnit unit)
    {
        private readonly CodePointMap? _map = unit == OffsetUnit.CodePoint ? new CodePointMap(document.Report.Text) : null;

        public ReportRecord Build(bool includeText) => new()
        {
            Report = Header(),
            Text = includeText ? document.Report.Text : null,
            Actors = Each(document.Actors.Actors, Actor),
            Statements = Each(document.Statements, Statement),
            Meetings = Each(document.Meetings, Meeting),
            Commitments = Each(document.Commitments, Commitment),
            Events = Each(document.Events, Event),
            Times = Each(document.Times, (time, _) => new TimeRecord { Span = Span(time.Span), Type = time.Type, Value = time.Value, Anchored = time.Anchored }),
            Places = Each(document.Places, (place, _) => Place(place)!),
        };

        private static TTo[] Each<TFrom, TTo>(IReadOnlyList<TFrom> from, Func<TFrom, int, TTo> translate)
        {
            var to = new TTo[from.Count];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = translate(from[i], i);
            }

            return to;
        }

        private static string Id(char prefix, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{index + 1}");

        private static string ActorId(int actor) => Id('a', actor);

        private static string[] ActorIds(IReadOnlyList<int> actors) => Each(actors, (actor, _) => ActorId(actor));

        private int Offset(int utf16) => _map?.ToCodePoint(utf16) ?? utf16;

        private SpanRecord Span(TextSpan span) =>
            new(Offset(span.Start), Offset(span.End), document.Report.Text.Substring(span.Start, span.Length));

        private SpanRecord[] Spans(IReadOnlyList<TextSpan> spans) => Each(spans, (span, _) => Span(span));

        private ActorSpanRecord[] References(IReadOnlyList<ActorReference> references) =>
            Each(references, (reference, _) => new ActorSpanRecord(Span(reference.Span), reference.Actor < 0 ? null : ActorId(reference.Actor)));

        private ReportHeader Header() => new()
        {
            Id = document.Report.Id,
            File = document.Report.File,
            Url = document.Report.Url,
            Outlet = document.Report.Outlet,
            Headline = document.Report.Headline,
            Published = document.Report.Published,
            Language = document.Report.Language,
            Characters = Offset(document.Report.Text.Length),
            Boilerplate = Spans(document.Boilerplate),
        };

        private ActorRecord Actor(Actor actor, int index) => new()
        {
            Id = ActorId(index),
            Name = actor.Name,
            Type = actor.Type,
            Office = actor.Office,
            State = actor.State,
            Cow = actor.Cow,
            Sectors = actor.Sectors,
            Wikidata = actor.Wikidata,
            Mentions = Each(actor.Mentions, (mention, _) =>
                Span(document.Tokens.Span(document.Mentions[mention].First, document.Mentions[mention].End))),
        };

        private StatementRecord Statement(Statement statement, int index) => new()
        {
            Id = Id('s', index),
            Form = statement.Form,
            Kind = statement.Kind,
            Speakers = References(statement.Speakers),
            Cue = statement.Cue is { } cue ? Span(cue) : null,
            Content = Spans(statement.Content),
            Addressees = References(statement.Addressees),
            About = About(statement),
            Time = statement.Time,
            Within = statement.Within < 0 ? null : Id('s', statement.Within),
            Confidence = Math.Round(statement.Confidence, 3),
            Reason = statement.Reason,
        };

        // Actors with a mention inside the content, in order of actor number. Mentions are ordered by their first row, so that only
        // those that begin within a span are looked at: many statements in a long report stay linear.
        private string[] About(Statement statement)
        {
            var about = new SortedSet<int>();
            foreach (TextSpan content in statement.Content)
            {
                for (int mention = FirstMentionFrom(content.Start); mention < document.Mentions.Count; mention++)
                {
                    TextSpan span = document.Tokens.Span(document.Mentions[mention].First, document.Mentions[mention].End);
                    if (span.Start >= content.End)
                    {
                        break;
                    }

                    if (content.Contains(span) && document.Actors.ActorOf(mention) is >= 0 and var actor)
                    {
                        about.Add(actor);
                        about.UnionWith(document.Actors.MembersOf(mention));
                    }
                }
            }

            return ActorIds([.. about]);
        }

        private int FirstMentionFrom(int offset)
        {
            int low = 0;
            int high = document.Mentions.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (document.Tokens.Starts[document.Mentions[middle].First] < offset)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private PlaceRecord? Place(PlaceMention? place) => place is null ? null : new()
        {
            Span = Span(place.Span),
            Name = place.Name,
            Country = place.Country,
            Geonames = place.Geonames,
            Latitude = place.Latitude,
            Longitude = place.Longitude,
        };

        private MeetingRecord Meeting(Meeting meeting, int index) => new()
        {
            Id = Id('m', index),
            Participants = ActorIds(meeting.Participants),
            Place = Place(meeting.Place),
            Time = meeting.Time,
            Status = meeting.Status,
            Mode = meeting.Mode,
            Host = meeting.Host is { } host ? ActorId(host) : null,
            Occasion = meeting.Occasion,
            Evidence = Spans(meeting.Evidence),
            Confidence = Math.Round(meeting.Confidence, 3),
        };

        private CommitmentRecord Commitment(Commitment commitment, int index) => new()
        {
            Id = Id('c', index),
            Kind = commitment.Kind,
            Parties = ActorIds(commitment.Parties),
            Action = Span(commitment.Action),
            Period = commitment.Period,
            Due = commitment.Due,
            Amount = commitment.Amount,
            Status = commitment.Status,
            Statement = commitment.Statement is { } statement ? Id('s', statement) : null,
            Evidence = Spans(commitment.Evidence),
            Confidence = Math.Round(commitment.Confidence, 3),
        };

        private EventRecord Event(EventMention happening, int index) => new()
        {
            Id = Id('e', index),
            Type = happening.Type,
            Mode = happening.Mode,
            Context = happening.Contexts,
            Actors = ActorIds(happening.Actors),
            Recipients = ActorIds(happening.Recipients),
            Trigger = Span(happening.Trigger),
            Time = happening.Time,
            Place = Place(happening.Place),
            Status = happening.Status,
            Confidence = Math.Round(happening.Confidence, 3),
        };
    }
}
