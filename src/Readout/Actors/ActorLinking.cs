using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>
/// The linking of one report: gives every mention the key of its actor. A chain whose names mean one actor is that actor's; a chain whose names mean
/// several was joined wrongly and is parted, each pronoun and description going with the name before it. Chains of one actor are joined.
/// </summary>
internal sealed class ActorLinking
{
    // Key of holders of an office whatever their state: "the president" is the only one whom the report names.
    private const string AnyState = "";

    private const int LongestFullName = 8;

    private readonly ActorLinkerData _data;
    private readonly ParsedText _parse;
    private readonly IReadOnlyList<Mention> _mentions;
    private readonly DateOnly? _day;
    private readonly ActorKey?[] _keys;
    private readonly bool[] _none;
    private readonly TitleEvidence?[] _titles;
    private readonly string[]?[] _words;

    public ActorLinking(ActorLinkerData data, ParsedText parse, IReadOnlyList<Mention> mentions, DateOnly? day)
    {
        _data = data;
        _parse = parse;
        _mentions = mentions;
        _day = day;
        _keys = new ActorKey?[mentions.Count];
        _none = new bool[mentions.Count];
        _titles = new TitleEvidence?[mentions.Count];
        _words = new string[]?[mentions.Count];
    }

    /// <summary>Key of each mention; null where it means no actor.</summary>
    public ReadOnlySpan<ActorKey?> Keys => _keys;

    /// <summary>Title or description of each mention; null where it has none.</summary>
    public ReadOnlySpan<TitleEvidence?> Titles => _titles;

    /// <summary>Fills <see cref="Keys"/> and <see cref="Titles"/>.</summary>
    public void Run(CorefChains chains)
    {
        HashSet<string> states = StatesSpokenOf();
        ReadTitles();
        ReadNames(states);
        JoinSurnames();
        ReadSurnames(states);
        for (int chain = 0; chain < chains.Count; chain++)
        {
            LinkChain(chains.MentionsOf(chain), chain);
        }

        JoinAppositions();
        LinkDescriptions(chains);
        NameTheRest(chains);
    }

    // The folded words of a name, which several passes ask for.
    private string[] WordsOf(int mention) => _words[mention] ??= NameFolding.Words(_parse.Tokens.Span(_mentions[mention].First, _mentions[mention].End).In(_parse.Tokens.Text));

    private string TextOf(int mention) =>
        _parse.Tokens.Span(_mentions[mention].First, _mentions[mention].End).In(_parse.Tokens.Text).ToString();

    private void ReadTitles()
    {
        for (int i = 0; i < _mentions.Count; i++)
        {
            Mention mention = _mentions[i];
            _titles[i] = mention.Kind == MentionKind.Nominal ? _data.Titles.OfDescription(_parse, mention)
                : mention.Kind == MentionKind.Name && mention.Type is EntityType.Person or EntityType.Unknown ? _data.Titles.OfName(_parse, mention)
                : null;
        }
    }

    private void ReadNames(HashSet<string> states)
    {
        var polities = new ReportPolities(_parse, _mentions, _titles);
        for (int i = 0; i < _mentions.Count; i++)
        {
            Mention mention = _mentions[i];
            if (mention.Kind != MentionKind.Name)
            {
                continue;
            }

            bool isSurname = mention.Type == EntityType.Person && mention.End == mention.First + 1;
            _keys[i] = isSurname ? null : _data.Keys.Read(_parse, mention, _day, states, out _none[i]);
            string? state = polities.Find(_parse, mention, IsStateForm(mention), out bool isPeople);
            if (_keys[i] is null && state is not null)
            {
                (_keys[i], _none[i]) = (new ActorKey(ActorType.State, state), false);
            }
            else
            {
                bool isAdjective = _parse.Upos[mention.Head] == UposTag.Adj && _parse.Relations[mention.Head] == DependencyRelation.Amod;
                _none[i] |= ((isPeople || isAdjective) && _keys[i] is null) || ActorUses.IsDatelineAgency(_parse.Tokens, mention) || _data.Uses.IsMoney(_parse.Tokens, mention);
            }

            _keys[i] = _none[i] ? null : _keys[i];
        }
    }

