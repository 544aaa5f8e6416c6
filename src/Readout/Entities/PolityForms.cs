using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Finds polities that no list knows: a document that writes both "Quendria" and "Quendrian ministers" speaks of a state, province or city and its people, and what
/// has a president or a parliament (<c>data/entities/polity-cues.tsv</c>) is a polity.
/// </summary>
internal static class PolityForms
{
    private const int ShortestBase = 4;

    // Endings of the adjective and of the name in its stead.
    private static readonly (string Adjective, string Name)[] Endings =
        [("n", ""), ("an", ""), ("ian", ""), ("ian", "e"), ("ian", "a"), ("ian", "y"), ("an", "e"), ("an", "o"), ("an", "y"), ("ese", ""), ("ese", "a"), ("ish", "en"), ("ish", "land"), ("i", "")];

    /// <summary>Adds the keys of the names and of the adjectives.</summary>
    /// <param name="features">What was seen of the words of the document.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="gazetteer">Cue nouns.</param>
    /// <param name="isName">Whether the key of a single word was found as a name of its own, and never closes a person's full name.</param>
    /// <param name="polities">Receives the keys of names of polities and of their adjectives.</param>
    public static void Find(
        in NameFeatures features, TokenTable tokens, NameGazetteer gazetteer, Func<ulong, bool> isName, (HashSet<ulong> Names, HashSet<ulong> Adjectives) polities)
    {
        for (int row = 0; row < tokens.Count; row++)
        {
            if (!features.IsCapitalised(row))
            {
                continue;
            }

            ReadOnlySpan<char> form = tokens.Form(row);
            ulong own = NameGazetteer.Extend(0, NameGazetteer.WordKey(form));
            if (form.Length >= ShortestBase && isName(own) && HasCue(tokens, row, gazetteer))
            {
                polities.Names.Add(own);
            }

            // Before a noun, or before a title and a name.
            bool adjective = form.Length is > ShortestBase and < 24 && row + 1 < tokens.Count
                && (char.IsLower(tokens.Form(row + 1)[0]) || gazetteer.IsHonorific(NameGazetteer.WordKey(tokens.Form(row + 1))));
            ulong name = adjective ? NameOf(form, isName) : 0;
            if (name != 0)
            {
                polities.Names.Add(name);
                polities.Adjectives.Add(own);
            }
        }
    }

    // "president of X", "X's parliament", "X's second parliament".
    private static bool HasCue(TokenTable tokens, int row, NameGazetteer gazetteer)
    {
        if (row >= 2 && tokens.Form(row - 1).SequenceEqual("of") && gazetteer.IsPolityCue(NameGazetteer.WordKey(tokens.Form(row - 2)), possessive: false))
        {
            return true;
        }

        bool possessive = row + 2 < tokens.Count && Clitics.IsClitic(tokens.Form(row + 1)) && tokens.Form(row + 1)[^1] is 's';
        return possessive && (gazetteer.IsPolityCue(NameGazetteer.WordKey(tokens.Form(row + 2)), possessive: true)
            || (row + 3 < tokens.Count && gazetteer.IsPolityCue(NameGazetteer.WordKey(tokens.Form(row + 3)), possessive: true)));
    }

    // The key of the name that an adjective is made of; 0 where the document names none.
    private static ulong NameOf(ReadOnlySpan<char> form, Func<ulong, bool> isName)
    {
        Span<char> buffer = stackalloc char[32];
        foreach ((string ending, string name) in Endings)
        {
            int stem = form.Length - ending.Length;
            if (!form.EndsWith(ending) || stem + name.Length < ShortestBase)
            {
                continue;
            }

            form[..stem].CopyTo(buffer);
            name.CopyTo(buffer[stem..]);
            ulong key = NameGazetteer.Extend(0, NameGazetteer.WordKey(buffer[..(stem + name.Length)]));
            if (isName(key))
            {
                return key;
            }
        }

        return 0;
    }
}
