using System.Numerics;
using Readout.Entities;
using Readout.Learning;

namespace Readout.Training;

/// <summary>Clusters word vectors on the unit sphere by k-means (Dhillon and Modha 2001). Deterministic.</summary>
internal static class VectorClusters
{
    private const int Passes = 12;
    private const int FineCount = 240;
    private const int CoarseCount = 40;

    public static WordClusters Build(WordVectors vectors)
    {
        float[] rows = Normalize(vectors);
        return new WordClusters(
            vectors.Hashes.ToArray(), Cluster(rows, vectors.Dimensions, FineCount), Cluster(rows, vectors.Dimensions, CoarseCount));
    }

    private static float[] Normalize(WordVectors vectors)
    {
        var rows = new float[vectors.Count * vectors.Dimensions];
        for (int r = 0; r < vectors.Count; r++)
        {
            ReadOnlySpan<float> source = vectors.Row(r);
            float norm = MathF.Sqrt(Math.Max(1e-12f, Dot(source, source)));
            for (int i = 0; i < source.Length; i++)
            {
                rows[(r * source.Length) + i] = source[i] / norm;
            }
        }

        return rows;
    }

    private static byte[] Cluster(float[] rows, int width, int clusters)
    {
        int count = rows.Length / width;
        var centres = new float[clusters * width];
        var random = new SeededRandom(29);
        for (int c = 0; c < clusters && count > 0; c++)
        {
            rows.AsSpan(random.Next(count) * width, width).CopyTo(centres.AsSpan(c * width));
        }

        var assigned = new byte[count];
        for (int pass = 0; pass < Passes; pass++)
        {
            Parallel.For(0, count, r => assigned[r] = (byte)(Nearest(rows.AsSpan(r * width, width), centres) + 1));
            Recentre(rows, width, assigned, centres);
        }

        return assigned;
    }

    private static int Nearest(ReadOnlySpan<float> row, float[] centres)
    {
        int best = 0;
        float bestDot = float.NegativeInfinity;
        for (int c = 0; c * row.Length < centres.Length; c++)
        {
            float dot = Dot(row, centres.AsSpan(c * row.Length, row.Length));
            if (dot > bestDot)
            {
                (best, bestDot) = (c, dot);
            }
        }

        return best;
    }

    private static void Recentre(float[] rows, int width, byte[] assigned, float[] centres)
    {
        Array.Clear(centres);
        for (int r = 0; r < assigned.Length; r++)
        {
            Span<float> centre = centres.AsSpan((assigned[r] - 1) * width, width);
            for (int i = 0; i < width; i++)
            {
                centre[i] += rows[(r * width) + i];
            }
        }

        for (int c = 0; c * width < centres.Length; c++)
        {
            Span<float> centre = centres.AsSpan(c * width, width);
            float norm = MathF.Sqrt(Math.Max(1e-12f, Dot(centre, centre)));
            foreach (ref float value in centre)
            {
                value /= norm;
            }
        }
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        Vector<float> sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);
        }

        float total = Vector.Sum(sum);
        for (; i < left.Length; i++)
        {
            total += left[i] * right[i];
        }

        return total;
    }
}
