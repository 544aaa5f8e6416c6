using System.Collections.Frozen;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>
/// Cuts names out of hyphenated words, after the guideline: of "Taiwan-based" and "Western-backed" the first part is the name; "Russia-Belarus" names two states.
/// A lower-case part that <c>data/entities/hyphen-words.tsv</c> does not list belongs to the name ("Ban Ki-moon"). Immutable, thread-safe.
/// </summary>
internal sealed class HyphenatedNames
{
    private const NameClass StateOrPeople = NameClass.Country | NameClass.Demonym;

    private readonly FrozenSet<string> _words;

    /// <exception cref="IOException">The list is missing.</exception>
    public HyphenatedNames(string dataDirectory) =>
        _words = TsvFile.Rows(Path.Combine(dataDirectory, "entities", "hyphen-words.tsv"), 1).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names in text order, cut.</summary>
    public List<NameSpan> Cut(TokenTable tokens, List<NameSpan> names, NameGazetteer gazetteer)
    {
        var cut = new List<NameSpan>(names.Count + 4);
        foreach (NameSpan name in names)
        {
            NameSpan head = WithoutParticiple(tokens, name);
            bool pair = head.End - head.First == 3 && IsHyphen(tokens, head.First + 1)
                && Known(tokens, head.First, gazetteer) == NameClass.Country && Known(tokens, head.First + 2, gazetteer) == NameClass.Country;
            if (pair)
            {
                cut.Add(new NameSpan(head.First, head.First + 1, EntityType.Gpe));
                cut.Add(new NameSpan(head.First + 2, head.End, EntityType.Gpe));
            }
            else
            {
                cut.Add(head == name ? name : head with { Type = TypeOf(tokens, head, gazetteer) });
            }
        }

        return cut;
    }

    private NameSpan WithoutParticiple(TokenTable tokens, NameSpan name)
    {
        bool participle = name.End - name.First >= 3 && IsHyphen(tokens, name.End - 2)
            && _words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tokens.Form(name.End - 1));
        return participle ? name with { End = name.End - 2 } : name;
    }

    private static EntityType TypeOf(TokenTable tokens, NameSpan name, NameGazetteer gazetteer)
    {
        NameClass known = name.End - name.First == 1 ? gazetteer.Lookup(tokens.Form(name.First)) : NameClass.None;
        return (known & NameClass.Demonym) != 0 ? EntityType.Norp
            : (known & NameClass.Country) != 0 ? EntityType.Gpe
            : (known & NameClass.Polity) != 0 && name.Type == EntityType.Miscellaneous ? EntityType.Gpe
            : name.Type;
    }

    private static NameClass Known(TokenTable tokens, int row, NameGazetteer gazetteer) => gazetteer.Lookup(tokens.Form(row)) & StateOrPeople;

    private static bool IsHyphen(TokenTable tokens, int row) => tokens.Form(row) is "-" or "\u2013" or "\u2010" && !tokens.SpaceBefore(row);
}
