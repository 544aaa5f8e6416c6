using Readout.Coreference;
using Readout.Entities;
using Readout.Tokenization;

namespace Readout.Actors;

/// <summary>
/// Descriptions of several holders by their states: "the Russian and Belarusian presidents", "the foreign ministers of Maravene and Quendria". Where
/// every one of them is known, the mention is theirs together, and so is what its chain says of them in the plural.
/// </summary>
internal sealed class JointDescriptions
{
    private const int MostMembers = 6;
    private const int LongestState = 4;

    private readonly LinkingState _state;
    private readonly ReportHolders _holders;

    public JointDescriptions(LinkingState state, ReportHolders holders)
    {
        _state = state;
        _holders = holders;
    }

    /// <summary>Fills the members of descriptions.</summary>
    public void Run(CorefChains chains)
    {
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i].Kind != MentionKind.Nominal || !_state.IsPlural(i) || _state.Members[i] is not null || _state.Titles[i] is not { } title
                || _state.Data.Uses.IsPartial(_state.Parse, _state.Mentions[i], title) || MembersOf(_state.Mentions[i], title) is not { } members)
            {
                continue;
            }

            _state.Members[i] = members;
            foreach (int other in chains.MentionsOf(chains.ChainOf(i)))
            {
                if (other > i && _state.Keys[other] is null && !_state.None[other] && _state.Members[other] is null && IsSeveral(other))
                {
                    _state.Members[other] = members;
                }
            }
        }
    }

    // "They", "the two leaders".
    private bool IsSeveral(int mention) => _state.Mentions[mention].Kind == MentionKind.Pronoun
        ? _state.Parse.Features(_state.Mentions[mention].Head).Contains("Number=Plur", StringComparison.Ordinal)
        : _state.IsPlural(mention) && _state.Titles[mention] is null or { StateWord: null };

    private ActorKey[]? MembersOf(Mention mention, TitleEvidence title)
    {
        var members = new List<ActorKey>(2);
        foreach ((string? code, string word) in StatesOf(mention, title))
        {
            if (_holders.Describe(title with { State = code, StateWord = word }, isPartial: false) is not { Kind: ActorType.Person } member || members.Contains(member))
            {
                return null;
            }

            members.Add(member);
        }

        return members.Count is > 1 and <= MostMembers ? [.. members] : null;
    }

    // The states that a description lists, before its noun or behind "of"; empty where other words stand among them.
    private List<(string? Code, string Word)> StatesOf(Mention mention, TitleEvidence title)
    {
        TokenTable tokens = _state.Parse.Tokens;
        var states = new List<(string? Code, string Word)>(2);
        int lastEnd = -1;
        for (int row = mention.First; row < mention.End;)
        {
            int end = char.IsUpper(tokens.Form(row)[0]) ? StateAt(row, mention.End, title, out (string? Code, string Word) state) : Nothing(row, out state);
            if (end == row)
            {
                row++;
                continue;
            }

            if (lastEnd >= 0 && !Joins(tokens, lastEnd, row))
            {
                return [];
            }

            states.Add(state);
            row = lastEnd = end;
        }

        return states;
    }

    private int StateAt(int row, int limit, TitleEvidence title, out (string? Code, string Word) state)
    {
        for (int end = Math.Min(limit, row + LongestState); end > row; end--)
        {
            if (_state.Data.Titles.StateOf(_state.Parse.Tokens, row, end) is { } known)
            {
                state = known;
                return end;
            }
        }

        // A state that no gazetteer knows, but whose holder the report names.
        state = (null, _state.Parse.Tokens.Form(row).ToString().ToLowerInvariant());
        return _holders.Describe(title with { State = null, StateWord = state.Word }, isPartial: false) is null ? row : row + 1;
    }

    private static int Nothing(int row, out (string? Code, string Word) state)
    {
        state = default;
        return row;
    }

    private static bool Joins(TokenTable tokens, int first, int end)
    {
        bool joined = false;
        for (int row = first; row < end; row++)
        {
            if (tokens.Form(row) is not ("and" or "," or "&" or "the"))
            {
                return false;
            }

            joined |= tokens.Form(row) is "and" or "," or "&";
        }

        return joined;
    }
}
