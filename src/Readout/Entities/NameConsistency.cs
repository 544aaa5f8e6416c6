using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Makes the names of one document agree (Krishnan and Manning 2006; Ratinov and Roth 2009): a single word that closes a person's full name elsewhere is that
/// person; the same string gets the type that most of its occurrences have.
/// </summary>
internal static class NameConsistency
{
    /// <summary>Names in text order, corrected.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="names">Names in text order.</param>
    /// <param name="gazetteer">Names of states and peoples keep their type.</param>
    public static List<NameSpan> Apply(TokenTable tokens, List<NameSpan> names, NameGazetteer gazetteer)
    {
        var families = new HashSet<ulong>();
        var votes = new Dictionary<ulong, int[]>();
        foreach (NameSpan name in names)
        {
            if (name.Type == EntityType.Person && name.End - name.First > 1)
            {
                families.Add(Key(tokens, name.End - 1, name.End));
            }

            ulong key = Key(tokens, name.First, name.End);
            if (!votes.TryGetValue(key, out int[]? counts))
            {
                votes[key] = counts = new int[(int)EntityType.Miscellaneous + 1];
            }

            counts[(int)name.Type]++;
        }

        for (int i = 0; i < names.Count; i++)
        {
            NameSpan name = names[i];
            bool state = (gazetteer.Lookup(tokens.Form(name.First)) & (NameClass.Country | NameClass.Demonym)) != 0;
            if (name.End - name.First == 1 && !state && families.Contains(Key(tokens, name.First, name.End)))
            {
                names[i] = name with { Type = EntityType.Person };
            }
            else
            {
                names[i] = name with { Type = Majority(votes[Key(tokens, name.First, name.End)], name.Type) };
            }
        }

        return names;
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

    private static ulong Key(TokenTable tokens, int first, int end)
    {
        ulong key = 0;
        for (int row = first; row < end; row++)
        {
            key = NameGazetteer.Extend(key, NameGazetteer.WordKey(tokens.Form(row)));
        }

        return key;
    }
}
