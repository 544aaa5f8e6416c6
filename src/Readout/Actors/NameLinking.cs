using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>Gives names their keys: what each means by itself, then surnames by the full names of the same report.</summary>
internal sealed class NameLinking
{
    private const int LongestFullName = 8;

    private readonly LinkingState _state;

    public NameLinking(LinkingState state) => _state = state;

    /// <summary>Reads all names.</summary>
    public void Run()
    {
        HashSet<string> states = StatesSpokenOf();
        ReadNames(states);
        ReadSeats();
        JoinSurnames();
        ReadSurnames(states);
    }

    private void ReadNames(HashSet<string> states)
    {
        var polities = new ReportPolities(_state.Parse, _state.Mentions, _state.Titles);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            Mention mention = _state.Mentions[i];
            if (mention.Kind != MentionKind.Name)
            {
                continue;
            }

            bool isSurname = mention.Type == EntityType.Person && mention.End == mention.First + 1;
            _state.Keys[i] = isSurname ? null : _state.Data.Keys.Read(_state.Parse, mention, new PersonContext(_state.Day, states, _state.Titles[i]), out _state.None[i]);
            string? state = polities.Find(_state.Parse, mention, IsStateForm(mention), out bool isPeople);
            if (_state.Keys[i] is null && state is not null)
            {
                (_state.Keys[i], _state.None[i]) = (new ActorKey(ActorType.State, state), false);
            }
            else
            {
                bool isAdjective = _state.Parse.Upos[mention.Head] == UposTag.Adj && _state.Parse.Relations[mention.Head] == DependencyRelation.Amod;
                _state.None[i] |= ((isPeople || isAdjective) && _state.Keys[i] is null) || ActorUses.IsDatelineAgency(_state.Parse.Tokens, mention) || _state.Data.Uses.IsMoney(_state.Parse.Tokens, mention);
            }

            _state.Keys[i] = _state.None[i] ? null : _state.Keys[i];
        }
    }

    // "Brussels" that acts as a state would, where the report is about those who sit there.
    private void ReadSeats()
    {
        HashSet<string>? names = null;
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i].Kind == MentionKind.Name && _state.Keys[i] is { Kind: ActorType.State })
            {
                names ??= [.. Enumerable.Range(0, _state.Mentions.Count).Where(one => _state.Mentions[one].Kind == MentionKind.Name).Select(_state.TextOf)];
                _state.Keys[i] = _state.Data.Keys.Seat(_state.TextOf(i), names) ?? _state.Keys[i];
            }
        }
    }

    // "Republic of Maravene", and what a headline's label in capitals was joined with: "URGENT Maravene".
    private bool IsStateForm(Mention mention)
    {
        ReadOnlySpan<char> first = _state.Parse.Tokens.Form(mention.First);
        ReadOnlySpan<char> last = _state.Parse.Tokens.Form(mention.End - 1);
        return mention.End > mention.First + 1
            && (_state.Parse.Tokens.Form(mention.End - 2).SequenceEqual("of")
                ? _state.Data.Nouns.IsStateForm(first.ToString().ToLowerInvariant())
                : mention.End == mention.First + 2 && first.IndexOfAnyInRange('a', 'z') < 0 && last.IndexOfAnyInRange('a', 'z') >= 0);
    }

    private HashSet<string> StatesSpokenOf()
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            Mention mention = _state.Mentions[i];
            if (mention.Kind == MentionKind.Name && mention.Type != EntityType.Person
                && _state.Data.Titles.StateOf(_state.Parse.Tokens, mention.First, mention.End) is { State: { } state })
            {
                states.Add(state);
            }
        }

        return states;
    }

    // A surname that the report never gives in full is looked up only after those that it does; none is one that a firm of the report bears.
    private void ReadSurnames(HashSet<string> states)
    {
        HashSet<string>? firms = null;
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (!_state.IsPersonName(i) || _state.Keys[i] is not null || _state.None[i])
            {
                continue;
            }

            if (_state.WordsOf(i) is [var only] && _state.Titles[i] is null && (firms ??= FirstWordsOfBodies()).Contains(only))
            {
                continue;
            }

            _state.Keys[i] = _state.Data.Keys.Read(_state.Parse, _state.Mentions[i], new PersonContext(_state.Day, states, _state.Titles[i]), out _state.None[i]);
        }
    }

    // "Matsudo" of "Matsudo Electric".
    private HashSet<string> FirstWordsOfBodies()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i] is { Kind: MentionKind.Name, Type: EntityType.Organization } && _state.WordsOf(i) is { Length: > 1 } name)
            {
                words.Add(name[0]);
            }
        }

        return words;
    }

    // "Brandt-Okafor" is the only person of that surname, or family name put first, whom the report names in full.
    private void JoinSurnames()
    {
        Dictionary<string, ActorKey?> bySuffix = LongerNames();
        var byWord = new Dictionary<string, ActorKey?>(StringComparer.Ordinal);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.IsPersonName(i) && !_state.None[i] && _state.WordsOf(i) is { Length: > 1 } words)
            {
                _state.Keys[i] ??= bySuffix.TryGetValue(string.Join(' ', words), out ActorKey? full) && full is not null ? full : new ActorKey(ActorType.Person, string.Join(' ', words));
                ActorKey key = _state.Keys[i]!.Value;
                foreach (string word in (string[])[words[^1], words[0], string.Join(' ', words[1..])])
                {
                    byWord[word] = byWord.TryGetValue(word, out ActorKey? known) && known != key ? null : key;
                }
            }
        }

        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.IsPersonName(i) && _state.Keys[i] is null && byWord.TryGetValue(string.Join(' ', _state.WordsOf(i)), out ActorKey? key))
            {
                _state.Keys[i] = key;
            }
        }
    }

    // The person whose full name ends in two or more words: "van der Ruyk" is Tomas van der Ruyk; null where several names do.
    private Dictionary<string, ActorKey?> LongerNames()
    {
        var bySuffix = new Dictionary<string, ActorKey?>(StringComparer.Ordinal);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (!_state.IsPersonName(i) || _state.WordsOf(i) is not { Length: > 2 and <= LongestFullName } words)
            {
                continue;
            }

            ActorKey key = _state.Keys[i] ?? new ActorKey(ActorType.Person, string.Join(' ', words));
            for (int first = 1; first < words.Length - 1; first++)
            {
                string suffix = string.Join(' ', words[first..]);
                bySuffix[suffix] = bySuffix.TryGetValue(suffix, out ActorKey? known) && known != key ? null : key;
            }
        }

        return bySuffix;
    }
}
