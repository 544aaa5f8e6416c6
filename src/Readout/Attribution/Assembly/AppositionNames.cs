using Readout.Entities;
using Readout.Parsing;

namespace Readout.Attribution.Assembly;

/// <summary>
/// Finds the name in a source that tells somebody twice, whatever the parser made of it: "JPPM's managing director, Ade Brandt", "Ildiko Brandt, chief of ports,", "a pilot named Brandt".
/// </summary>
internal sealed class AppositionNames(ParsedText parse, IReadOnlyList<Mention> mentions, MentionIndex index)
{
    // Words of the longest name, particles and hyphens included.
    private const int LongestName = 8;

    /// <summary>Rows of the name between commas, brackets or the edges of the phrase; null where there is none.</summary>
    public (int First, int End)? In(int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (IsStart(first, row) && NameEnd(row, end) is > 0 and int stop && (row > first || stop < end))
            {
                return (row, stop);
            }
        }

        return null;
    }

    /// <summary>"The Minister for Information, Communications and the Arts Ade Brandt": the person named last, right behind the words of a title; null for none.</summary>
    public (int First, int End)? Titled(int first, int end)
    {
        for (int i = index.FirstFrom(end) - 1; i >= 0 && mentions[i].First > first; i--)
        {
            Mention it = mentions[i];
            if (it.Kind == MentionKind.Name && it.Type == EntityType.Person && it.End == end)
            {
                return parse.Upos[it.First - 1] is UposTag.Noun or UposTag.Propn && char.IsLetter(parse.Tokens.Form(it.First - 1)[0]) ? (it.First, it.End) : null;
            }
        }

        return null;
    }

    // Behind a comma, or behind "named" and a mark ("a netizen named "Lan Keer"").
    private bool IsStart(int first, int row)
    {
        int before = row > first + 1 && parse.Tokens.Form(row - 1) is "\"" or "“" ? row - 2 : row - 1;
        return row == first || parse.Tokens.Form(row - 1) is "," || (before > first && parse.Tokens.Form(before) is "named" or "called" or "surnamed");
    }

    // End of the name that begins at the row and fills its piece of the phrase; -1 for another word, a place or a people.
    private int NameEnd(int first, int end)
    {
        int row = first;
        while (row < end && row - first < LongestName && (IsNameWord(row) || (row > first && parse.Tokens.Form(row) is "-" or "al" or "de" or "bin" or "van" or "der" or "von" or "da" or "el" or "va")))
        {
            row++;
        }

        int mention = index.At(first);
        bool isOther = mention >= 0 && mentions[mention].Kind == MentionKind.Name && mentions[mention].Type is not (EntityType.Person or EntityType.Unknown or EntityType.Organization);
        bool isWhole = row > first && (row == end || parse.Tokens.Form(row) is "," or "(" or "\"" or "”");
        return isWhole && !isOther && IsNameWord(first) && IsNameWord(row - 1) ? row : -1;
    }

    private bool IsNameWord(int row) => parse.Upos[row] == UposTag.Propn && char.IsUpper(parse.Tokens.Form(row)[0]);
}
