using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Joins noun phrases: appositions ("Drost's spokesman, Pavel Iturriaga"), definite descriptions of office holders named before ("the Belarusian
/// president", "the head of the Kremlin") and repeated definite nouns. Indefinite ones ("a senior official") open chains of their own.
/// </summary>
internal sealed class NominalPass(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    // Persons looked back at for the holder of an office.
    private const int Reach = 30;

    public required CorefLexicon Lexicon { get; init; }

    public required MentionReader Reader { get; init; }

    public void Run()
    {
        var headed = new Dictionary<int, int>();
        var byNoun = new Dictionary<string, int>(StringComparer.Ordinal);
        var persons = new List<int>();
        for (int i = 0; i < mentions.Count; i++)
        {
            headed.TryAdd(mentions[i].Head, i);
        }

        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind == MentionKind.Pronoun)
            {
                continue;
            }

            JoinApposition(i, headed);
            string? office = Reader.Office(mentions[i]), state = Reader.State(mentions[i]);
            if (mentions[i].Kind == MentionKind.Nominal)
            {
                JoinDescription(i, (office, state), persons, byNoun);
            }

            else if (mentions[i].Type == EntityType.Organization)
            {
                // "The Northern Straits Commission" is "the commission" later.
                byNoun[traits[i].Head] = i;
            }

            if (traits[i].IsPerson)
            {
                chains.Describe(i, traits[i].Gender, office, state);
                persons.Add(i);
            }
        }
    }

    private void JoinApposition(int mention, Dictionary<int, int> headed)
    {
        int head = mentions[mention].Head;
        bool isApposition = parse.Relations[head] is DependencyRelation.Appos;

        // Two names side by side are a list that the parser took for one ("China, U.S. agree"); the same name in brackets is found by its letters.
        if (isApposition && headed.TryGetValue(parse.Heads[head], out int other) && other != mention
            && (mentions[mention].Kind == MentionKind.Nominal || mentions[other].Kind == MentionKind.Nominal)
            && (traits[mention].IsPerson || mentions[other].Type == mentions[mention].Type || mentions[mention].Type == EntityType.Unknown || mentions[other].Type == EntityType.Unknown)
            && (traits[other].IsPerson == traits[mention].IsPerson) && traits[other].IsPlural == traits[mention].IsPlural)
        {
            chains.Join(other, mention);
        }
    }

    private void JoinDescription(int mention, (string? Office, string? State) told, List<int> persons, Dictionary<string, int> byNoun)
    {
        Mention it = mentions[mention];
        string key = Key(it);
        bool isDefinite = IsDefinite(it);
        if (isDefinite && chains.SizeOf(mention) == 1)
        {
            int antecedent = traits[mention].IsPerson ? Holder(mention, told, persons) : -1;
            antecedent = antecedent < 0 && byNoun.TryGetValue(key, out int same) && Agree(mention, same) ? same : antecedent;
            antecedent = antecedent < 0 && byNoun.TryGetValue(traits[mention].Head, out int noun) && Agree(mention, noun) && it.End - it.First <= 2 ? noun : antecedent;
            if (antecedent >= 0)
            {
                chains.Join(antecedent, mention);
            }
        }

        byNoun[key] = mention;
        byNoun[traits[mention].Head] = mention;
    }

    // The nearest person whose title or description fits: same office or one that the noun may stand for, and no other state.
    private int Holder(int mention, (string? Office, string? State) told, List<int> persons)
    {
        Mention it = mentions[mention];
        if (told.Office is null || !Lexicon.IsOffice(told.Office))
        {
            return -1;
        }

        int fallback = -1;
        for (int i = persons.Count - 1; i >= Math.Max(0, persons.Count - Reach); i--)
        {
            int other = persons[i];
            if (mentions[other].First < it.End && mentions[other].End > it.First)
            {
                continue;
            }

            string? office = chains.OfficeOf(other), state = chains.StateOf(other);
            bool agrees = (traits[mention].Gender == Gender.Unknown || chains.GenderOf(other) == Gender.Unknown || traits[mention].Gender == chains.GenderOf(other))
                && (told.State is null || state is null || told.State == state) && office is not null && Lexicon.MayShareOffice(told.Office, office);
            if (!agrees)
            {
                continue;
            }

            if (told.State is null ? office == told.Office : told.State == state)
            {
                return other;
            }

            fallback = fallback < 0 ? other : fallback;
        }

        return fallback;
    }

    private bool Agree(int left, int right) =>
        traits[left].IsPerson == traits[right].IsPerson && traits[left].IsPlural == traits[right].IsPlural && mentions[left].Type == mentions[right].Type;

    private bool IsDefinite(Mention mention) =>
        parse.Lemma(mention.First).ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "both" or "his" or "her" or "its" or "their";

    private string Key(Mention mention)
    {
        int first = parse.Upos[mention.First] == UposTag.Det ? mention.First + 1 : mention.First;
        return first < mention.End ? parse.Tokens.Span(first, mention.End).In(parse.Tokens.Text).ToString().ToLowerInvariant() : "";
    }
}