    // "Republic of Maravene", and what a headline's label in capitals was joined with: "URGENT Maravene".
    private bool IsStateForm(Mention mention)
    {
        ReadOnlySpan<char> first = _parse.Tokens.Form(mention.First);
        ReadOnlySpan<char> last = _parse.Tokens.Form(mention.End - 1);
        return mention.End > mention.First + 1
            && (_parse.Tokens.Form(mention.End - 2).SequenceEqual("of")
                ? _data.Nouns.IsStateForm(first.ToString().ToLowerInvariant())
                : mention.End == mention.First + 2 && first.IndexOfAnyInRange('a', 'z') < 0 && last.IndexOfAnyInRange('a', 'z') >= 0);
    }

    private HashSet<string> StatesSpokenOf()
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < _mentions.Count; i++)
        {
            Mention mention = _mentions[i];
            if (mention.Kind == MentionKind.Name && mention.Type != EntityType.Person
                && _data.Titles.StateOf(_parse.Tokens, mention.First, mention.End) is { State: { } state })
            {
                states.Add(state);
            }
        }

        return states;
    }

    // A surname that the report never gives in full is looked up only after those that it does.
    private void ReadSurnames(HashSet<string> states)
    {
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (IsPersonName(i) && _keys[i] is null && !_none[i])
            {
                _keys[i] = _data.Keys.Read(_parse, _mentions[i], _day, states, out _none[i]);
            }
        }
    }

    // "Brandt-Okafor" is the only person of that surname, or family name put first, whom the report names in full.
    private void JoinSurnames()
    {
        Dictionary<string, ActorKey?> bySuffix = LongerNames();
        var byWord = new Dictionary<string, ActorKey?>(StringComparer.Ordinal);
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (IsPersonName(i) && !_none[i] && WordsOf(i) is { Length: > 1 } words)
            {
                _keys[i] ??= bySuffix.TryGetValue(string.Join(' ', words), out ActorKey? full) && full is not null ? full : new ActorKey(ActorType.Person, string.Join(' ', words));
                ActorKey key = _keys[i]!.Value;
                foreach (string word in (string[])[words[^1], words[0], string.Join(' ', words[1..])])
                {
                    byWord[word] = byWord.TryGetValue(word, out ActorKey? known) && known != key ? null : key;
                }
            }
        }

        for (int i = 0; i < _mentions.Count; i++)
        {
            if (IsPersonName(i) && _keys[i] is null && byWord.TryGetValue(string.Join(' ', WordsOf(i)), out ActorKey? key))
            {
                _keys[i] = key;
            }
        }
    }

    // The person whose full name ends in two or more words: "van der Ruyk" is Tomas van der Ruyk; null where several names do.
    private Dictionary<string, ActorKey?> LongerNames()
    {
        var bySuffix = new Dictionary<string, ActorKey?>(StringComparer.Ordinal);
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (!IsPersonName(i) || WordsOf(i) is not { Length: > 2 and <= LongestFullName } words)
            {
                continue;
            }

            ActorKey key = _keys[i] ?? new ActorKey(ActorType.Person, string.Join(' ', words));
            for (int first = 1; first < words.Length - 1; first++)
            {
                string suffix = string.Join(' ', words[first..]);
                bySuffix[suffix] = bySuffix.TryGetValue(suffix, out ActorKey? known) && known != key ? null : key;
            }
        }

        return bySuffix;
    }

    private bool IsPlural(int mention) => ActorUses.IsPlural(_parse, _mentions[mention]);

    private bool IsPersonName(int mention) => _mentions[mention] is { Kind: MentionKind.Name, Type: EntityType.Person };

    private void LinkChain(ReadOnlySpan<int> chain, int number)
    {
        ActorKey? only = null;
        bool several = false;
        foreach (int mention in chain)
        {
            if (_keys[mention] is { } key)
            {
                several |= only is { } known && known != key;
                only ??= key;
            }
        }

        if (only is null)
        {
            return;
        }

        ActorKey? last = only;
        foreach (int mention in chain)
        {
            if (_keys[mention] is { } own)
            {
                last = own;
            }
            else if (!_none[mention] && !IsPlural(mention))
            {
                _keys[mention] = several ? last : only;
            }
        }
    }

    // "The president of Maravene, Ildiko Brandt-Okafor": description and name are one, whatever the chains say.
    private void JoinAppositions()
    {
        var byHead = new Dictionary<int, int>();
        var byEnd = new Dictionary<int, int>();
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i].Kind == MentionKind.Nominal && !IsPlural(i))
            {
                byHead.TryAdd(_mentions[i].Head, i);
                byEnd.TryAdd(_mentions[i].End, i);
            }
        }

        for (int i = 0; i < _mentions.Count; i++)
        {
            if (IsPersonName(i) && _keys[i] is { } key
                && ((TitleReader.Apposition(_parse, _mentions[i]) is { } head && byHead.TryGetValue(head, out int nominal)) || IsSetBehind(i, byEnd, out nominal)))
            {
                _keys[nominal] = key;
                _titles[i] = _titles[i] is { Office: not null } ? _titles[i] : _titles[nominal];
            }
        }
    }

    // "The president of Maravene, Ildiko Brandt-Okafor, ..." and "the ousted Maravenian leader Ildiko Brandt-Okafor": an office and a name
    // between commas or side by side, whatever the parser made of them.
    private bool IsSetBehind(int name, Dictionary<int, int> byEnd, out int nominal)
    {
        (int first, int end) = (_mentions[name].First, _mentions[name].End);
        if (byEnd.TryGetValue(first, out nominal) && _titles[nominal] is { Office: not null })
        {
            return true;
        }

        nominal = -1;
        return first > 0 && end < _parse.Tokens.Count && _parse.Tokens.Form(first - 1) is [','] && _parse.Tokens.Form(end) is [',']
            && byEnd.TryGetValue(first - 1, out nominal) && _titles[nominal] is { Office: not null, StateWord: not null };
    }

    private void LinkDescriptions(CorefChains chains)
    {
        Dictionary<(string State, string Office), ActorKey?> holders = HoldersInReport();
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (_mentions[i].Kind != MentionKind.Nominal || _keys[i] is not null || _titles[i] is not { } title || !_data.Uses.IsDefinite(_parse, _mentions[i])
                || Describe(title, holders) is not { } key)
            {
                continue;
            }

            foreach (int other in chains.MentionsOf(chains.ChainOf(i)))
            {
                if (_mentions[other].Kind != MentionKind.Name && !_none[other] && !IsPlural(other))
                {
                    _keys[other] ??= key;
                }
            }
        }
    }

    // Who is named in the report with which office of which state, by its code and by the word for it.
    private Dictionary<(string State, string Office), ActorKey?> HoldersInReport()
    {
        var holders = new Dictionary<(string State, string Office), ActorKey?>();
        for (int i = 0; i < _mentions.Count; i++)
        {
            if (!IsPersonName(i) || _keys[i] is not { } key)
            {
                continue;
            }

            if (_titles[i] is { IsFormer: false, Office: { } office } title)
            {
                Keep(holders, AnyState, office, key);
                Keep(holders, title.State, office, key);
                Keep(holders, title.StateWord, office, key);
            }

            foreach (Tenure tenure in key.Person?.Tenures ?? [])
            {
                if (tenure.Office.Length > 0 && (_day is not { } day || tenure.Covers(day)))
                {
                    Keep(holders, AnyState, tenure.Office, key);
                    Keep(holders, tenure.Owner, tenure.Office, key);
                }
            }
        }

        return holders;
    }

    private static void Keep(Dictionary<(string State, string Office), ActorKey?> holders, string? state, string office, ActorKey key)
    {
        if (state is not null)
        {
            holders[(state, office)] = holders.TryGetValue((state, office), out ActorKey? known) && known != key ? null : key;
        }
    }

    private ActorKey? Describe(TitleEvidence title, Dictionary<(string State, string Office), ActorKey?> holders)
    {
        if (title.IsFormer)
        {
            return null;
        }

        if (title.State is { Length: 3 } code && _data.Nouns.IsGovernment(title.Noun))
        {
            return new ActorKey(ActorType.State, code);
        }

        string[] offices = _data.Nouns.OfficesOf(title.Noun) ?? (title.Office is { } own ? [own] : []);
        foreach (string office in offices)
        {
            if ((title.State is { } state && holders.TryGetValue((state, office), out ActorKey? named) && named is not null)
                || (title.StateWord is { } word && holders.TryGetValue((word, office), out named) && named is not null)
                || (title.StateWord is null && title.State is null && holders.TryGetValue((AnyState, office), out named) && named is not null))
            {
                return named;
            }
        }

        return title.State is { } owner && _day is { } day && _data.People.Holder(owner, offices, day) is { } holder
            ? new ActorKey(ActorType.Person, holder.Name) { Person = holder }
            : null;
    }

    // What is left gets an actor of its own by chain; a chain of pronouns alone means nobody that the report names.
    private void NameTheRest(CorefChains chains)
    {
        for (int chain = 0; chain < chains.Count; chain++)
        {
            int lead = -1;
            foreach (int mention in chains.MentionsOf(chain))
            {
                if (_keys[mention] is null && !_none[mention] && _mentions[mention].Kind != MentionKind.Pronoun
                    && (lead < 0 || (_mentions[lead].Kind != MentionKind.Name && _mentions[mention].Kind == MentionKind.Name)))
                {
                    lead = mention;
                }
            }

            if (lead >= 0 && (_mentions[lead].Kind == MentionKind.Name || TakesPart(chains.MentionsOf(chain))) && NewKey(lead, chain) is { } key)
            {
                NameChain(chains.MentionsOf(chain), lead, key);
            }
        }
    }

    // What means several is no mention of one, though the chain has both.
    private void NameChain(ReadOnlySpan<int> chain, int lead, ActorKey key)
    {
        foreach (int mention in chain)
        {
            if (!_none[mention])
            {
                _keys[mention] ??= IsPlural(mention) && !IsPlural(lead) ? new ActorKey(ActorType.Group, key.Id + "+") : key;
            }
        }
    }

    // A description with an office of its own is somebody wherever it stands; any other must take part in something.
    private bool TakesPart(ReadOnlySpan<int> chain)
    {
        foreach (int mention in chain)
        {
            if (_keys[mention] is null && _mentions[mention].Kind == MentionKind.Nominal
                && (_titles[mention] is { Office: not null, StateWord: not null } || _data.Uses.TakesPart(_parse, _mentions[mention])))
            {
                return true;
            }
        }

        return false;
    }

    // A place that no gazetteer knows is a state where it acts or has something of its own, else only a place.
    private bool ActsLikeState(Mention name) => ActorUses.Acts(_parse, name)
        || _parse.Relations[name.Head] is DependencyRelation.NmodPoss or DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Conj;

    private ActorKey? NewKey(int mention, int chain)
    {
        Mention lead = _mentions[mention];
        if (lead.Kind == MentionKind.Name)
        {
            string id = string.Join(' ', WordsOf(mention));
            return lead.Type switch
            {
                EntityType.Person => new ActorKey(ActorType.Person, id),
                EntityType.Gpe or EntityType.Location when _data.Titles.IsRegion(TextOf(mention)) => ActsLikeState(lead) ? new ActorKey(ActorType.Group, id) : null,
                EntityType.Gpe when ActsLikeState(lead) => new ActorKey(ActorType.State, id),
                EntityType.Norp => new ActorKey(ActorType.Group, id),
                EntityType.Organization => new ActorKey(ActorType.Organization, id),
                EntityType.Facility when ActorUses.Acts(_parse, lead) => new ActorKey(ActorType.Organization, id),
                EntityType.Work => new ActorKey(ActorType.Document, id),
                _ => null,
            };
        }

        string own = $"#{chain}";
        bool plural = IsPlural(mention);
        return lead.Type switch
        {
            EntityType.Organization => new ActorKey(plural ? ActorType.Group : ActorType.Organization, own),
            EntityType.Work => new ActorKey(ActorType.Document, own),
            EntityType.Gpe or EntityType.Location or EntityType.Facility or EntityType.Miscellaneous => null,
            _ => new ActorKey(plural ? ActorType.Group : ActorType.Unnamed, own),
        };
    }
}
