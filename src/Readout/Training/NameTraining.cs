using Readout.Corpora;
using Readout.Entities;
using Readout.Evaluation;

namespace Readout.Training;

/// <summary>Trains and scores the name recogniser on the corpora of a folder.</summary>
public static class NameTraining
{
    /// <summary>Trains the model and returns the bytes of its file.</summary>
    /// <param name="sources">Folder of the corpora and folder of the project's own annotations (<c>eval</c>).</param>
    /// <param name="dataDirectory">Folder of the lists and of the sentence model.</param>
    /// <param name="vectors">Word vectors that the clusters are made of.</param>
    /// <param name="epochs">Passes over the data, from 1.</param>
    /// <param name="report">Called after each pass with its number and the dev scores of each corpus.</param>
    /// <exception cref="IOException">A corpus is missing.</exception>
    public static byte[] Train(
        (string Corpora, string Annotations) sources,
        string dataDirectory,
        WordVectors vectors,
        int epochs,
        Action<int, IReadOnlyDictionary<string, Score>> report)
    {
        NameGazetteer gazetteer = NameGazetteer.Load(dataDirectory);
        var texts = new NameCorpora(sources.Corpora, sources.Annotations, dataDirectory, gazetteer);
        IReadOnlyList<NameDocument> train = texts.Train();
        (string Name, IReadOnlyList<NameDocument> Documents)[] dev = [.. texts.Dev()];
        var hyphenated = new HyphenatedNames(dataDirectory);
        return new NameTrainer(gazetteer, VectorClusters.Build(vectors), new NameTrainingOptions { Epochs = epochs })
            .Train(train, (epoch, model) =>
            {
                var recognizer = new NameRecognizer(gazetteer, model, hyphenated);
                report(epoch, dev.ToDictionary(
                    part => part.Name,
                    part => NameScorer.Score(part.Documents, document => recognizer.Find(document.Tokens))["all"],
                    StringComparer.Ordinal));
            })
            .ToFile();
    }

    /// <summary>Scores the recogniser on each dev corpus, by person, organization, place and all three.</summary>
    public static IEnumerable<(string Corpus, string Group, Score Score)> Evaluate(string corpora, string annotations, string dataDirectory)
    {
        NameRecognizer recognizer = NameRecognizer.Load(dataDirectory);
        foreach ((string name, IReadOnlyList<NameDocument> documents) in new NameCorpora(corpora, annotations, dataDirectory, NameGazetteer.Load(dataDirectory)).Dev())
        {
            foreach ((string group, Score score) in NameScorer.Score(documents, document => recognizer.Find(document.Tokens)))
            {
                yield return (name, group, score);
            }
        }
    }
}
