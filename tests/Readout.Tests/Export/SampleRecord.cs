using Readout.Actors;
using Readout.Commitments;
using Readout.Events;
using Readout.Records;

namespace Readout.Tests.Export;

/// <summary>A record about invented states, as the engine would write it.</summary>
internal static class SampleRecord
{
    public static ReportRecord Create(string published = "2023-12-04", string id = "sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff") => new()
    {
        Report = new ReportHeader { Id = id, Outlet = "MPA", Url = "https://mpa.example/a,b;c", Headline = "Leaders met", Published = published, Language = "en", Characters = 400, Boilerplate = [] },
        Actors =
        [
            Actor("a1", "Ildiko Brandt-Okafor", ActorType.Person, "MAR"),
            Actor("a2", "Matthias Eluwole Drost", ActorType.Person, "QUE"),
            Actor("a3", "Belmarra", ActorType.State, "BEL"),
        ],
        Statements = [],
        Meetings =
        [
            new MeetingRecord { Id = "m1", Participants = ["a1", "a2"], Place = Place(), Time = "2023-12-11", Status = MeetingStatus.Planned, Mode = MeetingMode.InPerson, Host = "a3",
                Occasion = "talks on fish, ice; and \\ the \"Ansel Bank\" programme, which both sides want to sign before the winter", Evidence = [new SpanRecord(10, 20, "first\nsecond")], Confidence = 0.9 },
            new MeetingRecord { Id = "m2", Participants = ["a1", "a2"], Status = MeetingStatus.Held, Mode = MeetingMode.Phone, Evidence = [new SpanRecord(30, 40, "by phone")], Confidence = 0.9 },
        ],
        Commitments =
        [
            new CommitmentRecord { Id = "c1", Kind = CommitmentKind.Agreement, Parties = ["a1", "a2"], Action = new SpanRecord(50, 60, "share the fish"), Period = new Period("2024", "2026"),
                Status = CommitmentStatus.Signed, Evidence = [new SpanRecord(45, 60, "agreed to share the fish")], Confidence = 0.8 },
            new CommitmentRecord { Id = "c2", Kind = CommitmentKind.Promise, Parties = ["a3"], Action = new SpanRecord(70, 80, "pay"), Due = "2023-12-05",
                Status = CommitmentStatus.Done, Evidence = [new SpanRecord(65, 80, "will pay")], Confidence = 0.8 },
        ],
        Events =
        [
            Event("e1", "CONSULT", "phone", EventStatus.Past, ["a1", "a2"], []),
            Event("e2", "AGREE", null, EventStatus.Future, ["a1"], ["a2", "a3"]),
            Event("e3", "ACCUSE", "allege", EventStatus.Past, ["a1"], ["a2", "a3"]),
        ],
        Times = [],
        Places = [Place()],
    };

    private static PlaceRecord Place() => new() { Span = new SpanRecord(5, 15, "Caldermouth"), Name = "Caldermouth", Country = "BEL", Latitude = 50.25, Longitude = -3.5 };

    private static ActorRecord Actor(string id, string name, ActorType type, string state) => new()
    {
        Id = id,
        Name = name,
        Type = type,
        State = state,
        Office = type == ActorType.Person ? "president" : null,
        Sectors = ["GOV"],
        Mentions = [new SpanRecord(0, name.Length, name)],
    };

    private static EventRecord Event(string id, string type, string? mode, EventStatus status, string[] actors, string[] recipients) => new()
    {
        Id = id,
        Type = type,
        Mode = mode,
        Context = ["diplomatic"],
        Actors = actors,
        Recipients = recipients,
        Trigger = new SpanRecord(30, 37, "spoke\tto"),
        Time = "2023-12-04",
        Place = Place(),
        Status = status,
        Confidence = 0.75,
    };
}
