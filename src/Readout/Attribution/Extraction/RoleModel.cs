using Readout.Models;

namespace Readout.Attribution.Extraction;

/// <summary>
/// The frozen role tagger: a narrow recurrent encoder that reads on from the parser's states, and a conditional random field. Immutable, thread-safe.
/// <code>
/// x(t) = rows of the word, its affixes and its place + states of the parser W      word rows are summed once per form
/// recurrent layers over the article, then the scores of <see cref="RoleScores"/>
/// </code>
/// </summary>
internal sealed class RoleModel
{
    /// <summary>Kind of the model file.</summary>
    public const string Kind = "attribution-roles";

    private readonly WordIndex _index;
    private readonly QuantizedRows _words;
    private readonly QuantizedRows[] _features;
    private readonly float[] _places;

    public RoleModel(ModelFile file)
    {
        int[] shape = file.Int32s("roles.shape");
        Width = shape[0];
        ParserFingerprint = file.Lines("roles.parser")[0];
        _index = new WordIndex(file.Elements<ulong>("roles.words"));
        _words = Rows(file, "roles.word");
        _features = [.. Enumerable.Range(0, LexicalFeatures.Count).Select(f => Rows(file, $"roles.feature{f}"))];
        _places = JoinPlaces([.. Enumerable.Range(0, RoleInputs.Sizes.Length).Select(f => Rows(file, $"roles.place{f}"))]);
        Context = Int8Matrix.Load(file, "roles.context");
        Recurrent = [.. Enumerable.Range(0, shape[1]).Select(layer => Int8Matrix.Load(file, $"roles.recurrent{layer}"))];
        Output = Int8Matrix.Load(file, "roles.output");
    }

    /// <summary>Width of the layers, a multiple of 32.</summary>
    public int Width { get; }

    /// <summary>The encoder whose states it was trained on; see <see cref="ModelFile.Fingerprint"/>.</summary>
    public string ParserFingerprint { get; }

    /// <summary>[parser's width, width].</summary>
    public Int8Matrix Context { get; }

    /// <summary>Per layer [width, 3 width].</summary>
    public Int8Matrix[] Recurrent { get; }

    /// <summary>[width, <see cref="RoleScores.Count"/>].</summary>
    public Int8Matrix Output { get; }

    /// <summary>Writes the summed rows of a word form, [width].</summary>
    public void Embed(ReadOnlySpan<char> form, Span<float> row)
    {
        row.Clear();
        _words.AddTo(Math.Max(0, _index.Find(LexicalFeatures.WordHash(form))), row);
        Span<int> ids = stackalloc int[LexicalFeatures.Count];
        LexicalFeatures.Compute(form, ids);
        for (int f = 0; f < ids.Length; f++)
        {
            _features[f].AddTo(ids[f], row);
        }
    }

    /// <summary>The row of a value of <see cref="RoleInputs.Join"/>, [width].</summary>
    public ReadOnlySpan<float> Place(int value) => _places.AsSpan(value * Width, Width);

    private static QuantizedRows Rows(ModelFile file, string name) => new(file.SBytes(name), file.Singles(name + ".scales"));

    // Every combination of values in mixed radix, the first input the most significant.
    private float[] JoinPlaces(QuantizedRows[] inputs)
    {
        var joined = new float[RoleInputs.JoinedSize * Width];
        for (int value = 0; value < RoleInputs.JoinedSize; value++)
        {
            int rest = value;
            for (int input = inputs.Length - 1; input >= 0; input--)
            {
                inputs[input].AddTo(rest % RoleInputs.Sizes[input], joined.AsSpan(value * Width, Width));
                rest /= RoleInputs.Sizes[input];
            }
        }

        return joined;
    }
}
