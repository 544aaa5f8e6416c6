using System.Text;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Joins names: the same name, the last or first name of a fuller one, and acronyms before or behind what they stand for. Linear: every name is looked up by keys, never compared
/// with all others (sieves of Lee et al. 2013, by hashed keys).
/// </summary>
internal sealed class NamePass(ParsedText parse, IReadOnlyList<Mention> mentions, MentionTraits[] traits, ChainSet chains)
{
    // Shorter names that differ by a letter are often two people's.
    private const int ShortestMisspelt = 7;
    private const int MostLastNames = 64;

    private readonly List<(string Last, int Mention)> _lastNames = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byLast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byInitials = new(StringComparer.Ordinal);

    public void Run()
    {
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Kind == MentionKind.Name)
            {
                Join(i);
            }
        }
    }

    private void Join(int mention)
    {
        Mention it = mentions[mention];
        string[] words = Words(it);
        if (words.Length == 0)
        {
            return;
        }

        string name = string.Join(' ', words);
        bool isPerson = it.Type is EntityType.Person || IsSurname(words, it.Type);
        EntityType type = isPerson ? EntityType.Person : it.Type;
        int antecedent = Earlier(_byName, name, type);
        if (antecedent < 0 && isPerson)
        {
            antecedent = words.Length == 1 ? Earlier(_byLast, name, type) : Fuller(words, mention);
            antecedent = antecedent < 0 && words.Length == 1 ? Earlier(_byFirst, name, type) : antecedent;
            antecedent = antecedent < 0 ? Misspelt(words) : antecedent;
        }
        else if (antecedent < 0)
        {
            antecedent = Bracketed(mention);
            antecedent = antecedent < 0 ? Earlier(_byInitials, name, type) : antecedent;
            antecedent = antecedent < 0 && words.Length > 1 && Initials(words) is { Length: > 1 } acronym && Earlier(_byName, acronym, type) is >= 0 and int other && IsAcronym(mentions[other]) ? other : antecedent;
        }

        if (antecedent >= 0)
        {
            chains.Join(antecedent, mention);
        }

        _byName[name] = mention;
        if (isPerson)
        {
            if (!_byLast.ContainsKey(words[^1]) && words[^1].Length >= ShortestMisspelt - 1 && _lastNames.Count < MostLastNames)
            {
                _lastNames.Add((words[^1], mention));
            }

            _byLast[words[^1]] = mention;
            if (words.Length > 1)
            {
                _byFirst[words[0]] = mention;
            }
        }
        else if (words.Length > 1)
        {
            _byInitials[Initials(words)] = mention;
        }
    }

    // "Ostrevar Shipping Company (OSCO)": capitals in brackets right behind a name, beginning as one of its words does.
    private int Bracketed(int mention)
    {
        Mention it = mentions[mention];
        int before = mention - 1;
        if (before < 0 || it.First < 2 || parse.Tokens.Form(it.First - 1) is not "(" || !IsAcronym(it) || mentions[before].End != it.First - 1
            || mentions[before].Kind != MentionKind.Name || !Compatible(mentions[before].Type, it.Type) || mentions[before].Type is EntityType.Person or EntityType.Gpe or EntityType.Location)
        {
            return -1;
        }

        char first = char.ToLowerInvariant(parse.Tokens.Form(it.First)[0]);
        return Array.Exists(Words(mentions[before]), word => word[0] == first) ? before : -1;
    }

    private bool IsAcronym(Mention mention)
    {
        ReadOnlySpan<char> form = parse.Tokens.Form(mention.First);
        return mention.End == mention.First + 1 && form.Length > 1 && form.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(form[0]);
    }

    // A name of unsure type that ends the fuller name of a person told before ("Brandt-Okafor" after "Ildiko Brandt-Okafor").
    private bool IsSurname(string[] words, EntityType type) =>
        type is EntityType.Unknown or EntityType.Miscellaneous or EntityType.Organization or EntityType.Work
        && _byLast.TryGetValue(words[^1], out int other)
        && Words(mentions[other]) is { } known && known.Length > words.Length && IsSuffix(words, known);

    private static bool IsSuffix(string[] words, string[] known) => known.AsSpan(known.Length - words.Length).SequenceEqual(words);

    // "Putin" first, "Vladimir Putin" later; "van der Ruyk" after "Tomas van der Ruyk"; but not "Bill Clinton" after "Hillary Clinton".
    private int Fuller(string[] words, int mention)
    {
        int other = Earlier(_byLast, words[^1], EntityType.Person);
        if (other < 0)
        {
            return -1;
        }

        string[] known = Words(mentions[other]);
        bool agrees = known[0] == words[0] || known[0].Length <= 2 || words[0].Length <= 2
            || (known.Length >= words.Length ? IsSuffix(words, known) : IsSuffix(known, words));
        Gender left = chains.GenderOf(other), right = traits[mention].Gender;
        return agrees && (left == Gender.Unknown || right == Gender.Unknown || left == right) ? other : -1;
    }

    // "Mullahkil" after "Mullahkhil": one letter more, less or other in a long last name that is told once otherwise.
    private int Misspelt(string[] words)
    {
        string last = words[^1];
        int found = -1;
        for (int i = 0; last.Length >= ShortestMisspelt && i < _lastNames.Count; i++)
        {
            (string other, int mention) = _lastNames[i];
            bool isAlike = other[0] == last[0] && other != last && IsOneLetterApart(last, other) && (words.Length == 1 || Words(mentions[mention]) is { Length: > 1 } known && known[0] == words[0]);
            if (isAlike && found >= 0 && chains.Find(found) != chains.Find(mention))
            {
                return -1;
            }

            found = isAlike ? mention : found;
        }

        return found;
    }

    private static bool IsOneLetterApart(string left, string right)
    {
        int same = 0, shorter = Math.Min(left.Length, right.Length);
        while (same < shorter && left[same] == right[same])
        {
            same++;
        }

        return left.Length == right.Length
            ? left.AsSpan(same + 1).SequenceEqual(right.AsSpan(same + 1))
            : Math.Abs(left.Length - right.Length) == 1 && (left.Length > right.Length ? left.AsSpan(same + 1).SequenceEqual(right.AsSpan(same)) : right.AsSpan(same + 1).SequenceEqual(left.AsSpan(same)));
    }

    private int Earlier(Dictionary<string, int> index, string key, EntityType type) =>
        index.TryGetValue(key, out int other) && Compatible(mentions[other].Type, type) ? other : -1;

    private static bool Compatible(EntityType left, EntityType right) =>
        left == right || left == EntityType.Unknown || right == EntityType.Unknown
        || (left is EntityType.Gpe or EntityType.Location && right is EntityType.Gpe or EntityType.Location)
        || (left is not EntityType.Person && right is not EntityType.Person && left is not EntityType.Norp && right is not EntityType.Norp);

    private string[] Words(Mention mention)
    {
        var words = new List<string>(mention.End - mention.First);
        for (int row = mention.First; row < mention.End; row++)
        {
            string form = parse.Tokens.Form(row).ToString();
            bool isGlued = row > mention.First && words.Count > 0 && !parse.Tokens.SpaceBefore(row) && parse.Tokens.Form(row - 1) is "-" or "–" or "’" or "'";
            if (isGlued && char.IsLetter(form[0]))
            {
                // "Brandt-Okafor" is one last name.
                words[^1] += "-" + form.ToLowerInvariant();
                continue;
            }

            if (char.IsLetterOrDigit(form[0]) && !(words.Count == 0 && form is "the" or "The"))
            {
                words.Add(form.ToLowerInvariant());
            }
        }

        return [.. words];
    }

    private static string Initials(string[] words)
    {
        var initials = new StringBuilder();
        foreach (string word in words)
        {
            if (word is not ("of" or "the" or "and" or "for" or "on"))
            {
                initials.Append(word[0]);
            }
        }

        return initials.ToString();
    }
}
