using System.Runtime.InteropServices;
using Readout.Models;

namespace Readout.Entities;

/// <summary>
/// A linear model of label sequences: hashed feature weights in 8 bits for each of <see cref="NameLabelSet.Count"/> labels, label transitions in 16 bits,
/// and an exact search. Integer sums only, so that every machine gives the same labels. Immutable, thread-safe.
/// </summary>
internal sealed class NameModel
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "names";

    private const int Labels = NameLabelSet.Count;

    private readonly sbyte[] _weights;
    private readonly short[] _transitions;

    /// <param name="clusters">Clusters of words that the features name.</param>
    /// <param name="weights">[space, labels].</param>
    /// <param name="transitions">[labels, labels], from and to.</param>
    public NameModel(WordClusters clusters, sbyte[] weights, short[] transitions)
    {
        Clusters = clusters;
        _weights = weights;
        _transitions = transitions;
        Space = weights.Length / Labels;
    }

    public WordClusters Clusters { get; }

    /// <summary>Size of the hashed feature space, a power of two.</summary>
    public int Space { get; }

    public static string Path(string dataDirectory) => System.IO.Path.Combine(dataDirectory, "models", "en", "names.model");

    /// <exception cref="InvalidDataException">The model is damaged or of another shape.</exception>
    public static NameModel Load(string path)
    {
        ModelFile file = ModelFile.Read(path, ModelKind);
        sbyte[] weights = file.SBytes("weights");
        short[] transitions = file.Elements<short>("transitions").ToArray();
        int space = weights.Length / Labels;
        return weights.Length == space * Labels && int.IsPow2(space) && transitions.Length == Labels * Labels
            ? new NameModel(WordClusters.Load(file), weights, transitions)
            : throw new InvalidDataException($"{path}: expected weights of {Labels} labels over a power of two of features, found {weights.Length}");
    }

    public byte[] ToFile()
    {
        var file = new ModelFileBuilder(ModelKind);
        file.Add("weights", _weights);
        file.Add("transitions", _transitions);
        Clusters.Save(file);
        return file.ToArray();
    }

    /// <summary>The best labels of a sentence.</summary>
    /// <param name="features">Features of the document.</param>
    /// <param name="sentence">Rows of the sentence, first and end.</param>
    /// <param name="scratch">Space of the search.</param>
    /// <param name="labels">Receives a label for each row.</param>
    public void Label(in NameFeatures features, (int First, int End) sentence, NameScratch scratch, Span<int> labels)
    {
        scratch.Reserve(labels.Length);
        Span<int> indexes = stackalloc int[NameFeatures.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            features.Fill(sentence.First + i, sentence, Space, indexes);
            Span<int> scores = scratch.Scores.AsSpan(i * Labels, Labels);
            scores.Clear();
            foreach (int index in indexes)
            {
                AddRow(scores, index);
            }
        }

        Search(scratch, labels);
    }

    private void AddRow(Span<int> scores, int index)
    {
        ref sbyte row = ref MemoryMarshal.GetArrayDataReference(_weights);
        row = ref System.Runtime.CompilerServices.Unsafe.Add(ref row, index * Labels);
        for (int label = 0; label < Labels; label++)
        {
            scores[label] += System.Runtime.CompilerServices.Unsafe.Add(ref row, label);
        }
    }

    private void Search(NameScratch scratch, Span<int> labels)
    {
        Span<int> best = scratch.Best.AsSpan(0, labels.Length * Labels);
        Span<byte> from = scratch.From.AsSpan(0, labels.Length * Labels);
        for (int i = 0; i < labels.Length; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                (int score, int before) = i == 0
                    ? (NameLabelSet.IsInside(label) ? int.MinValue / 2 : _transitions[label], 0)
                    : BestBefore(best.Slice((i - 1) * Labels, Labels), label);
                best[(i * Labels) + label] = score + scratch.Scores[(i * Labels) + label];
                from[(i * Labels) + label] = (byte)before;
            }
        }

        int last = 0;
        ReadOnlySpan<int> final = best[((labels.Length - 1) * Labels)..];
        for (int label = 1; label < Labels; label++)
        {
            last = final[label] > final[last] ? label : last;
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = last;
            last = from[(i * Labels) + last];
        }
    }

    private (int Score, int Before) BestBefore(ReadOnlySpan<int> best, int label)
    {
        if (NameLabelSet.IsInside(label))
        {
            int begin = best[label - 1] + _transitions[((label - 1) * Labels) + label];
            int inside = best[label] + _transitions[(label * Labels) + label];
            return begin >= inside ? (begin, label - 1) : (inside, label);
        }

        int top = int.MinValue;
        int topLabel = 0;
        for (int before = 0; before < Labels; before++)
        {
            int score = best[before] + _transitions[(before * Labels) + label];
            if (score > top)
            {
                (top, topLabel) = (score, before);
            }
        }

        return (top, topLabel);
    }
}
