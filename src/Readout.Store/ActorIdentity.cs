using System.Globalization;
using System.Text;
using Readout.Actors;
using Readout.Records;

namespace Readout.Store;

/// <summary>
/// When two actors of different reports are one: by the gazetteer's key, else by type and normalised name. Unnamed sources,
/// groups and documents are one only within their report ("a senior official" of one report is nobody's known colleague of another).
/// </summary>
public static class ActorIdentity
{
    /// <summary>
    /// The key of an actor across reports, also the end of its page's address: <c>wikidata/Q1</c>, <c>state/RUS</c>,
    /// <c>person/ana-lopez</c>, or <c>report/8eb030292736/a4</c> for an actor of one report.
    /// </summary>
    /// <param name="actor">The actor in the record.</param>
    /// <param name="reportHash"><c>sha256:</c> and 64 hex digits.</param>
    public static string Key(ActorRecord actor, string reportHash)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reportHash);
        if (actor.Wikidata is { Length: > 0 } wikidata)
        {
            return "wikidata/" + wikidata;
        }

        if (actor.Type == ActorType.State && actor.State is { Length: > 0 } state)
        {
            return "state/" + state;
        }

        string name = Fold(actor.Name).Trim().Replace(' ', '-');

        // "Police" of one report and "the government" of another are described, not named: a name has a capital or a digit somewhere.
        bool named = (actor.Type is ActorType.Person or ActorType.State or ActorType.Organization) && HasCapital(actor.Name);
        return named && name.Length > 0
            ? RecordNames.Of(actor.Type) + "/" + name
            : $"report/{ReportKey.Of(reportHash)}/{actor.Id}";
    }

    /// <summary>
    /// Lower case, no accents, every run of what is neither letter nor digit one blank, and a blank at each end, so that
    /// <c>" putin "</c> is found in <c>" vladimir putin "</c> by substring.
    /// </summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var folded = new StringBuilder(name.Length + 2).Append(' ');
        foreach (Rune rune in name.EnumerateRunes())
        {
            Rune lower = Rune.ToLowerInvariant(rune);
            if (LatinFolding.Find(lower) is { } plain)
            {
                folded.Append(plain);
            }
            else if (Rune.IsLetterOrDigit(lower))
            {
                folded.Append(lower.ToString());
            }
            else if (!IsPartOfWord(lower) && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }

    private static bool HasCapital(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            // Letters of scripts without case count: they can show no capital.
            if (Rune.IsUpper(rune) || Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter)
            {
                return true;
            }
        }

        return false;
    }

    // Combining marks and apostrophes part no words: O'Brien is one.
    private static bool IsPartOfWord(Rune rune) =>
        rune.Value is '\'' or '\u2019' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
