using Readout.Store;
using Readout.Store.Facts;
using Readout.Store.Queries;

namespace Readout.Server.Facts;

/// <summary>Other reports of the same words: statements that share most of their words with one, found by its rarest words.</summary>
internal static class Wordings
{
    private const int WordsSearched = 8;
    private const int Candidates = 50;

    // Share of the shorter statement's words that the longer one has. Read off all pairs of statements of different reports in the
    // nineteen expected records of the samples: at and above these values a pair tells the same; of those below, the nearest that does
    // not tell the same has 0.69 without a common speaker. A quotation that was translated anew (0.67 of three words) is lost.
    private const double LeastShared = 0.75;
    private const double LeastSharedOfOneSpeaker = 0.6;
    private const int LeastWords = 4;

    /// <summary>The statement's other wordings, nearest first.</summary>
    public static IReadOnlyList<Fact> Find(IRecordStore store, StatementFact statement)
    {
        HashSet<string> words = Of(statement.Words);
        string[] longest = [.. words.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(WordsSearched)];
        if (longest.Length < LeastWords)
        {
            return [];
        }

        var query = new FactQuery { Words = string.Join(" OR ", longest), Types = [FactType.Statement], Order = FactOrder.Relevance, Limit = Candidates };
        return
        [
            .. store.Facts(query).Items.OfType<StatementFact>()
                .Where(other => other.Id != statement.Id)
                .Select(other => (Other: other, Shared: Shared(words, Of(other.Words))))
                .Where(pair => pair.Shared >= (HasSpeakerOf(pair.Other, statement) ? LeastSharedOfOneSpeaker : LeastShared))
                .OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Other.Day, StringComparer.Ordinal).ThenBy(pair => pair.Other.Id, StringComparer.Ordinal)
                .Select(pair => pair.Other with { Highlighted = null }),
        ];
    }

    private static bool HasSpeakerOf(StatementFact left, StatementFact right) =>
        left.Speakers.Any(speaker => speaker.Key is not null && right.Speakers.Any(other => other.Key == speaker.Key));

    /// <summary>True where two statements tell the same.</summary>
    public static bool IsSame(StatementFact left, StatementFact right) =>
        Shared(Of(left.Words), Of(right.Words)) >= (HasSpeakerOf(left, right) ? LeastSharedOfOneSpeaker : LeastShared);

    /// <summary>True where two texts of common actors tell the same.</summary>
    public static bool IsSame(string left, string right) => Shared(Of(left), Of(right)) >= LeastSharedOfOneSpeaker;

    private static double Shared(HashSet<string> left, HashSet<string> right)
    {
        int least = Math.Min(left.Count, right.Count);
        return least < LeastWords ? 0 : left.Count(right.Contains) / (double)least;
    }

    private static HashSet<string> Of(string words) =>
        [.. ActorIdentity.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 3 || word.Any(char.IsAsciiDigit))];
}
