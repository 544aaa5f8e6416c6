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
    private readonly LinkingState _state;

    public ActorLinking(ActorLinkerData data, ParsedText parse, IReadOnlyList<Mention> mentions, DateOnly? day) => _state = new LinkingState(data, parse, mentions, day);

    /// <summary>Key of each mention; null where it means no actor.</summary>
    public ReadOnlySpan<ActorKey?> Keys => _state.Keys;

    /// <summary>Title or description of each mention; null where it has none.</summary>
    public ReadOnlySpan<TitleEvidence?> Titles => _state.Titles;

    /// <summary>The persons whom a mention names together; null for a mention that <see cref="Keys"/> tells of.</summary>
    public ReadOnlySpan<ActorKey[]?> Members => _state.Members;

    /// <summary>Fills <see cref="Keys"/>, <see cref="Titles"/> and <see cref="Members"/>.</summary>
    public void Run(CorefChains chains)
    {
        ReadTitles();
        new NameLinking(_state).Run();
        for (int chain = 0; chain < chains.Count; chain++)
        {
            LinkChain(chains.MentionsOf(chain));
        }

        new DescriptionLinking(_state).Run(chains);
        NameTheRest(chains);
    }

    private void ReadTitles()
    {
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            Mention mention = _state.Mentions[i];
            _state.Titles[i] = mention.Kind == MentionKind.Nominal ? _state.Data.Titles.OfDescription(_state.Parse, mention)
                : mention.Kind == MentionKind.Name && mention.Type is EntityType.Person or EntityType.Unknown ? _state.Data.Titles.OfName(_state.Parse, mention)
                : null;
        }
    }

    private void LinkChain(ReadOnlySpan<int> chain)
    {
        ActorKey? only = null;
        bool several = false;
        foreach (int mention in chain)
        {
            if (_state.Keys[mention] is { } key)
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
            if (_state.Keys[mention] is { } own)
            {
                last = own;
            }
            else if (!_state.None[mention] && !_state.IsPlural(mention))
            {
                _state.Keys[mention] = several ? last : only;
            }
        }
    }

    // What is left gets an actor of its own by chain; a chain of pronouns alone means nobody that the report names.
    private void NameTheRest(CorefChains chains)
    {
        for (int chain = 0; chain < chains.Count; chain++)
        {
            int lead = -1;
            foreach (int mention in chains.MentionsOf(chain))
            {
                if (_state.Keys[mention] is null && !_state.None[mention] && _state.Members[mention] is null && _state.Mentions[mention].Kind != MentionKind.Pronoun
                    && (lead < 0 || (_state.Mentions[lead].Kind != MentionKind.Name && _state.Mentions[mention].Kind == MentionKind.Name)))
                {
                    lead = mention;
                }
            }

            if (lead >= 0 && (_state.Mentions[lead].Kind == MentionKind.Name || TakesPart(chains.MentionsOf(chain))) && NewKey(lead, chain) is { } key)
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
            if (!_state.None[mention] && _state.Members[mention] is null)
            {
                _state.Keys[mention] ??= _state.IsPlural(mention) && !_state.IsPlural(lead) ? new ActorKey(ActorType.Group, key.Id + "+") : key;
            }
        }
    }

    // A description with an office of its own is somebody wherever it stands; any other must take part in something.
    private bool TakesPart(ReadOnlySpan<int> chain)
    {
        foreach (int mention in chain)
        {
            if (_state.Keys[mention] is null && _state.Members[mention] is null && _state.Mentions[mention].Kind == MentionKind.Nominal
                && (_state.Titles[mention] is { Office: not null, StateWord: not null } || _state.Data.Uses.TakesPart(_state.Parse, _state.Mentions[mention])))
            {
                return true;
            }
        }

        return false;
    }

    // A place that no gazetteer knows is a state where it acts or has something of its own, else only a place.
    private bool ActsLikeState(Mention name) => ActorUses.Acts(_state.Parse, name)
        || _state.Parse.Relations[name.Head] is DependencyRelation.NmodPoss or DependencyRelation.Obj or DependencyRelation.Iobj or DependencyRelation.Conj;

    private ActorKey? NewKey(int mention, int chain)
    {
        Mention lead = _state.Mentions[mention];
        if (lead.Kind == MentionKind.Name)
        {
            string id = string.Join(' ', _state.WordsOf(mention));
            return lead.Type switch
            {
                EntityType.Person => new ActorKey(ActorType.Person, id),
                EntityType.Gpe or EntityType.Location when _state.Data.Titles.IsRegion(_state.TextOf(mention)) => ActsLikeState(lead) ? new ActorKey(ActorType.Group, id) : null,
                EntityType.Gpe when ActsLikeState(lead) => new ActorKey(ActorType.State, id),
                EntityType.Norp => new ActorKey(ActorType.Group, id),
                EntityType.Organization => new ActorKey(ActorType.Organization, id),
                EntityType.Facility when ActorUses.Acts(_state.Parse, lead) => new ActorKey(ActorType.Organization, id),
                EntityType.Work => new ActorKey(ActorType.Document, id),
                _ => null,
            };
        }

        string own = $"#{chain}";
        bool plural = _state.IsPlural(mention);
        return lead.Type switch
        {
            EntityType.Organization => new ActorKey(plural ? ActorType.Group : ActorType.Organization, own),
            EntityType.Work => new ActorKey(ActorType.Document, own),
            EntityType.Gpe or EntityType.Location or EntityType.Facility or EntityType.Miscellaneous => null,
            _ => new ActorKey(plural ? ActorType.Group : ActorType.Unnamed, own),
        };
    }
}
