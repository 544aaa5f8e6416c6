using Readout.Coreference;
using Readout.Corpora;
using Readout.Entities;
using Readout.Parsing;

namespace Readout.Evaluation;

/// <summary>
/// Scores coreference on OntoGUM: the corpus's words and sentences, all else read by the engine. Mentions are widened to whole noun phrases, as the corpus marks
/// them. Not thread-safe.
/// </summary>
public sealed class CorefEvaluation
{
    private readonly SyntaxParser _parser;
    private readonly NameRecognizer _names;
    private readonly MentionDetector _mentions;
    private readonly CoreferenceResolver _coreference;

    /// <summary>Loads the stages that coreference needs.</summary>
    public CorefEvaluation(string dataDirectory)
    {
        _parser = SyntaxParser.Load(dataDirectory);
        _names = NameRecognizer.Load(dataDirectory);
        _mentions = MentionDetector.Load(dataDirectory);
        _coreference = CoreferenceResolver.Load(dataDirectory);
    }

    /// <summary>Scores a folder of .conllu files.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="all">Whether all noun phrases are mentions, as in the corpus, or those alone that the record is made of: actors and places.</param>
    public CorefScorer Evaluate(string directory, bool all)
    {
        var scorer = new CorefScorer();
        foreach (CorefDocument document in CorefCorpus.Read(directory))
        {
            ParsedText parse = _parser.Parse(document.Tokens);
            IReadOnlyList<Mention> mentions = _mentions.Detect(parse, _names.Find(parse));
            mentions = all ? NounPhrases.Add(parse, mentions) : mentions;
            CorefChains chains = _coreference.Resolve(parse, mentions);
            scorer.Add(document.Chains, Enumerable.Range(0, chains.Count).Select(chain => Spans(parse, mentions, chains.MentionsOf(chain))));
        }

        return scorer;
    }

    private static List<(int First, int End)> Spans(ParsedText parse, IReadOnlyList<Mention> mentions, ReadOnlySpan<int> chain)
    {
        var spans = new List<(int First, int End)>(chain.Length);
        foreach (int mention in chain)
        {
            spans.Add(NounPhrases.Whole(parse, mentions[mention]));
        }

        return spans;
    }
}
