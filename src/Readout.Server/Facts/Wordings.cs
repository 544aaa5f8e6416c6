using System.Globalization;
using Readout.Attribution;
using Readout.Merging;
using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Facts;

/// <summary>Which statements of several reports are one utterance in other words: found by speaker and day, judged by the engine's scorer. Thread-safe.</summary>
internal sealed class Wordings(IRecordStore store, UtteranceScorer scorer)
{
    private const int Candidates = 100;

    /// <summary>The statement's wordings in other reports, likeliest first; none where its speaker is unknown.</summary>
    public IReadOnlyList<Fact> Find(StatementFact statement)
    {
        Wording own = Of(statement);
        if (own.Speakers.Count == 0)
        {
            return [];
        }

        return
        [
            .. store.Facts(Near(own)).Items.OfType<StatementFact>()
                .Where(other => other.Report.Key != statement.Report.Key)
                .Select(other => (Other: other, Score: scorer.Score(own, Of(other))))
                .Where(pair => pair.Score >= scorer.Threshold)
                .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Other.Day, StringComparer.Ordinal).ThenBy(pair => pair.Other.Id, StringComparer.Ordinal)
                .Select(pair => pair.Other with { Highlighted = null }),
        ];
    }

    // The scorer joins what one speaker said within some days; what nobody is known to have said is joined with nothing.
    private static FactQuery Near(Wording own)
    {
        var query = new FactQuery { Types = [FactType.Statement], Speaker = own.Speakers[0], Limit = Candidates };
        return own.Day is { } day
            ? query with
            {
                Since = day.AddDays(-UtteranceScorer.WindowDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Until = day.AddDays(UtteranceScorer.WindowDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }
            : query;
    }

    /// <summary>Whether two commitments name the same act.</summary>
    public bool AreOne(CommitmentFact left, CommitmentFact right) => scorer.AreOne(new Wording { Content = left.Action }, new Wording { Content = right.Action });

    private static Wording Of(StatementFact statement) => new()
    {
        // The store parts spans by an ellipsis, which is not the speaker's.
        Content = statement.Words.Replace(" \u2026 ", " ", StringComparison.Ordinal),
        Speakers = [.. statement.Speakers.Select(speaker => speaker.Key).OfType<string>()],
        Day = DateOnly.TryParseExact(statement.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null,
        IsDirect = statement.Form == StatementForm.Direct,
    };
}
