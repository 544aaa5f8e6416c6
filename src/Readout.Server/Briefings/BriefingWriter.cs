using Readout.Attribution;
using Readout.Events;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Briefings;

/// <summary>
/// Chooses what a briefing shows. The rule, which the page states: every meeting and commitment; of statements those that commit, refuse,
/// accuse, deny or ask before those that assert, direct quotations before reported ones, more reports of it before fewer; what is new since the last
/// briefing before all that.
/// </summary>
internal sealed class BriefingWriter(IRecordStore store)
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
        BriefedFact[] Lines(IEnumerable<Fact> facts) => [.. Group(facts).Select(Marked)];
        BriefedFact[] statements = Lines(Read(all, FactType.Statement, newSince));

        // What took place tells more than that it was planned: such reports stand for the meeting, the others below them.
        BriefedFact[] meetings = Lines(Read(all, FactType.Meeting, newSince).OrderBy(fact => Settled((MeetingFact)fact)));
        BriefedFact[] commitments = Lines(Read(all, FactType.Commitment, newSince));
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

    // The store compared each fact with those of its days when it came in, and knows what people said is one.
    private static IEnumerable<BriefedFact> Group(IEnumerable<Fact> facts) =>
        facts.GroupBy(fact => (fact.Cluster, fact.Cluster is null ? fact.Id : "")).Select(group => new BriefedFact(group.First(), [.. group.Skip(1)]));
}
