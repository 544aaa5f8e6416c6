using Readout.Entities;
using Readout.Parsing;

namespace Readout.Actors;

/// <summary>
/// The states of one report that no gazetteer knows: a name that has a foreign minister or president of its own, or a people ("Belmarra", "the Belmarran
/// capital"). All names of one report are read together, so that a name is a state wherever it stands.
/// </summary>
internal sealed class ReportPolities
{
    private const int ShortestName = 4;

    // Longer names are told apart by their first letters only.
    private const int LongestName = 64;
    private const int LongestEnding = 3;

    private static readonly string[] Endings = ["n", "an", "ian", "ese", "i"];

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _peoples = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the report.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="mentions">All mentions.</param>
    /// <param name="titles">Titles and descriptions by mention.</param>
    public ReportPolities(ParsedText parse, IReadOnlyList<Mention> mentions, ReadOnlySpan<TitleEvidence?> titles)
    {
        var single = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> singles = single.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[LongestName];
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (Mention mention in mentions)
        {
            if (mention.Kind == MentionKind.Name && mention.End == mention.First + 1)
            {
                ReadOnlySpan<char> key = Lower(parse.Tokens.Form(mention.First), buffer);
                singles.TryGetValue(key, out int places);
                singles[key] = places + (mention.Type == EntityType.Gpe ? 1 : 0);
            }
            else if (mention.Kind == MentionKind.Name && mention.Type == EntityType.Person)
            {
                families.Add(parse.Tokens.Form(mention.End - 1).ToString().ToLowerInvariant());
            }
        }

        var governed = new HashSet<string>(StringComparer.Ordinal);
        foreach (TitleEvidence? title in titles)
        {
            if (title is { State: null, StateWord: { } word, Office: not null, Sector: "GOV" })
            {
                governed.Add(word);
            }
        }

        foreach ((string key, int places) in single)
        {
            if (key.Length < ShortestName || families.Contains(key))
            {
                continue;
            }

            string? people = People(key, singles, governed, buffer);
            if (people is not null || (governed.Contains(key) && places > 0))
            {
                _names.Add(key);
            }

            if (people is not null)
            {
                _peoples.Add(people);
            }
        }
    }

    /// <summary>
    /// The state that a name means: itself, or the last word of "Republic of Maravene", "URGENT Maravene"; null where it means none.
    /// <paramref name="isPeople"/> is set where the name is the adjective of such a state.
    /// </summary>
    public string? Find(ParsedText parse, Mention mention, bool isForm, out bool isPeople)
    {
        isPeople = false;
        if (_names.Count == 0 && _peoples.Count == 0)
        {
            return null;
        }

        string last = parse.Tokens.Form(mention.End - 1).ToString().ToLowerInvariant();
        bool whole = mention.End == mention.First + 1;
        isPeople = whole && _peoples.Contains(last);
        return (whole || isForm) && _names.Contains(last) ? last : null;
    }

    // The adjective that the report has of a name: "belmarran" of "belmarra".
    private static string? People(string name, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> singles, HashSet<string> governed, Span<char> buffer)
    {
        if (name.Length > LongestName - LongestEnding)
        {
            return null;
        }

        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = governed.GetAlternateLookup<ReadOnlySpan<char>>();
        name.CopyTo(buffer);
        foreach (string ending in Endings)
        {
            ending.CopyTo(buffer[name.Length..]);
            ReadOnlySpan<char> word = buffer[..(name.Length + ending.Length)];
            if (singles.ContainsKey(word) || words.Contains(word))
            {
                return word.ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        ReadOnlySpan<char> part = word.Length > buffer.Length ? word[..buffer.Length] : word;
        return buffer[..part.ToLowerInvariant(buffer)];
    }
}
