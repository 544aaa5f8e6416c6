using System.Text;
using Readout.Store.Facts;

namespace Readout.Server.Layout;

/// <summary>A fact's words cut to what a list shows, in runs: found words, and the words of what is to be done.</summary>
internal static class MarkedWords
{
    // What FactAsRead puts between the sentences of a fact told in several places.
    private const string Joint = " \u2026 ";

    // U+0002 and U+0003 stand before and after each word found. A report that holds them itself only gets a mark more.
    private const char FoundStart = '\u0002';
    private const char FoundEnd = '\u0003';

    /// <summary>The runs of at most <paramref name="most"/> characters; an ellipsis ends what was cut.</summary>
    public static IReadOnlyList<WordRun> Of(Fact fact, int most)
    {
        string? action = (fact as CommitmentFact)?.Action;
        string text = fact is StatementFact ? fact.Highlighted ?? fact.Words : Telling(fact.Highlighted ?? fact.Words, action);
        (string plain, bool[] found) = Unmarked(text);
        int start = string.IsNullOrEmpty(action) ? -1 : plain.IndexOf(action, StringComparison.Ordinal);
        int end = start < 0 ? -1 : start + action!.Length;
        string cut = Cut(plain, most);
        var runs = new List<WordRun>();
        for (int first = 0, at = 1; at <= cut.Length; at++)
        {
            bool goesOn = at < cut.Length && IsFound(at) == IsFound(first) && IsAction(at) == IsAction(first);
            if (!goesOn)
            {
                runs.Add(new WordRun(cut[first..at], IsFound(first), IsAction(first)));
                first = at;
            }
        }

        return runs;

        bool IsFound(int at) => at < found.Length && found[at];
        bool IsAction(int at) => at >= start && at < end;
    }

    // Of sentences from several places the one with what is to be done, and those with words found; else the first.
    private static string Telling(string text, string? action)
    {
        string[] pieces = text.Split(Joint);
        if (pieces.Length == 1)
        {
            return text;
        }

        bool hasFound = text.Contains(FoundStart, StringComparison.Ordinal);
        IEnumerable<string> kept = pieces.Where(piece => (action is { Length: > 0 } && Unmarked(piece).Plain.Contains(action, StringComparison.Ordinal)) || (hasFound && piece.Contains(FoundStart, StringComparison.Ordinal)));
        return string.Join(Joint, kept) is { Length: > 0 } telling ? telling : pieces[0];
    }

    private static (string Plain, bool[] Found) Unmarked(string text)
    {
        var plain = new StringBuilder(text.Length);
        var found = new List<bool>(text.Length);
        bool isFound = false;
        foreach (char c in text)
        {
            if (c is FoundStart or FoundEnd)
            {
                isFound = c == FoundStart;
                continue;
            }

            plain.Append(c);
            found.Add(isFound);
        }

        return (plain.ToString(), [.. found]);
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int blank = text.LastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + " \u2026";
    }
}
