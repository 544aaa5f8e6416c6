using Readout.Attribution;
using Readout.Events;
using Readout.Server.Facts;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Briefings;

/// <summary>
/// Chooses what a briefing shows. The rule, which the page states: every meeting and commitment; of statements those that commit, refuse,
/// accuse, deny or ask before those that assert, direct quotations before reported ones, more reports of it before fewer.
/// </summary>
internal sealed class BriefingWriter(IRecordStore store, Wordings wordings)
{
    private const int MostStatements = 24;
    private const int MostOthers = 40;

    /// <summary>The briefing of a query.</summary>
    /// <param name="query">Actor, pair, words and period.</param>
    /// <param name="title">What it is about, in words.</param>
    public Briefing Write(FactQuery query, string title)
    {
        FactQuery all = query with { Limit = FactQuery.MaximumLimit, Order = FactOrder.Oldest, Cursor = null };
        IReadOnlyList<BriefedFact> statements = Statements(all);

        // What took place tells more than that it was planned: such reports stand for the meeting, the others below them.
        IReadOnlyList<BriefedFact> meetings = Group(store.Facts(all with { Types = [FactType.Meeting] }).Items.OrderBy(fact => Settled((MeetingFact)fact)), IsSameMeeting);
        IReadOnlyList<BriefedFact> commitments = Group(store.Facts(all with { Types = [FactType.Commitment] }).Items, IsSameCommitment);
        return new Briefing
        {
            Title = title,
            Query = query,
            Meetings = [.. meetings.OrderBy(line => line.Fact.Day, StringComparer.Ordinal).Take(MostOthers)],
            Statements = [.. statements.OrderByDescending(Weight).ThenBy(line => line.Fact.Id, StringComparer.Ordinal).Take(MostStatements).OrderBy(line => line.Fact.Day, StringComparer.Ordinal)],
            Commitments = [.. commitments.OrderBy(line => Due(line.Fact), StringComparer.Ordinal).Take(MostOthers)],
            Considered = Count(statements) + Count(meetings) + Count(commitments),
        };
    }

    // The latest part of a long record, told from its beginning.
    private List<BriefedFact> Statements(FactQuery all)
    {
        StatementFact[] said = [.. store.Facts(all with { Types = [FactType.Statement], Order = FactOrder.Newest }).Items.OfType<StatementFact>().Reverse()];
        return [.. wordings.Group(said).Select(group => new BriefedFact(group[0], [.. group.Skip(1)]))];
    }

    private static int Settled(MeetingFact meeting) => meeting.Status switch
    {
        MeetingStatus.Held => 0,
        MeetingStatus.Ongoing => 1,
        MeetingStatus.Cancelled => 2,
        MeetingStatus.Planned => 3,
        _ => 4,
    };

    private static int Count(IReadOnlyList<BriefedFact> lines) => lines.Sum(line => 1 + line.Others.Count);

    private static int Weight(BriefedFact line)
    {
        var said = (StatementFact)line.Fact;
        int weight = said.Kind switch
        {
            StatementKind.Promise or StatementKind.Threat or StatementKind.Rejection => 6,
            StatementKind.Denial or StatementKind.Accusation or StatementKind.Request or StatementKind.Proposal => 5,
            StatementKind.Announcement => 4,
            StatementKind.Support or StatementKind.Expectation => 2,
            _ => 0,
        };
        return weight + (said.Form == StatementForm.Direct ? 3 : said.Form == StatementForm.Mixed ? 2 : 0) + Math.Min(3, line.Others.Count);
    }

    private static string Due(Fact fact) =>
        fact is CommitmentFact bound && (bound.Due ?? bound.Period?.End ?? bound.Period?.Start) is { } due ? SortDay.Of(due) : "9999";

    // Each fact joins the first line that tells the same; a few hundred facts at most.
    private static List<BriefedFact> Group(IEnumerable<Fact> facts, Func<Fact, Fact, bool> isSame)
    {
        var lines = new List<(Fact First, List<Fact> Others)>();
        foreach (Fact fact in facts)
        {
            int line = lines.FindIndex(line => isSame(line.First, fact));
            if (line < 0)
            {
                lines.Add((fact, []));
            }
            else
            {
                lines[line].Others.Add(fact);
            }
        }

        return [.. lines.Select(line => new BriefedFact(line.First, line.Others))];
    }

    private static bool IsSameMeeting(Fact left, Fact right) =>
        left is MeetingFact first && right is MeetingFact second && first.Time is not null && first.Time == second.Time && first.Mode == second.Mode
        && Shared(first.Participants, second.Participants) >= 2;

    private bool IsSameCommitment(Fact left, Fact right) =>
        left is CommitmentFact first && right is CommitmentFact second && first.Report.Key != second.Report.Key
        && Shared(first.Parties, second.Parties) > 0 && HasCommonWords(first.Action, second.Action) && wordings.AreOne(first, second);

    // The scorer is thorough; most pairs of commitments have nothing in common and need no scoring.
    private static bool HasCommonWords(string left, string right)
    {
        string[] words = ActorIdentity.Fold(left).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string other = ActorIdentity.Fold(right);
        int common = words.Count(word => word.Length > 3 && other.Contains(" " + word + " ", StringComparison.Ordinal));
        return common * 4 >= words.Length;
    }

    private static int Shared(IReadOnlyList<ActorLink> left, IReadOnlyList<ActorLink> right) =>
        left.Count(actor => actor.Key is not null && right.Any(other => other.Key == actor.Key));
}
