using System.Globalization;
using Readout.Store;
using Readout.Store.Facts;

namespace Readout.Cli.Running;

/// <summary>Facts as short lines of text.</summary>
internal static class FactText
{
    /// <summary>Who did it: speakers, participants, parties or actors.</summary>
    public static string Who(Fact fact) => Names(fact switch
    {
        StatementFact statement => statement.Speakers,
        MeetingFact meeting => meeting.Participants,
        CommitmentFact commitment => commitment.Parties,
        EventFact happening => happening.Actors,
        _ => [],
    });

    /// <summary>To whom, or where.</summary>
    public static string ToWhom(Fact fact) => fact switch
    {
        StatementFact statement => Names(statement.Addressees),
        MeetingFact meeting => meeting.Place ?? "",
        EventFact happening => Names(happening.Recipients),
        _ => "",
    };

    /// <summary>What kind of fact, in one word or two.</summary>
    public static string Kind(Fact fact) => fact switch
    {
        StatementFact statement => RecordNames.Of(statement.Kind),
        MeetingFact meeting => "meeting " + RecordNames.Of(meeting.Status),
        CommitmentFact commitment => $"{RecordNames.Of(commitment.Kind)}, {RecordNames.Of(commitment.Status)}",
        EventFact happening => happening.Plover,
        _ => "",
    };

    /// <summary>What was said, done or agreed, with the words that were searched for between U+0002 and U+0003.</summary>
    public static string What(Fact fact)
    {
        string words = fact.Highlighted ?? fact.Words;
        return fact switch
        {
            CommitmentFact commitment => Due(commitment) is { Length: > 0 } due ? $"{words} ({due})" : words,
            _ => words,
        };
    }

    private static string Due(CommitmentFact commitment)
    {
        string period = commitment.Period is { } known ? $"{known.Start ?? "?"} to {known.End ?? "?"}" : "";
        string due = commitment.Due is { } day ? "due " + day : "";
        string amount = commitment.Amount is { } sum ? sum.Value.ToString("#,0.##", CultureInfo.InvariantCulture) + " " + sum.Unit : "";
        return string.Join(", ", ((string[])[period, due, amount]).Where(part => part.Length > 0));
    }

    private static string Names(IReadOnlyList<ActorLink> actors) => string.Join(", ", actors.Select(actor => actor.Name));
}
