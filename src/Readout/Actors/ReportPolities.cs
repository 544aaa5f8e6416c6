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
        var families = new HashSet<string>(StringComparer.Ordinal);
        foreach (Mention mention in mentions)
        {
            if (mention.Kind == MentionKind.Name && mention.End == mention.First + 1)
            {
                string key = parse.Tokens.Form(mention.First).ToString().ToLowerInvariant();
                single[key] = single.GetValueOrDefault(key) + (mention.Type == EntityType.Gpe ? 1 : 0);
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

            string? people = Endings.Select(ending => key + ending).FirstOrDefault(word => single.ContainsKey(word) || governed.Contains(word));
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
        string last = parse.Tokens.Form(mention.End - 1).ToString().ToLowerInvariant();
        bool whole = mention.End == mention.First + 1;
        isPeople = whole && _peoples.Contains(last);
        return (whole || isForm) && _names.Contains(last) ? last : null;
    }
}
