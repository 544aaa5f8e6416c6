using Readout.Evaluation;
using Readout.Events;

namespace Readout.Training;

/// <summary>Trains and measures the event classifier on PLV.</summary>
public sealed class EventTraining
{
    /// <summary>The file under a corpora directory.</summary>
    public static readonly string CorpusPath = Path.Combine("events", "plv", "PLV_train.tsv");

    private const int Tenths = 10;

    private readonly IReadOnlyList<EventExample> _examples;

    /// <summary>Reads the corpus.</summary>
    /// <param name="dataDirectory">Folder of lexicons and models.</param>
    /// <param name="path">The corpus file.</param>
    /// <exception cref="InvalidDataException">The file is no PLV file.</exception>
    public EventTraining(string dataDirectory, string path) => _examples = new EventCorpus(dataDirectory).Read(path);

    /// <summary>Trains on all sentences and returns the bytes of the model file.</summary>
    public byte[] Train() => new EventTrainer().TrainFile(_examples);

    /// <summary>
    /// Scores each class with every sentence judged by a model that never saw its tenth; tenths are fixed by the sentences' hashes.
    /// </summary>
    /// <param name="tenth">0 to 9 to judge that tenth alone, null for all ten in turn.</param>
    /// <returns>Scores by class in the order of PLOVER; classes without a sentence are missing.</returns>
    public IReadOnlyList<(string Class, Score Score)> Score(int? tenth = null)
    {
        var scores = new Score[EventClassifier.Classes.Length];
        for (int held = tenth ?? 0; held <= (tenth ?? Tenths - 1); held++)
        {
            List<EventExample> train = [.. _examples.Where(example => EventCorpus.TenthOf(example.Sentence) != held)];
            EventClassifier classifier = new EventTrainer().Train(train);
            foreach (EventExample example in _examples.Where(example => EventCorpus.TenthOf(example.Sentence) == held))
            {
                int found = classifier.Classify(example.Features);
                scores[example.Label] += new Score(found == example.Label ? 1 : 0, 1, 0);
                scores[found] += new Score(0, 0, 1);
            }
        }

        return [.. EventClassifier.Classes.Select((name, i) => (name, scores[i])).Where(pair => pair.Item2.Expected > 0)];
    }
}
