using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Places;

/// <summary>Tells in reports on sport the clubs that are called by their city ("Motherwell lost") from the cities.</summary>
internal sealed class ClubNames
{
    // Of a hundred words so many are of sport where the report is on sport.
    private const int FewestSportWords = 2;

    private readonly ParsedText _parse;
    private readonly PlaceWords _words;
    private readonly bool _isSport;

    /// <summary>Reads what kind of report it is.</summary>
    public ClubNames(ParsedText parse, PlaceWords words)
    {
        _parse = parse;
        _words = words;
        int sport = 0;
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            sport += words.Is(parse.Tokens.Form(row), "sport") ? 1 : 0;
        }

        _isSport = sport * 100 > FewestSportWords * parse.Tokens.Count;
    }

    /// <summary>Whether the city named by rows [first, end) stands for its club: it has a score, a player before its brackets, or wins, loses, plays.</summary>
    public bool IsClub(int first, int end)
    {
        if (!_isSport)
        {
            return false;
        }

        TokenTable tokens = _parse.Tokens;
        bool isPlayers = first > 0 && end < tokens.Count && tokens.Form(first - 1) is ['('] && tokens.Form(end) is [')'];
        return isPlayers || IsScoreBehind(end) || IsContestant(end - 1);
    }

    // Under a verb such as "beat", itself or joined to what is.
    private bool IsContestant(int row)
    {
        int at = row;
        for (int step = 0; step < 4 && at >= 0; step++)
        {
            int head = _parse.Heads[at];
            if (head < 0)
            {
                return false;
            }

            if (_parse.Relations[at] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj)
            {
                return _words.Is(_parse.Lemma(head), "contest");
            }

            if (_parse.Relations[at] is DependencyRelation.Obl or DependencyRelation.Nmod
                && _parse.ChildWith(at, DependencyRelation.Case) is >= 0 and int preposition && _words.Is(_parse.Tokens.Form(preposition), "versus"))
            {
                return true;
            }

            if (_parse.Relations[at] != DependencyRelation.Conj)
            {
                return false;
            }

            at = head;
        }

        return false;
    }

    // "Motherwell 2-1", "3 - 1".
    private bool IsScoreBehind(int end)
    {
        TokenTable tokens = _parse.Tokens;
        for (int row = end; row < tokens.Count && row < end + 2; row++)
        {
            ReadOnlySpan<char> form = tokens.Form(row);
            if (char.IsAsciiDigit(form[0]) && (form.IndexOf('-') is > 0 and < 3
                || (row + 2 < tokens.Count && tokens.Form(row + 1) is ['-'] && char.IsAsciiDigit(tokens.Form(row + 2)[0]) && form.Length < 3 && tokens.Form(row + 2).Length < 3)))
            {
                return true;
            }
        }

        return false;
    }
}
