using System.Numerics;
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

    // Low enough never to be on the best path, high enough never to overflow.
    private const int Forbidden = -(1 << 29);

    // The same by the label they leave and by the label they arrive at; what may not follow is forbidden.
    private readonly int[] _departures = new int[Labels * Labels];
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
        for (int before = 0; before < Labels; before++)
        {
            for (int label = 0; label < Labels; label++)
            {
                int score = NameLabelSet.MayFollow(before, label) ? transitions[(before * Labels) + label] : Forbidden;
                (_departures[(before * Labels) + label], _arrivals[(label * Labels) + before]) = (score, score);
            }
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
    /// <param name="sentence">The sentence.</param>
    /// <param name="scratch">Space of the search, reserved for the sentence.</param>
    /// <param name="labels">Receives a label for each row.</param>
    public void Label(in NameFeatures features, in NameSentence sentence, NameScratch scratch, Span<int> labels)
    {
        Span<int> indexes = stackalloc int[NameFeatures.Count - NameFeatures.FormCount];
        for (int i = 0; i < labels.Length; i++)
        {
            int row = sentence.First + i;
            features.Fill(row, sentence, Space, indexes);
            Span<int> scores = scratch.Scores.AsSpan(i * Labels, Labels);
            AddRows(indexes, scores);
            ReadOnlySpan<short> form = features.FormScores(row);
            for (int label = 0; label < Labels; label++)
            {
                scores[label] += form[label];
            }
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

        (Vector128<int> first, Vector128<int> second) = Vector128.Widen(lower);
        (Vector128<int> third, Vector128<int> fourth) = Vector128.Widen(upper);
        first.CopyTo(scores);
        second.CopyTo(scores[4..]);
        third.CopyTo(scores[8..]);
        fourth.CopyTo(scores[12..]);
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
            best[label] = NameLabelSet.IsInside(label) ? Forbidden : _transitions[label] + scores[label];
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

    // The best score of each label: sixteen of them at once, the last alone, which only its own name may continue.
    private void Step(ReadOnlySpan<int> before, ReadOnlySpan<int> scores, Span<int> best)
    {
        ref int departures = ref MemoryMarshal.GetArrayDataReference(_departures);
        Vector512<int> highest = Vector512.Create(int.MinValue);
        for (int label = 0; label < Labels; label++)
        {
            highest = Vector512.Max(highest, Vector512.Create(before[label]) + Vector512.LoadUnsafe(ref Unsafe.Add(ref departures, label * Labels)));
        }

        (highest + Vector512.Create(scores)).CopyTo(best);
        int last = Labels - 1;
        best[last] = scores[last]
            + Math.Max(before[last - 1] + _departures[((last - 1) * Labels) + last], before[last] + _departures[(last * Labels) + last]);
    }

    // The first of the labels from which the best path comes.
    private int Before(ReadOnlySpan<int> best, int label)
    {
        ReadOnlySpan<int> arrivals = _arrivals.AsSpan(label * Labels, Labels);
        Vector512<int> paths = Vector512.Create(best) + Vector512.Create(arrivals);
        Vector256<int> half = Vector256.Max(paths.GetLower(), paths.GetUpper());
        Vector128<int> quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        int top = Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3]));
        int last = Labels - 1;
        return best[last] + arrivals[last] > top
            ? last
            : BitOperations.TrailingZeroCount(Vector512.Equals(paths, Vector512.Create(top)).ExtractMostSignificantBits());
    }
}
