using Readout.Models;

namespace Readout.Coreference;

/// <summary>Weights of <see cref="PronounFeatures"/>, learnt from OntoGUM and GAP. Whole numbers, so that ranks are the same on every machine. Immutable, thread-safe.</summary>
internal sealed class PronounRanker(sbyte[] weights)
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "pronoun-ranker";

    public static PronounRanker Load(string dataDirectory)
    {
        string path = Path.Combine(dataDirectory, "models", "en", "pronouns.model");
        sbyte[] weights = ModelFile.Read(path, ModelKind).SBytes("pronouns.weights");
        return weights.Length == PronounFeatures.TableSize
            ? new PronounRanker(weights)
            : throw new InvalidDataException($"{path}: expected {PronounFeatures.TableSize} weights, found {weights.Length}");
    }

    public int Score(List<int> ids)
    {
        int score = 0;
        foreach (int id in ids)
        {
            score += weights[id];
        }

        return score;
    }
}
