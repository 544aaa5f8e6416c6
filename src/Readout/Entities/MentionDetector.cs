using System.Collections.Frozen;
using Readout.Parsing;
using Readout.Text;

namespace Readout.Entities;

/// <summary>
/// Finds the phrases that refer to actors and places: names (without their titles), noun phrases whose head <c>data/entities/roles.tsv</c> lists, and pronouns.
/// Immutable, thread-safe.
/// </summary>
/// <remarks>
/// A nominal runs from its determiner to the last of its prepositional attributes ("the deputies of the League"), without relative clauses and appositions.
/// A noun that stands as a title before a name ("President Okonjo") is no mention of its own.
/// </remarks>
public sealed class MentionDetector
{
    private readonly RoleLexicon _roles;
    private readonly FrozenDictionary<string, EntityType> _pronouns;
    private readonly TitledNames _titled;
    private readonly TitledBodies _bodies;

    private MentionDetector(string dataDirectory)
    {
        _roles = RoleLexicon.Load(dataDirectory);
        _titled = new TitledNames(_roles, dataDirectory);
        _bodies = new TitledBodies(_roles, dataDirectory);
        _pronouns = TsvFile.Rows(Path.Combine(dataDirectory, "entities", "pronouns.tsv"), 3)
            .ToFrozenDictionary(row => row[0], row => row[1] == "person" ? EntityType.Person : EntityType.Unknown, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Loads its lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it.</exception>
    public static MentionDetector Load(string dataDirectory) => new(dataDirectory);

    /// <summary>Mentions in text order, the longer first where two begin together.</summary>
    public IReadOnlyList<Mention> Detect(ParsedText parse, IReadOnlyList<NameSpan> names)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(names);
        names = _titled.Complete(parse, _bodies.Part(parse, names));
        var mentions = new List<Mention>(names.Count * 2);
        var nameOf = new int[parse.Tokens.Count];
        Array.Fill(nameOf, -1);
        for (int i = 0; i < names.Count; i++)
        {
            NameSpan name = names[i];
            nameOf.AsSpan(name.First, name.End - name.First).Fill(i);
            mentions.Add(new Mention(name.First, name.End, HeadOf(parse, name.First, name.End), MentionKind.Name, name.Type));
        }

        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            if (nameOf[row] < 0 && Describe(parse, row, nameOf) is { } mention)
            {
                mentions.Add(mention with { First = BehindName(parse, mention, names, nameOf) });
            }
        }

        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.End != b.End ? b.End.CompareTo(a.End) : a.Head.CompareTo(b.Head));
        return mentions;
    }

    // "Maral Orsk, Maravenian assistant defence minister": the description begins behind a person's name and its comma, whatever the tree has.
    private static int BehindName(ParsedText parse, Mention mention, IReadOnlyList<NameSpan> names, int[] nameOf)
    {
        int name = mention.Kind == MentionKind.Nominal ? nameOf[mention.First] : -1;
        return name >= 0 && names[name].Type == EntityType.Person && names[name].End + 1 < mention.Head && parse.Tokens.Form(names[name].End) is [','] ? names[name].End + 1 : mention.First;
    }

    private Mention? Describe(ParsedText parse, int row, int[] nameOf)
    {
        UposTag tag = parse.Upos[row];
        if (tag is UposTag.Pron && _pronouns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(parse.Tokens.Form(row), out EntityType type))
        {
            return parse.Relations[row] == DependencyRelation.Expl ? null : new Mention(row, row + 1, row, MentionKind.Pronoun, type);
        }

        if (tag is UposTag.Num)
        {
            return IsPair(parse, row) ? Nominal(parse, row, row + 1, nameOf, EntityType.Unknown) : null;
        }

        if (tag is UposTag.Adj && Postnominal(parse, row, nameOf) is { } general)
        {
            return general;
        }

        if (tag is not (UposTag.Noun or UposTag.Propn) || IsInsideAnotherNoun(parse, row) || IsHour(parse, row) || _roles.Find(parse, row, out _, out int end) is not { } role)
        {
            return null;
        }

        return Nominal(parse, row, end, nameOf, role.Type);
    }

    // "5 pm" is no prime minister; a headline's "PM" stands in capitals and behind no number.
    private static bool IsHour(ParsedText parse, int row) =>
        parse.Tokens.Form(row) is { Length: 2 } form && form[1] is 'm' or 'M' && (form.IndexOfAnyInRange('a', 'z') >= 0 || (row > 0 && parse.Upos[row - 1] == UposTag.Num));

    // "The secretary-general", which the tagger takes for an adjective before what follows.
    private Mention? Postnominal(ParsedText parse, int row, int[] nameOf)
    {
        int sentence = parse.Tokens.SentenceStarts[parse.Tokens.SentenceOf(row)];
        if (parse.Tokens.Form(row) is not ("general" or "General") || (row + 1 < parse.Tokens.Count && nameOf[row + 1] >= 0) || nameOf[row] >= 0
            || _roles.Find(parse, row, out int first, out _) is not { Type: EntityType.Person, Office: not null } role || first == row)
        {
            return null;
        }

        first -= first > sentence && parse.Upos[first - 1] == UposTag.Propn ? 1 : 0;
        bool isDefinite = first > sentence && parse.Tokens.Form(first - 1) is "the" or "The";
        return isDefinite ? new Mention(NameStart(nameOf, first - 1), row + 1, row, MentionKind.Nominal, role.Type) : null;
    }

    // "the two", "both": two actors told before.
    private static bool IsPair(ParsedText parse, int row) =>
        parse.Lemma(row) is "two" or "three" or "four"
        && parse.Relations[row] is DependencyRelation.Nsubj or DependencyRelation.NsubjPass or DependencyRelation.Obj or DependencyRelation.Obl or DependencyRelation.Nmod
        && parse.ChildWith(row, DependencyRelation.Det) >= 0;

    // Part of a longer noun ("government building") or a title before a name.
    private static bool IsInsideAnotherNoun(ParsedText parse, int row)
    {
        DependencyRelation relation = parse.Relations[row];
        return (relation is DependencyRelation.Compound or DependencyRelation.NmodDesc && parse.Heads[row] > row)
            || (relation is DependencyRelation.Flat or DependencyRelation.Goeswith or DependencyRelation.Fixed);
    }

    private static Mention? Nominal(ParsedText parse, int head, int nounEnd, int[] nameOf, EntityType type)
    {
        int sentence = parse.Tokens.SentenceOf(head);
        (int from, int to) = (parse.Tokens.SentenceStarts[sentence], parse.Tokens.SentenceStarts[sentence + 1]);
        int first = head;
        int end = nounEnd;
        bool determined = false;
        foreach (int child in parse.Children(head))
        {
            if (child < head && IsLeftModifier(parse.Relations[child]))
            {
                first = Math.Min(first, parse.LeftEdge(child));
                determined |= parse.Relations[child] is DependencyRelation.Det or DependencyRelation.NmodPoss or DependencyRelation.Amod;
            }
            else if (child > head)
            {
                end = AttributeEnd(parse, child, end);
            }
        }

        while (first < head && IsEdge(parse, first, head))
        {
            first++;
        }

        // A bare title right before a name, whatever relation the parser gave it.
        bool title = nounEnd < to && nameOf[nounEnd] >= 0 && end == nounEnd && !determined;
        return title ? null : new Mention(NameStart(nameOf, Math.Max(first, from)), Math.Min(end, to), head, MentionKind.Nominal, type);
    }

    // Signs and a clitic that a phrase does not begin with, and a bracket that does not close before its head.
    private static bool IsEdge(ParsedText parse, int row, int head)
    {
        if (parse.Tokens.Form(row) is not "(")
        {
            return parse.Tokens.Form(row) is "," or ";" or ":" or "-" or "–" or "—" or ")" or "'s" or "’s";
        }

        for (int close = row + 1; close < head; close++)
        {
            if (parse.Tokens.Form(close) is ")")
            {
                return false;
            }
        }

        return true;
    }

    // A phrase that begins inside a name begins with the name: trees are less sure of long names than the recogniser is.
    private static int NameStart(int[] nameOf, int first)
    {
        while (first > 0 && nameOf[first] >= 0 && nameOf[first - 1] == nameOf[first])
        {
            first--;
        }

        return first;
    }

    private static bool IsLeftModifier(DependencyRelation relation) => relation is DependencyRelation.Det or DependencyRelation.DetPredet
        or DependencyRelation.Amod or DependencyRelation.Nummod or DependencyRelation.NmodPoss or DependencyRelation.Compound or DependencyRelation.Advmod
        or DependencyRelation.NmodDesc;

    // End of a prepositional attribute that follows at once, cut before a comma, a bracket or a dash behind its own noun; else the end so far.
    private static int AttributeEnd(ParsedText parse, int child, int end)
    {
        if (parse.Relations[child] is not (DependencyRelation.Nmod or DependencyRelation.NmodUnmarked) || parse.LeftEdge(child) != end)
        {
            return end;
        }

        if (CalendarWords.Contains(parse.Tokens.Form(child)))
        {
            // "the provincial government on Monday": the day is the clause's.
            return end;
        }

        for (int row = end; row <= parse.RightEdge(child); row++)
        {
            char sign = parse.Tokens.Form(row)[0];
            bool breaks = sign is ',' or ';' or ':' or '"' or '(' or '\u201C' or '\u201D' or '\u2013' or '\u2014' || (sign == '-' && parse.Tokens.SpaceBefore(row));
            bool clause = row > child && parse.Relations[row] is DependencyRelation.AclRelcl or DependencyRelation.Acl && parse.Heads[row] >= end;
            if (breaks || clause)
            {
                return row > child ? ClauseStart(parse, row, child) : end;
            }
        }

        return parse.RightEdge(child) + 1;
    }

    // A clause is cut where it begins, a sign where it stands.
    private static int ClauseStart(ParsedText parse, int row, int child) =>
        parse.Relations[row] is DependencyRelation.AclRelcl or DependencyRelation.Acl ? Math.Max(child + 1, parse.LeftEdge(row)) : row;

    // The first word of the range whose head lies outside it.
    private static int HeadOf(ParsedText parse, int first, int end)
    {
        int head = end - 1;
        for (int row = first; row < end; row++)
        {
            if (parse.Heads[row] < first || parse.Heads[row] >= end)
            {
                head = row;
                break;
            }
        }

        return head;
    }
}
