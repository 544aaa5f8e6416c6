using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>Gives descriptions their keys: that of the name beside them, of the holder whom the report names, or of the one holder on the day.</summary>
internal sealed class DescriptionLinking
{
    private readonly LinkingState _state;

    // Descriptions that stand beside a name.
    private readonly HashSet<int> _joined = [];

    public DescriptionLinking(LinkingState state) => _state = state;

    /// <summary>Reads all descriptions, those beside a name first.</summary>
    public void Run(CorefChains chains)
    {
        JoinAppositions();
        PartContradicted();
        var holders = new ReportHolders(_state);
        LinkPredicates();
        new JointDescriptions(_state, holders).Run(chains);
        LinkDescriptions(chains, holders);
    }

    // "The president of Maravene, Ildiko Brandt-Okafor": description and name are one, whatever the chains say.
    private void JoinAppositions()
    {
        var beside = new DescriptionsBeside(_state);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (!_state.IsPersonName(i) || _state.Keys[i] is not { } key)
            {
                continue;
            }

            foreach (int nominal in beside.Of(i))
            {
                _state.Keys[nominal] = key;
                _joined.Add(nominal);
                if (_state.Mentions[nominal].End == _state.Mentions[i].End && _state.Titles[i] is { Office: not null } title)
                {
                    // "Deputy Secretary of Fisheries NAME": the name's own title is the whole one.
                    _state.Titles[nominal] = title;
                }

                _state.Titles[i] = _state.Titles[i] is { Office: not null } ? _state.Titles[i] : _state.Titles[nominal];
            }
        }
    }

    // "The Maravenian president" in a chain of somebody who governs another state, or did before, means the holder of the day.
    private void PartContradicted()
    {
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i].Kind != MentionKind.Nominal || _joined.Contains(i) || _state.Day is not { } day || _state.Keys[i] is not { Kind: ActorType.Person } key
                || _state.Titles[i] is not { IsFormer: false, Office: { } office, State: { Length: 3 } state } title || key.Person?.Tenures.Exists(t => t.Owner == state && t.Covers(day)) == true
                || !_state.Data.Uses.IsDefinite(_state.Parse, _state.Mentions[i]) || _state.Data.Uses.IsPartial(_state.Parse, _state.Mentions[i], title))
            {
                continue;
            }

            string[] offices = _state.Data.Nouns.OfficesOf(title.Noun) ?? [office];
            if ((key.Person is not null || IsTitledOtherwise(key, offices)) && !Array.Exists(offices, _state.Data.Uses.IsOfMany) && _state.Data.People.Holder(state, offices, day) is { } holder)
            {
                _state.Keys[i] = new ActorKey(ActorType.Person, holder.Name) { Person = holder };
            }
        }
    }

    // Whether the report gives a person another office than these, and none of them.
    private bool IsTitledOtherwise(ActorKey key, string[] offices)
    {
        bool isOther = false;
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.IsPersonName(i) && _state.Keys[i] == key && _state.Titles[i] is { Office: { } office })
            {
                if (offices.Contains(office))
                {
                    return false;
                }

                isOther = true;
            }
        }

        return isOther;
    }

    // "He had been Maravene's chancellor", "she stepped down as president": the office is the subject's, whenever it was held.
    private void LinkPredicates()
    {
        Dictionary<int, int>? byHead = null;
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i].Kind == MentionKind.Nominal && _state.Keys[i] is null && _state.Titles[i] is { Office: not null } && !_state.IsPlural(i)
                && PredicateOf(_state.Mentions[i].Head) is >= 0 and int verb)
            {
                byHead ??= ByHead();
                _state.Keys[i] = SubjectOf(verb, byHead) is { Kind: ActorType.Person } key ? key : null;
                _state.Open[i] = _state.Keys[i] is null;
                // "Is president" says that the office is held; "was", "became", "hopes to be" do not.
                _state.Titles[i] = _state.Titles[i]! with { IsFormer = !IsHeld(verb) };
            }
        }
    }

    private bool IsHeld(int verb)
    {
        int copula = _state.Parse.ChildWith(verb, DependencyRelation.Cop);
        return _state.Parse.Xpos(copula >= 0 ? copula : verb) is "VBZ" or "VBP" && _state.Parse.ChildWith(verb, DependencyRelation.Aux) < 0;
    }

    private Dictionary<int, int> ByHead()
    {
        var byHead = new Dictionary<int, int>(_state.Mentions.Count);
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (!byHead.TryGetValue(_state.Mentions[i].Head, out int known) || _state.Keys[known] is null)
            {
                byHead[_state.Mentions[i].Head] = i;
            }
        }

        return byHead;
    }

    // The row whose subject bears the office: the description itself behind "was", the verb before "as"; -1 where there is none.
    private int PredicateOf(int head)
    {
        ParsedText parse = _state.Parse;
        if (parse.ChildWith(head, DependencyRelation.Cop) >= 0)
        {
            return head;
        }

        int preposition = parse.ChildWith(head, DependencyRelation.Case);
        int verb = parse.Heads[head];
        return verb >= 0 && parse.Upos[verb] == UposTag.Verb
            && (parse.Relations[head] == DependencyRelation.Xcomp
                || (preposition >= 0 && parse.Lemma(preposition).Equals("as", StringComparison.OrdinalIgnoreCase) && parse.Relations[head] == DependencyRelation.Obl))
            ? verb : -1;
    }

    // "Reporters named her as president": an object that is a person goes before the subject.
    private ActorKey? SubjectOf(int verb, Dictionary<int, int> byHead)
    {
        ParsedText parse = _state.Parse;
        foreach (DependencyRelation relation in (ReadOnlySpan<DependencyRelation>)[DependencyRelation.Obj, DependencyRelation.NsubjPass, DependencyRelation.Nsubj])
        {
            if (parse.ChildWith(verb, relation) is >= 0 and int row && byHead.TryGetValue(row, out int mention) && _state.Keys[mention] is { Kind: ActorType.Person } key)
            {
                return key;
            }
        }

        return parse.Relations[verb] is DependencyRelation.Conj or DependencyRelation.Xcomp or DependencyRelation.Advcl && parse.Heads[verb] >= 0
            && parse.ChildWith(verb, DependencyRelation.Nsubj) < 0 && parse.ChildWith(parse.Heads[verb], DependencyRelation.Nsubj) is >= 0 and int upper
            && byHead.TryGetValue(upper, out int above) ? _state.Keys[above] : null;
    }

    private void LinkDescriptions(CorefChains chains, ReportHolders holders)
    {
        for (int i = 0; i < _state.Mentions.Count; i++)
        {
            if (_state.Mentions[i].Kind != MentionKind.Nominal || _state.Keys[i] is not null || _state.Open[i] || _state.Titles[i] is not { } title
                || !_state.Data.Uses.IsDefinite(_state.Parse, _state.Mentions[i]))
            {
                continue;
            }

            // "The leader of the regional Selkow party" says itself whom it means.
            bool isPartial = _state.Data.Uses.IsPartial(_state.Parse, _state.Mentions[i], title);
            if ((isPartial && _state.Mentions[i].End > _state.Mentions[i].Head + 1 && !_state.Data.Nouns.IsGovernment(title.Noun)) || holders.Describe(title, isPartial) is not { } key)
            {
                continue;
            }

            foreach (int other in chains.MentionsOf(chains.ChainOf(i)))
            {
                if (_state.Mentions[other].Kind != MentionKind.Name && !_state.None[other] && !_state.IsPlural(other))
                {
                    _state.Keys[other] ??= key;
                }
            }
        }
    }
}
