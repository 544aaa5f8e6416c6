using Readout.Attribution;
using Readout.Events;
using Readout.Server.Facts;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Briefings;

/// <summary>
/// Chooses what a briefing shows. The rule, which the page states: every meeting and commitment; of statements those that commit, refuse,
/// accuse, deny or ask before those that assert, direct quotations before reported ones, more reports of it before fewer; what is new since the last
/// briefing before all that.
/// </summary>
internal sealed class BriefingWriter(IRecordStore store, Wordings wordings)
{
    private const int MostStatements = 24;
    private const int MostOthers = 40;

    // More than any kind and form together.
    private const int WeightOfNew = 20;

    /// <summary>The briefing of a query.</summary>
    /// <param name="query">Actor, pair, words and period.</param>
    /// <param name="title">What it is about, in words.</param>
    /// <param name="newSince">Moment of the last briefing, ISO 8601: what was added later is marked and chosen before the rest; null for no marks.</param>
    public Briefing Write(FactQuery query, string title, string? newSince = null)
    {
        FactQuery all = query with { Limit = FactQuery.MaximumLimit, Order = FactOrder.Newest, Cursor = null };
        BriefedFact Marked(BriefedFact line) => line with { IsNew = newSince is not null && line.Others.Append(line.Fact).All(fact => string.CompareOrdinal(fact.Report.AddedAt, newSince) > 0) };
        
        // The store compared each statement with those of its days when it came in, and knows what people said is one.
        BriefedFact[] statements =
        [
            .. Read(all, FactType.Statement, newSince).GroupBy(said => (said.Cluster, said.Cluster is null ? said.Id : "")).Select(group => Marked(new BriefedFact(group.First(), [.. group.Skip(1)]))),
        ];

        // What took place tells more than that it was planned: such reports stand for the meeting, the others below them.
        BriefedFact[] meetings = [.. Group(Read(all, FactType.Meeting, newSince).OrderBy(fact => Settled((MeetingFact)fact)), IsSameMeeting).Select(Marked)];
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        BriefedFact[] commitments = [.. Group(Read(all, FactType.Commitment, newSince), (left, right) => IsSameCommitment(left, right, words)).Select(Marked)];
        return new Briefing
        {
            Title = title,
            Query = query,
            NewSince = newSince,
            Meetings = Choose(meetings, line => line.IsNew ? 1 : 0, MostOthers, line => line.Fact.Day),
            Statements = Choose(statements, line => Weight(line) + (line.IsNew ? WeightOfNew : 0), MostStatements, line => line.Fact.Day),
            Commitments = Choose(commitments, line => line.IsNew ? 1 : 0, MostOthers, line => Due(line.Fact)),
            IsCut = statements.Length > MostStatements || meetings.Length > MostOthers || commitments.Length > MostOthers,
            Considered = Count(statements) + Count(meetings) + Count(commitments),
        };
    }

    // Those that weigh most, of equals the latest, told in order.
    private static BriefedFact[] Choose(BriefedFact[] lines, Func<BriefedFact, int> weight, int most, Func<BriefedFact, string> order) =>
    [
        .. lines.OrderByDescending(weight).ThenByDescending(line => line.Fact.Day, StringComparer.Ordinal).ThenBy(line => line.Fact.Id, StringComparer.Ordinal).Take(most)
            .OrderBy(order, StringComparer.Ordinal).ThenBy(line => line.Fact.Id, StringComparer.Ordinal),
    ];

    // The latest part of a long record, and all that is new, told from the beginning.
    private IEnumerable<Fact> Read(FactQuery all, FactType type, string? newSince)
    {
        FactQuery own = all with { Types = [type] };
        IEnumerable<Fact> latest = store.Facts(own).Items;
        return newSince is null ? latest.Reverse() : latest.Concat(store.Facts(own with { Added = newSince }).Items).DistinctBy(fact => fact.Id).OrderBy(fact => fact.Day, StringComparer.Ordinal);
    }

    private static int Settled(MeetingFact meeting) => meeting.Status switch
    {
        MeetingStatus.Held => 0,
        MeetingStatus.Ongoing => 1,
        MeetingStatus.Cancelled => 2,
        MeetingStatus.Planned => 3,
        _ => 4,
    };

    private static int Count(BriefedFact[] lines) => lines.Sum(line => 1 + line.Others.Count);

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

    private bool IsSameCommitment(Fact left, Fact right, Dictionary<string, string> words) =>
        left is CommitmentFact first && right is CommitmentFact second && first.Report.Key != second.Report.Key
        && Shared(first.Parties, second.Parties) > 0 && HasCommonWords(Folded(first, words), Folded(second, words)) && wordings.AreOne(first, second);

    private static string Folded(CommitmentFact bound, Dictionary<string, string> words)
    {
        if (!words.TryGetValue(bound.Id, out string? folded))
        {
            words.Add(bound.Id, folded = ActorIdentity.Fold(bound.Action));
        }

        return folded;
    }

    // The scorer is thorough; most pairs of commitments have nothing in common and need no scoring. Folded words have a blank at each side.
    private static bool HasCommonWords(string left, string right)
    {
        int words = 0;
        int common = 0;
        for (int start = 1; start < left.Length; words++)
        {
            int end = left.IndexOf(' ', start);
            if (end - start > 3 && right.AsSpan().Contains(left.AsSpan(start - 1, end - start + 2), StringComparison.Ordinal))
            {
                common++;
            }

            start = end + 1;
        }

        return common * 4 >= words;
    }

    private static int Shared(IReadOnlyList<ActorLink> left, IReadOnlyList<ActorLink> right) =>
        left.Count(actor => actor.Key is not null && right.Any(other => other.Key == actor.Key));
}
