using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Readout.Entities;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Attribution.Kinds;

/// <summary>
/// Tells what a statement does (docs/guidelines/kinds.md): a linear classifier over hashed features of cue and content. Immutable, thread-safe.
/// </summary>
internal sealed class KindClassifier
{
    /// <summary>Kind of the model file.</summary>
    public const string ModelKind = "statement-kinds";

    /// <summary>Number of kinds.</summary>
    public const int Count = (int)StatementKind.Expectation + 1;

    // Weights of a feature with what fills them up to one vector.
    private const int Columns = 16;

    private readonly CueLexicon _cues;
    private readonly KindHints _hints;
    private readonly WordClusters _clusters;
    private readonly sbyte[] _weights;
    private readonly ConcurrentBag<KindScratch> _scratches = [];

    /// <param name="cues">The cue lexicon.</param>
    /// <param name="hints">Words that hint at a kind.</param>
    /// <param name="clusters">Clusters of words.</param>
    /// <param name="weights">[features, kinds], in steps of a scale that all share.</param>
    public KindClassifier(CueLexicon cues, KindHints hints, WordClusters clusters, sbyte[] weights)
    {
        (_cues, _hints, _clusters) = (cues, hints, clusters);
        _weights = new sbyte[weights.Length / Count * Columns];
        for (int feature = 0; feature < weights.Length / Count; feature++)
        {
            weights.AsSpan(feature * Count, Count).CopyTo(_weights.AsSpan(feature * Columns));
        }
    }

    public static KindClassifier Load(string dataDirectory, CueLexicon cues)
    {
        string path = Path.Combine(dataDirectory, "models", "en", "statement-kinds.model");
        sbyte[] weights = ModelFile.Read(path, ModelKind).SBytes("kinds.weights");
        return weights.Length == KindFeatures.TableSize * Count
            ? new KindClassifier(cues, KindHints.Load(dataDirectory), Clusters(dataDirectory), weights)
            : throw new InvalidDataException($"{path}: expected {KindFeatures.TableSize * Count} weights, found {weights.Length}");
    }

    /// <summary>The clusters that the names' model holds.</summary>
    internal static WordClusters Clusters(string dataDirectory) =>
        WordClusters.Load(ModelFile.Read(Path.Combine(dataDirectory, "models", "en", "names.model"), NameModel.ModelKind));

    /// <summary>The likeliest kind of each statement of a text.</summary>
    /// <param name="parse">The text.</param>
    /// <param name="statements">Rows of the cue, an empty range where there is none, and of the content in text order.</param>
    public StatementKind[] Classify(ParsedText parse, IEnumerable<((int First, int End) Cue, IReadOnlyList<(int First, int End)> Content)> statements)
    {
        KindScratch scratch = _scratches.TryTake(out KindScratch? kept) ? kept : new KindScratch(_hints, _clusters);
        var features = new KindFeatures(parse, _cues, scratch);
        StatementKind[] kinds = [.. statements.Select(statement => Best(features.Compute(statement.Cue, statement.Content)))];
        _scratches.Add(scratch);
        return kinds;
    }

    private StatementKind Best(ReadOnlySpan<int> ids)
    {
        Span<int> sums = stackalloc int[Columns];
        Sum(ids, sums);
        int best = 0;
        for (int kind = 1; kind < Count; kind++)
        {
            best = sums[kind] > sums[best] ? kind : best;
        }

        return (StatementKind)best;
    }

    private void Sum(ReadOnlySpan<int> ids, Span<int> sums)
    {
        Vector128<int> a = default, b = default, c = default, d = default;
        foreach (int id in ids)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Create<sbyte>(_weights.AsSpan(id * Columns, Columns)));
            (Vector128<int> first, Vector128<int> second) = Vector128.Widen(low);
            (Vector128<int> third, Vector128<int> fourth) = Vector128.Widen(high);
            (a, b, c, d) = (a + first, b + second, c + third, d + fourth);
        }

        a.CopyTo(sums);
        b.CopyTo(sums[4..]);
        c.CopyTo(sums[8..]);
        d.CopyTo(sums[12..]);
    }
}
