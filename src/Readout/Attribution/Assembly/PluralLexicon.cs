using Readout.Entities;
using Readout.Text;

namespace Readout.Attribution.Assembly;

/// <summary>Nouns and pronouns by which a report means two or more actors that it named (data/attribution/plurals.tsv). Immutable.</summary>
internal sealed class PluralLexicon
{
    private readonly Dictionary<string, EntityType> _heads = new(StringComparer.Ordinal);

    private PluralLexicon()
    {
    }

    public static PluralLexicon Load(string dataDirectory)
    {
        var lexicon = new PluralLexicon();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(dataDirectory, "attribution", "plurals.tsv"), 2))
        {
            lexicon._heads[cells[0]] = cells[1] switch
            {
                "person" => EntityType.Person,
                "state" => EntityType.Gpe,
                _ => EntityType.Unknown,
            };
        }

        return lexicon;
    }

    /// <summary>What kind of actors the plural means; null where the word is none of the list.</summary>
    public EntityType? TypeOf(ReadOnlySpan<char> form) =>
        _heads.TryGetValue(form.ToString().ToLowerInvariant(), out EntityType type) ? type : null;
}
