using Readout.Models;

namespace Readout.Tokenization;

/// <summary>
/// Finds sentence ends inside paragraphs with a linear model over hashed features of each gap between words (after Gillick 2009, with the features of
/// <see cref="SentenceCues"/>). Immutable, thread-safe.
/// </summary>
internal sealed class SentenceSplitter
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "sentences";

    // In steps of 1/512. A number before a capital ("1.64 Swiss francs") ends sentences in lists and tables of the web, hardly ever in news.
    private const int AfterNumberThreshold = 1024;

    private readonly CharKinds _kinds;
    private readonly short[] _weights;

    public SentenceSplitter(CharKinds kinds, short[] weights)
    {
        _kinds = kinds;
        _weights = weights;
    }

    public static string ModelPath(string dataDirectory) => Path.Combine(dataDirectory, "models", "en", "sentences.model");

    /// <exception cref="InvalidDataException">The model is damaged or of another size.</exception>
    public static SentenceSplitter Load(string dataDirectory, CharKinds kinds)
    {
        string path = ModelPath(dataDirectory);
        short[] weights = ModelFile.Read(path, ModelKind).Elements<short>("weights").ToArray();
        return weights.Length == SentenceCues.Space
            ? new SentenceSplitter(kinds, weights)
            : throw new InvalidDataException($"{path}: expected {SentenceCues.Space} weights, found {weights.Length}");
    }

    /// <summary>First rows of the sentences of a table that holds one sentence a paragraph, closed by the number of rows.</summary>
    public int[] Split(TokenTable paragraphs)
    {
        var starts = new List<int>(paragraphs.ParagraphCount * 2);
        var cues = new SentenceCues(paragraphs, _kinds);
        Span<ushort> features = stackalloc ushort[SentenceCues.FeatureCount];
        for (int p = 0; p < paragraphs.ParagraphCount; p++)
        {
            int end = paragraphs.ParagraphStarts[p + 1];
            starts.Add(paragraphs.ParagraphStarts[p]);
            cues.BeginParagraph(paragraphs.ParagraphStarts[p], end);
            for (int row = paragraphs.ParagraphStarts[p]; row + 1 < end; row++)
            {
                cues.Pass(row);
                if (cues.MayEnd(row) && IsEnd(ref cues, row, features))
                {
                    starts.Add(row + 1);
                    cues.BeginSentence(row + 1);
                }
            }
        }

        cues.Dispose();
        starts.Add(paragraphs.Count);
        return starts.ToArray();
    }

    private bool IsEnd(ref SentenceCues cues, int row, scoped Span<ushort> features)
    {
        cues.Features(row, features);
        int score = 0;
        foreach (ushort feature in features)
        {
            score += _weights[feature];
        }

        return score > (cues.IsNumber(row) ? AfterNumberThreshold : 0);
    }
}
