using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Makes the names of one document agree (Krishnan and Manning 2006; Ratinov and Roth 2009). A single word that closes a person's full name elsewhere is that
/// person; the same string gets the type that most of its occurrences have; a well-known institution is an organisation; a capitalised word that is a name elsewhere
/// in the document, and nowhere written small, is a name here too, and so is a family name behind "Dr." ("Dr. Hall"); a name with an adjective or a president of its own is a polity (<see cref="PolityForms"/>).
/// </summary>
internal sealed class NameConsistency
{
    private const int Types = (int)EntityType.Miscellaneous + 1;
    private const int ShortestAdded = 3;
    private const int FewestVotes = 2;

    private readonly TokenTable _tokens;
    private readonly NameGazetteer _gazetteer;
    private readonly HashSet<ulong> _families = [];
    private readonly Dictionary<ulong, int[]> _votes = [];
    private readonly HashSet<ulong> _polities = [];
    private readonly HashSet<ulong> _peoples = [];

    private NameConsistency(TokenTable tokens, NameGazetteer gazetteer)
    {
        _tokens = tokens;
        _gazetteer = gazetteer;
    }

    /// <summary>Names in text order, corrected.</summary>
    /// <param name="features">What was seen of the words of the document.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="names">Names in text order.</param>
    /// <param name="gazetteer">Names of states and peoples keep their type.</param>
    public static List<NameSpan> Apply(in NameFeatures features, TokenTable tokens, List<NameSpan> names, NameGazetteer gazetteer)
    {
        var consistency = new NameConsistency(tokens, gazetteer);
        consistency.Vote(names);
        PolityForms.Find(features, tokens, gazetteer, consistency.IsPlainName, (consistency._polities, consistency._peoples));
        for (int i = 0; i < names.Count; i++)
        {
            names[i] = names[i] with { Type = consistency.TypeOf(names[i]) };
        }

        return consistency.Complete(features, names);
    }

    private void Vote(List<NameSpan> names)
    {
        foreach (NameSpan name in names)
        {
            if (name.Type == EntityType.Person && name.End - name.First > 1)
            {
                _families.Add(Key(name.End - 1, name.End));
            }

            ulong key = Key(name.First, name.End);
            if (!_votes.TryGetValue(key, out int[]? counts))
            {
                _votes[key] = counts = new int[Types];
            }

            counts[(int)name.Type]++;
        }
    }

    private EntityType TypeOf(NameSpan name)
    {
        ulong key = Key(name.First, name.End);
        NameClass known = _gazetteer.Classes(key);
        if ((known & NameClass.Institution) != 0 && (known & (NameClass.Country | NameClass.Demonym)) == 0)
        {
            return EntityType.Organization;
        }

        bool single = name.End - name.First == 1;
        if (single && _polities.Contains(key))
        {
            return EntityType.Gpe;
        }

        if (single && _peoples.Contains(key))
        {
            return EntityType.Norp;
        }

        return single && (known & (NameClass.Country | NameClass.Demonym)) == 0 && _families.Contains(key)
            ? EntityType.Person
            : Majority(_votes[key], name.Type);
    }

    private bool IsPlainName(ulong key) =>
        _votes.TryGetValue(key, out int[]? counts) && counts[(int)EntityType.Organization] == 0 && !_families.Contains(key)
        && (_gazetteer.Classes(key) & NameClass.Institution) == 0;

    // Adds single words that are names elsewhere; words between the names only.
    private List<NameSpan> Complete(in NameFeatures features, List<NameSpan> names)
    {
        var complete = new List<NameSpan>(names.Count + 8);
        int row = 0;
        foreach (NameSpan name in names)
        {
            AddBetween(features, row, name.First, complete);
            complete.Add(name);
            row = name.End;
        }

        AddBetween(features, row, _tokens.Count, complete);
        return complete;
    }

    private void AddBetween(in NameFeatures features, int first, int end, List<NameSpan> complete)
    {
        for (int row = first; row < end; row++)
        {
            bool isTitled = row > first && _gazetteer.IsHonorific(NameGazetteer.WordKey(_tokens.Form(row - 1))) && _families.Contains(Key(row, row + 1));
            bool inRun = (row > first && !isTitled && features.IsCapitalised(row - 1)) || (row + 1 < end && features.IsCapitalised(row + 1));
            if (features.IsCapitalised(row) && !inRun && (isTitled || MayAdd(features, row)) && AddedType(Key(row, row + 1)) is { } type)
            {
                complete.Add(new NameSpan(row, row + 1, type));
            }
        }
    }

    private bool MayAdd(in NameFeatures features, int row)
    {
        ulong word = NameGazetteer.WordKey(_tokens.Form(row));
        return _tokens.Form(row).Length >= ShortestAdded && !features.IsSeenInLowerCase(row) && !_gazetteer.IsHonorific(word) && !_gazetteer.IsCommonWord(word);
    }

    // A family name, or what two names elsewhere and more than half of them say, or an institution; null for all else.
    private EntityType? AddedType(ulong key)
    {
        if (_families.Contains(key))
        {
            return EntityType.Person;
        }

        if (_polities.Contains(key) || _peoples.Contains(key))
        {
            return _polities.Contains(key) ? EntityType.Gpe : EntityType.Norp;
        }

        if ((_gazetteer.Classes(key) & NameClass.Institution) != 0)
        {
            return EntityType.Organization;
        }

        if (!_votes.TryGetValue(key, out int[]? counts))
        {
            return null;
        }

        EntityType type = Majority(counts, EntityType.Unknown);
        bool sure = counts[(int)type] >= FewestVotes && counts[(int)type] * 2 > counts.Sum();
        return sure && type is EntityType.Person or EntityType.Organization or EntityType.Gpe or EntityType.Norp ? type : null;
    }

    // The own type wins a tie.
    private static EntityType Majority(int[] counts, EntityType own)
    {
        int best = (int)own;
        for (int type = 0; type < counts.Length; type++)
        {
            best = counts[type] > counts[best] ? type : best;
        }

        return (EntityType)best;
    }

    private ulong Key(int first, int end)
    {
        ulong key = 0;
        for (int row = first; row < end; row++)
        {
            key = NameGazetteer.Extend(key, NameGazetteer.WordKey(_tokens.Form(row)));
        }

        return key;
    }
}
