using Readout.Attribution.Quotations;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Coreference;

/// <summary>
/// Decides which mentions stand for the same, in three passes: names, noun phrases, pronouns. Linear in the number of mentions.
/// Immutable, thread-safe.
/// </summary>
public sealed class CoreferenceResolver
{
    private readonly CorefLexicon _lexicon;
    private readonly StateWords _states;
    private readonly QuotationFinder _quotations;

    private CoreferenceResolver(string dataDirectory)
    {
        _lexicon = CorefLexicon.Load(dataDirectory);
        _states = StateWords.Load(dataDirectory);
        _quotations = QuotationFinder.Load(dataDirectory);
    }

    /// <summary>Loads its word lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it.</exception>
    public static CoreferenceResolver Load(string dataDirectory) => new(dataDirectory);

    /// <summary>A partition of the mentions.</summary>
    public CorefChains Resolve(ParsedText parse, IReadOnlyList<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(mentions);
        var reader = new MentionReader(parse, mentions, _lexicon, _states);
        var traits = new MentionTraits[mentions.Count];
        var chains = new ChainSet(mentions.Count);
        for (int i = 0; i < traits.Length; i++)
        {
            traits[i] = reader.Traits(i);
            chains.Describe(i, traits[i].Kind == MentionKind.Pronoun ? Gender.Unknown : traits[i].Gender, null, null);
        }

        new NamePass(parse, mentions, traits, chains).Run();
        new NominalPass(parse, mentions, traits, chains) { Lexicon = _lexicon, Reader = reader }.Run();
        new PronounPass(parse, mentions, traits, chains) { Quoted = QuotedRows(parse) }.Run();
        return new CorefChains(chains.Numbers());
    }

    private bool[] QuotedRows(ParsedText parse)
    {
        var quoted = new bool[parse.Tokens.Count];
        foreach (Quotation quotation in _quotations.Find(parse.Tokens.Text))
        {
            for (int row = parse.Tokens.RowAt(quotation.Inner.Start); quotation.Parent < 0 && row < quoted.Length && parse.Tokens.Starts[row] < quotation.Inner.End; row++)
            {
                quoted[row] = true;
            }
        }

        return quoted;
    }
}
