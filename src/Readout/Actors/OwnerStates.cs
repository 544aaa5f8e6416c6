using Readout.Entities;
using Readout.Parsing;
using Readout.Places;

namespace Readout.Actors;

/// <summary>The state that the words beside an organisation's name give it: "Belmarra's Ministry of Ports", "the Quendrian newspaper Dagen", "Supreme Court of Belmarra".</summary>
internal sealed class OwnerStates(PlaceGazetteer states, ParsedText parse, IReadOnlyList<Mention> mentions)
{
    // Words looked back over, as many as a description before a name has.
    private const int Reach = 5;

    /// <summary>The state of the first of the mentions that has one beside it; null where none has.</summary>
    public string? Of(List<int> own)
    {
        foreach (int i in own)
        {
            Mention mention = mentions[i];
            if (mention.Kind == MentionKind.Name && (Before(mention) ?? Behind(mention)) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private string? Before(Mention mention)
    {
        int start = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(mention.First)];
        for (int row = mention.First - 1; row >= Math.Max(start, mention.First - Reach); row--)
        {
            ReadOnlySpan<char> form = parse.Tokens.Form(row);
            if (form is "'s" or "’s" or "'" or "’")
            {
                return StateEnding(row, start);
            }

            if (states.CountryOfAdjective(form) is { } state)
            {
                return state;
            }

            if (parse.Upos[row] is not (UposTag.Adj or UposTag.Noun or UposTag.Propn or UposTag.Num) || char.IsUpper(form[0]))
            {
                return null;
            }
        }

        return null;
    }

    private string? Behind(Mention mention)
    {
        int end = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(mention.First) + 1];
        if (mention.End + 1 >= end || parse.Tokens.Form(mention.End) is not "of")
        {
            return null;
        }

        int last = mention.End + 1;
        while (last + 1 < end && char.IsUpper(parse.Tokens.Form(last + 1)[0]) && parse.Upos[last + 1] == UposTag.Propn)
        {
            last++;
        }

        return Country(mention.End + 1, last + 1);
    }

    // The state whose name ends before the row: "South Quendria's".
    private string? StateEnding(int end, int start)
    {
        for (int first = Math.Max(start, end - Reach); first < end; first++)
        {
            if (char.IsUpper(parse.Tokens.Form(first)[0]) && Country(first, end) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private string? Country(int first, int end)
    {
        foreach (PlaceEntry place in states.Find(parse.Tokens.Span(first, end).In(parse.Tokens.Text).ToString()))
        {
            if (place.Kind == PlaceKind.Country)
            {
                return place.Country;
            }
        }

        return null;
    }
}
