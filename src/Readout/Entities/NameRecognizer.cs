using System.Collections.Concurrent;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Entities;

/// <summary>Finds names and their types. Immutable, thread-safe.</summary>
public sealed class NameRecognizer
{
    private readonly NameGazetteer _gazetteer;
    private readonly NameModel _model;
    private readonly HyphenatedNames _hyphenated;
    private readonly ConcurrentBag<NameWordCache> _caches = [];

    internal NameRecognizer(NameGazetteer gazetteer, NameModel model, HyphenatedNames hyphenated)
    {
        _gazetteer = gazetteer;
        _model = model;
        _hyphenated = hyphenated;
    }

    /// <summary>Loads the gazetteer and the model from the data folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it.</exception>
    public static NameRecognizer Load(string dataDirectory) =>
        new(NameGazetteer.Load(dataDirectory), NameModel.Load(NameModel.Path(dataDirectory)), new HyphenatedNames(dataDirectory));

    /// <summary>Names in text order, never overlapping.</summary>
    public IReadOnlyList<NameSpan> Find(ParsedText parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        return Find(parse.Tokens);
    }

    /// <summary>Names in text order, from the words alone.</summary>
    public IReadOnlyList<NameSpan> Find(TokenTable tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var names = new List<NameSpan>();
        if (!_caches.TryTake(out NameWordCache? words))
        {
            words = new NameWordCache(_gazetteer, _model.Clusters, _model);
        }

        var features = new NameFeatures(tokens, _gazetteer, words);
        _caches.Add(words);
        using var scratch = new NameScratch();
        for (int s = 0; s < tokens.SentenceCount; s++)
        {
            NameSentence sentence = features.Sentence(s);
            int length = sentence.End - sentence.First;
            scratch.Reserve(length);
            Span<int> labels = scratch.Labels.AsSpan(0, length);
            _model.Label(features, sentence, scratch, labels);
            NameLabelSet.ToNames(labels, sentence.First, names);
        }

        names = NameConsistency.Apply(features, tokens, _hyphenated.Cut(tokens, names, _gazetteer), _gazetteer);
        features.Dispose();
        return names;
    }
}
