using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    // The same by the label they arrive at: [to, from].
    private readonly int[] _arrivals = new int[Labels * Labels];

    /// <param name="clusters">Clusters of words that the features name.</param>
    /// <param name="weights">[space, labels].</param>
    /// <param name="transitions">[labels, labels], from and to.</param>
    public NameModel(WordClusters clusters, sbyte[] weights, short[] transitions)
    {
        Clusters = clusters;
        _weights = weights;
        _transitions = transitions;
        Space = weights.Length / Labels;
        for (int i = 0; i < _arrivals.Length; i++)
        {
            _arrivals[i] = transitions[(i % Labels * Labels) + (i / Labels)];
        }
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
    /// <param name="scratch">Space of the search, reserved for the sentence.</param>
    /// <param name="labels">Receives a label for each row.</param>
    public void Label(in NameFeatures features, (int First, int End) sentence, NameScratch scratch, Span<int> labels)
    {
        Span<int> indexes = stackalloc int[NameFeatures.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            features.Fill(sentence.First + i, sentence, Space, indexes);
            AddRows(indexes, scratch.Scores.AsSpan(i * Labels, Labels));
        }

        Search(scratch, labels);
    }

    // Sixteen labels at once, the last alone; 44 weights of 8 bits fit 16.
    internal void AddRows(ReadOnlySpan<int> indexes, Span<int> scores)
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            AddRowsScalar(indexes, scores);
            return;
        }

        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        Vector128<short> lower = Vector128<short>.Zero;
        Vector128<short> upper = Vector128<short>.Zero;
        int last = 0;
        foreach (int index in indexes)
        {
            ref sbyte row = ref Unsafe.Add(ref weights, index * Labels);
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref row));
            lower += low;
            upper += high;
            last += Unsafe.Add(ref row, Labels - 1);
        }

        for (int i = 0; i < Vector128<short>.Count; i++)
        {
            scores[i] = lower[i];
            scores[i + Vector128<short>.Count] = upper[i];
        }

        scores[Labels - 1] = last;
    }

    internal void AddRowsScalar(ReadOnlySpan<int> indexes, Span<int> scores)
    {
        scores.Clear();
        foreach (int index in indexes)
        {
            for (int label = 0; label < Labels; label++)
            {
                scores[label] += _weights[(index * Labels) + label];
            }
        }
    }

    // Forward only the best scores are kept; the way back finds its labels again.
    private void Search(NameScratch scratch, Span<int> labels)
    {
        Span<int> best = scratch.Best.AsSpan(0, labels.Length * Labels);
        ReadOnlySpan<int> scores = scratch.Scores;
        for (int label = 0; label < Labels; label++)
        {
            best[label] = NameLabelSet.IsInside(label) ? int.MinValue / 2 : _transitions[label] + scores[label];
        }

        for (int i = 1; i < labels.Length; i++)
        {
            Step(best.Slice((i - 1) * Labels, Labels), scores.Slice(i * Labels, Labels), best.Slice(i * Labels, Labels));
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
            last = i == 0 ? 0 : Before(best.Slice((i - 1) * Labels, Labels), last);
        }
    }

    private void Step(ReadOnlySpan<int> before, ReadOnlySpan<int> scores, Span<int> best)
    {
        for (int label = 0; label < Labels; label++)
        {
            int top;
            if (NameLabelSet.IsInside(label))
            {
                top = Math.Max(before[label - 1] + _arrivals[(label * Labels) + label - 1], before[label] + _arrivals[(label * Labels) + label]);
            }
            else
            {
                ReadOnlySpan<int> arrivals = _arrivals.AsSpan(label * Labels, Labels);
                Vector128<int> highest = Vector128.Create(int.MinValue);
                for (int b = 0; b < Labels - 1; b += 4)
                {
                    highest = Vector128.Max(highest, Vector128.Create(before.Slice(b, 4)) + Vector128.Create(arrivals.Slice(b, 4)));
                }

                top = Math.Max(Math.Max(highest[0], highest[1]), Math.Max(highest[2], highest[3]));
                top = Math.Max(top, before[Labels - 1] + arrivals[Labels - 1]);
            }

            best[label] = top + scores[label];
        }
    }

    private int Before(ReadOnlySpan<int> best, int label)
    {
        int top = -1;
        int topScore = int.MinValue;
        for (int before = 0; before < Labels; before++)
        {
            int score = best[before] + _arrivals[(label * Labels) + before];
            if (NameLabelSet.MayFollow(before, label) && score > topScore)
            {
                (top, topScore) = (before, score);
            }
        }

        return top;
    }
}
