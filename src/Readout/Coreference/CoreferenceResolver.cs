using Readout.Entities;
using Readout.Parsing;
using Readout.Quotations;

namespace Readout.Coreference;

/// <summary>
/// Decides which mentions stand for the same, in four passes: names, noun phrases, descriptions, pronouns. Linear in the number of mentions.
/// Immutable, thread-safe.
/// </summary>
public sealed class CoreferenceResolver
{
    private readonly CorefLexicon _lexicon;
    private readonly StateWords _states;
    private readonly QuotationFinder _quotations;
    private readonly ReportingVerbs _verbs;
    private readonly PronounRanker _ranker;

    /// <summary>A resolver with a ranker of its own, for training.</summary>
    internal CoreferenceResolver(string dataDirectory, PronounRanker ranker)
    {
        _ranker = ranker;
        _lexicon = CorefLexicon.Load(dataDirectory);
        _states = StateWords.Load(dataDirectory);
        _quotations = QuotationFinder.Load(dataDirectory);
        _verbs = ReportingVerbs.Load(dataDirectory);
    }

    /// <summary>Loads its word lists from the data folder.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it.</exception>
    public static CoreferenceResolver Load(string dataDirectory) => new(dataDirectory, PronounRanker.Load(dataDirectory));

    /// <summary>A partition of the mentions.</summary>
    public CorefChains Resolve(ParsedText parse, IReadOnlyList<Mention> mentions) => Resolve(parse, mentions, null);

    /// <summary>A partition, and what the ranker chose between.</summary>
    internal CorefChains Resolve(ParsedText parse, IReadOnlyList<Mention> mentions, IList<PronounChoice>? choices)
    {
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(mentions);
        int[] quoted = QuotedRows(parse);
        var reader = new MentionReader(parse, mentions, _lexicon, _states);
        int[] narrative = Narrative(parse, quoted);
        var traits = new MentionTraits[mentions.Count];
        var chains = new ChainSet(mentions.Count);
        for (int i = 0; i < traits.Length; i++)
        {
            traits[i] = reader.Traits(i) with { Sentence = narrative[parse.Tokens.SentenceOf(mentions[i].Head)] };
            chains.Describe(i, traits[i].Kind == MentionKind.Pronoun ? Gender.Unknown : traits[i].Gender, null, null);
        }

        new NamePass(parse, mentions, traits, chains).Run();
        new NominalPass(parse, mentions, traits, chains) { Lexicon = _lexicon, Reader = reader }.Run();
        bool[] speakers = Speakers(parse, mentions, quoted);
        new DescriptionPass(parse, mentions, traits, chains) { Lexicon = _lexicon, Reader = reader, IsSpeaker = speakers }.Run();
        var features = new PronounFeatures(parse, mentions, traits, chains) { Quoted = quoted, IsSpeaker = speakers };
        new PronounPass(parse, mentions, traits, chains) { Features = features, Ranker = _ranker, Choices = choices }.Run();
        return new CorefChains(chains.Numbers());
    }

    // Sentences that are quoted throughout do not put distance between the sentences of the reporter.
    private static int[] Narrative(ParsedText parse, int[] quoted)
    {
        var narrative = new int[parse.Tokens.SentenceCount];
        int number = 0;
        for (int sentence = 0; sentence < narrative.Length; sentence++)
        {
            bool isTold = quoted.AsSpan(parse.Tokens.SentenceStarts[sentence], parse.Tokens.SentenceStarts[sentence + 1] - parse.Tokens.SentenceStarts[sentence]).Contains(0);
            number += isTold ? 1 : 0;
            narrative[sentence] = number;
        }

        return narrative;
    }

    // Mentions that are the subject of a reporting verb of the reporter's.
    private bool[] Speakers(ParsedText parse, IReadOnlyList<Mention> mentions, int[] quoted)
    {
        var speakers = new bool[mentions.Count];
        for (int i = 0; i < speakers.Length; i++)
        {
            int head = mentions[i].Head, verb = parse.Heads[head];
            speakers[i] = verb >= 0 && quoted[head] == 0 && _verbs.Contains(parse.Lemma(verb))
                && (parse.Relations[head] == DependencyRelation.Nsubj || (parse.Relations[head] == DependencyRelation.NsubjPass && parse.Lemma(verb) is "quote" or "cite"));
        }

        return speakers;
    }

    // Number of the quotation that a row stands in, from 1; 0 outside.
    private int[] QuotedRows(ParsedText parse)
    {
        var quoted = new int[parse.Tokens.Count];
        int number = 0;
        foreach (Quotation quotation in _quotations.Find(parse.Tokens.Text))
        {
            number++;
            for (int row = parse.Tokens.RowAt(quotation.Inner.Start); quotation.Parent < 0 && row < quoted.Length && parse.Tokens.Starts[row] < quotation.Inner.End; row++)
            {
                quoted[row] = number;
            }
        }

        return quoted;
    }
}
