using Readout.Models;

namespace Readout.Training;

/// <summary>Vectors of words learnt from unlabelled text, looked up by the hash of the normalized form. Immutable.</summary>
public sealed class WordVectors
{
    private const string Kind = "word-vectors";
    private readonly WordIndex _index;
    private readonly ulong[] _hashes;
    private readonly float[] _values;

    internal WordVectors(ulong[] hashes, float[] values)
    {
        (_hashes, _values) = (hashes, values);
        Dimensions = hashes.Length == 0 ? 0 : values.Length / hashes.Length;
        _index = new WordIndex(hashes);
    }

    /// <summary>Number of words.</summary>
    public int Count => _hashes.Length;

    /// <summary>Length of each vector, a multiple of 16.</summary>
    public int Dimensions { get; }

    internal ReadOnlySpan<ulong> Hashes => _hashes;

    /// <summary>Reads a file that <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is broken or of another kind.</exception>
    public static WordVectors Load(string path)
    {
        ModelFile file = ModelFile.Read(path, Kind);
        sbyte[] bytes = file.SBytes("values");
        float[] scales = file.Singles("scales");
        int dimensions = bytes.Length / Math.Max(1, scales.Length);
        var values = new float[bytes.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = bytes[i] * scales[i / dimensions];
        }

        return new WordVectors(file.UInt64s("hashes"), values);
    }

    /// <summary>Writes the vectors in 8 bits with a scale each.</summary>
    public void Save(string path)
    {
        var file = new ModelFileBuilder(Kind);
        file.Add("hashes", _hashes);
        QuantizedRows rows = QuantizedRows.From(_values, Dimensions);
        file.Add("values", rows.Values);
        file.Add("scales", rows.Scales);
        file.Write(path);
    }

    /// <summary>The row of a word hash, -1 if the word has no vector.</summary>
    internal int Find(ulong hash) => _index.Find(hash);

    internal ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Dimensions, Dimensions);
}
