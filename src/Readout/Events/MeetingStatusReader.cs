using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Events;

/// <summary>State of a meeting from the words around its trigger and the reality of its clause. Immutable, thread-safe.</summary>
internal sealed class MeetingStatusReader
{
    private const int MaximumDepth = 4;

    private readonly FrozenDictionary<string, MeetingStatus> _verbs;
    private readonly FrozenDictionary<string, MeetingStatus> _modifiers;
    private readonly Reality _reality;

    private MeetingStatusReader(Dictionary<string, MeetingStatus> verbs, Dictionary<string, MeetingStatus> modifiers, Reality reality)
    {
        _verbs = verbs.ToFrozenDictionary(StringComparer.Ordinal);
        _modifiers = modifiers.ToFrozenDictionary(StringComparer.Ordinal);
        _reality = reality;
    }

    /// <summary>Reads <c>events/meeting-status.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A status is unknown; the message names file and row.</exception>
    public static MeetingStatusReader Load(string dataDirectory, Reality reality)
    {
        string path = Path.Combine(dataDirectory, "events", "meeting-status.tsv");
        var verbs = new Dictionary<string, MeetingStatus>(StringComparer.Ordinal);
        var modifiers = new Dictionary<string, MeetingStatus>(StringComparer.Ordinal);
        foreach (string[] cells in TsvFile.Rows(path, 3))
        {
            if (!Enum.TryParse(cells[2], ignoreCase: true, out MeetingStatus status))
            {
                throw new InvalidDataException($"{path}: {cells[0]}: unknown status '{cells[2]}'");
            }

            (cells[1] == "a" ? modifiers : verbs)[cells[0]] = status;
        }

        return new MeetingStatusReader(verbs, modifiers, reality);
    }

    /// <summary>State of the meeting at a trigger; null where the text denies that there is or was one.</summary>
    /// <param name="parse">The tree.</param>
    /// <param name="trigger">Row of the trigger.</param>
    /// <param name="support">Row of the noun that completes it, or the trigger's.</param>
    /// <param name="isGuessed">Whether only the lack of any sign speaks for "held".</param>
    public MeetingStatus? Of(ParsedText parse, int trigger, int support, out bool isGuessed)
    {
        isGuessed = false;
        EventStatus reality = _reality.Of(parse, trigger);
        MeetingStatus? told = FromModifiers(parse, support) ?? FromVerbs(parse, trigger, support);
        if (reality == EventStatus.Negated)
        {
            return told is MeetingStatus.Cancelled or MeetingStatus.Postponed ? told : null;
        }

        if (told is { } status)
        {
            // "will begin", "may resume": the beginning itself is still to come; "was postponed" stays postponed.
            return status is MeetingStatus.Ongoing or MeetingStatus.Held ? FromReality(reality) ?? status : status;
        }

        isGuessed = parse.Upos[trigger] != UposTag.Verb || parse.Xpos(trigger) is "VBZ" or "VBP";
        return FromReality(reality) ?? FromPreposition(parse, support);
    }

    private static MeetingStatus? FromReality(EventStatus reality) => reality switch
    {
        EventStatus.Future => MeetingStatus.Planned,
        EventStatus.Hypothetical => MeetingStatus.Proposed,
        EventStatus.Ongoing => MeetingStatus.Ongoing,
        _ => null,
    };

    private static MeetingStatus FromPreposition(ParsedText parse, int noun)
    {
        foreach (int child in parse.Children(noun))
        {
            if (parse.Relations[child] == DependencyRelation.Case && parse.Lemma(child) is "before" or "ahead" or "for")
            {
                return MeetingStatus.Planned;
            }
        }

        return MeetingStatus.Held;
    }

    private MeetingStatus? FromModifiers(ParsedText parse, int noun)
    {
        foreach (int child in parse.Children(noun))
        {
            if (parse.Relations[child].Universal() is DependencyRelation.Amod or DependencyRelation.Compound && _modifiers.TryGetValue(parse.Lemma(child), out MeetingStatus status))
            {
                return status;
            }
        }

        return null;
    }

    // The trigger's own verb and those above it that take it as object, subject or complement.
    private MeetingStatus? FromVerbs(ParsedText parse, int trigger, int support)
    {
        int at = support != trigger ? support : trigger;
        for (int depth = 0; depth <= MaximumDepth && at >= 0; depth++)
        {
            if (parse.Upos[at] == UposTag.Verb && Lookup(parse, at, at == trigger && support == trigger) is { } status)
            {
                return status;
            }

            if (parse.Relations[at].Universal() is not (DependencyRelation.Obj or DependencyRelation.Nsubj or DependencyRelation.Xcomp or DependencyRelation.Ccomp
                or DependencyRelation.Acl or DependencyRelation.Obl))
            {
                return null;
            }

            if (parse.Relations[at].Universal() == DependencyRelation.Obl && !Clause.CaseIs(parse, at, "for"))
            {
                return null;
            }

            at = parse.Heads[at];
        }

        return null;
    }

    // A phrasal verb counts with its particle; "for" only where the file says so ("call for").
    private MeetingStatus? Lookup(ParsedText parse, int verb, bool isTrigger)
    {
        string lemma = parse.Lemma(verb);
        int particle = parse.ChildWith(verb, DependencyRelation.CompoundPrt);
        if (particle >= 0 && _verbs.TryGetValue($"{lemma} {parse.Lemma(particle)}", out MeetingStatus phrasal))
        {
            return phrasal;
        }

        if (lemma == "call" && Clause.Under(parse, verb, "for") >= 0)
        {
            return _verbs.GetValueOrDefault("call for");
        }

        return !isTrigger && _verbs.TryGetValue(lemma, out MeetingStatus status) ? status : null;
    }
}
