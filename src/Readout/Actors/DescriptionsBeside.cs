using Readout.Entities;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>The descriptions that stand beside a person's name and mean the same person, by the tree and by commas.</summary>
internal sealed class DescriptionsBeside
{
    // "The president of the League (PLM), NAME": a short form in brackets.
    private const int LongestBracket = 3;

    private const int LongestDescription = 8;

    private readonly LinkingState _state;
    private readonly Dictionary<int, int> _byHead = [];
    private readonly Dictionary<int, int> _byFirst = [];
    private readonly Dictionary<int, int> _byEnd = [];

    public DescriptionsBeside(LinkingState state)
    {
        _state = state;
        for (int i = 0; i < state.Mentions.Count; i++)
        {
            if (state.Mentions[i] is { Kind: MentionKind.Nominal, Type: not EntityType.Organization } && !state.IsPlural(i))
            {
                _byHead.TryAdd(state.Mentions[i].Head, i);
                _byFirst.TryAdd(state.Mentions[i].First, i);
                _byEnd.TryAdd(state.Mentions[i].End, i);
            }
        }
    }

    /// <summary>The descriptions of a name, each once.</summary>
    public List<int> Of(int name)
    {
        var found = new List<int>(1);
        if (IsAround(name, out int around))
        {
            found.Add(around);
        }

        if (TitleReader.Apposition(_state.Parse, _state.Mentions[name]) is { } head && _byHead.TryGetValue(head, out int nominal))
        {
            AddOnce(found, nominal);
        }
        else if (IsSetBehind(name, out nominal) || IsSetBefore(name, out nominal))
        {
            AddOnce(found, nominal);
        }

        if (found.Count == 1)
        {
            AddConjunct(found);
        }

        return found;
    }

    private static void AddOnce(List<int> found, int nominal)
    {
        if (!found.Contains(nominal))
        {
            found.Add(nominal);
        }
    }

    // "Director of Selkow Airlines NAME": a description that the name closes, its own noun before "of".
    private bool IsAround(int name, out int nominal)
    {
        Mention own = _state.Mentions[name];
        return _byEnd.TryGetValue(own.End, out nominal) && _state.Mentions[nominal].Head < own.First - 1 && own.First > 0
            && _state.Titles[nominal] is { Office: not null } && char.IsUpper(_state.Parse.Tokens.Form(_state.Mentions[nominal].Head)[0])
            && _state.Parse.Tokens.Form(_state.Mentions[nominal].Head + 1) is "of" && char.IsUpper(_state.Parse.Tokens.Form(own.First - 1)[0])
            && _state.Parse.ChildWith(_state.Mentions[nominal].Head, DependencyRelation.Conj) < 0;
    }

    // "Kaldor, energy minister and also current head of the League, said": what is joined to the first description, with an office of its own.
    private void AddConjunct(List<int> found)
    {
        int conjunct = _state.Parse.ChildWith(_state.Mentions[found[0]].Head, DependencyRelation.Conj);
        if (conjunct >= 0 && _byHead.TryGetValue(conjunct, out int second) && second != found[0] && _state.Keys[second] is null && _state.Titles[second] is { Office: not null }
            && _state.Parse.ChildWith(conjunct, DependencyRelation.Appos) < 0)
        {
            found.Add(second);
        }
    }

    // "The president of Maravene, Ildiko Brandt-Okafor, ..." and "the ousted Maravenian leader Ildiko Brandt-Okafor": an office and a name
    // between commas or side by side, whatever the parser made of them; at the head of a sentence the second comma may be missing.
    private bool IsSetBehind(int name, out int nominal)
    {
        TokenTable tokens = _state.Parse.Tokens;
        (int first, int end) = (BeforeRank(_state.Mentions[name].First), _state.Mentions[name].End);
        if (_byEnd.TryGetValue(first, out nominal) && _state.Titles[nominal] is { Office: not null })
        {
            return true;
        }

        // "The leader of the Movement (PLM) NAME".
        if (first > 0 && tokens.Form(first - 1) is [')'] && BeforeBracket(first) is var bracket && bracket < first && _byEnd.TryGetValue(bracket, out nominal) && _state.Titles[nominal] is { Office: not null })
        {
            return true;
        }

        nominal = -1;
        return first > 0 && end < tokens.Count && tokens.Form(first - 1) is [','] && _byEnd.TryGetValue(BeforeBracket(first - 1), out nominal)
            && _state.Titles[nominal] is { Office: not null } title
            && ((tokens.Form(end) is [','] or ['.'] && (title.StateWord is not null || _state.Parse.Xpos(_state.Mentions[nominal].First) == "PRP$")) || (OpensSentence(nominal) && _state.Parse.ChildWith(_state.Mentions[nominal].Head, DependencyRelation.Case) < 0));
    }

    // "Kilman, also the island country's foreign minister, ...": between commas behind the name.
    private bool IsSetBefore(int name, out int nominal)
    {
        TokenTable tokens = _state.Parse.Tokens;
        int end = _state.Mentions[name].End;
        nominal = -1;
        if (end + 1 >= tokens.Count || tokens.Form(end) is not [','])
        {
            return false;
        }

        if (_byFirst.TryGetValue(end + 1, out nominal) && _state.Mentions[nominal].End < tokens.Count)
        {
            // A bare office right behind the comma is the name's whatever follows, but for another name: "NAME, deputy prime minister and ...".
            bool isBare = _state.Mentions[nominal].First == _state.Mentions[nominal].Head - _state.Titles[nominal]?.Noun.AsSpan().Count(' ')
                && char.IsLower(tokens.Form(end + 1)[0]) && (tokens.Form(_state.Mentions[nominal].End) is [','] or ['.'] or "and" or ['('] || tokens.Form(_state.Mentions[nominal].Head + 1) is "of" or "for");
            return _state.Titles[nominal] is { Office: not null } title && (isBare || (tokens.Form(_state.Mentions[nominal].End) is [','] && title.StateWord is not null));
        }

        // "Kilman, the trade and labour minister, ...": a description that begins late.
        int comma = end + 1;
        while (comma < tokens.Count && comma <= end + LongestDescription && tokens.Form(comma) is not ([','] or ['.']))
        {
            comma++;
        }

        return comma < tokens.Count && tokens.Form(comma) is [','] && tokens.Form(end + 1) is "the" or "a" or "an" && _byEnd.TryGetValue(comma, out nominal)
            && _state.Mentions[nominal].First > end && _state.Titles[nominal] is { Office: not null } && _state.Parse.Upos.Slice(end + 1, comma - end - 1).IndexOf(UposTag.Verb) < 0;
    }

    // First row of the title right before a name: "Colonel NAME".
    private int BeforeRank(int first)
    {
        TokenTable tokens = _state.Parse.Tokens;
        return first > 1 && tokens.Form(first - 2) is [','] && char.IsUpper(tokens.Form(first - 1)[0]) && _state.Data.Titles.IsTitle(tokens.Form(first - 1)) ? first - 1 : first;
    }

    private int BeforeBracket(int end)
    {
        TokenTable tokens = _state.Parse.Tokens;
        if (end > 0 && tokens.Form(end - 1) is [')'])
        {
            for (int row = end - 2; row > 0 && row >= end - 1 - LongestBracket; row--)
            {
                if (tokens.Form(row) is ['('])
                {
                    return row;
                }
            }
        }

        return end;
    }

    private bool OpensSentence(int nominal)
    {
        int first = _state.Mentions[nominal].First;
        return _state.Parse.Tokens.SentenceStarts[_state.Parse.Tokens.SentenceOf(first)] == first;
    }
}
