using Readout.Learning;
using Readout.Models;
using Readout.Tagging;

namespace Readout.Parsing;

/// <summary>
/// A trained tagger and parser, frozen in 8 bits, on its encoder. Immutable, thread-safe.
/// <code>
/// heads, [width, ...]:  arc dependent | arc head | label dependent | label head | tag hidden
/// tag, [tag size, ...]: UPOS | XPOS | features
/// </code>
/// </summary>
internal sealed class ParserModel
{
    /// <summary>The kind of its model files.</summary>
    public const string Kind = "parser";

    private readonly float[] _distances;

    public ParserModel(ModelFile file)
    {
        Encoder = new EncoderModel(file);
        EncoderFingerprint = file.Fingerprint("encoder.");
        int[] shape = file.Int32s("parser.shape");
        (ArcSize, LabelSize, TagSize) = (shape[0], shape[1], shape[2]);
        UposNames = file.Lines("parser.upos");
        Upos = [.. UposNames.Select(ParseUpos)];
        Xpos = file.Lines("parser.xpos");
        Features = file.Lines("parser.features");
        RelationNames = file.Lines("parser.relations");
        Relations = [.. RelationNames.Select(DependencyRelations.Parse)];
        RootRelation = Array.IndexOf(RelationNames, "root");
        Heads = Int8Matrix.Load(file, "parser.heads");
        TagHidden = Heads.Columns(2 * (ArcSize + LabelSize), TagSize);
        Biaffine = Int8Matrix.Load(file, "parser.biaffine");
        Relation = Int8Matrix.Load(file, "parser.relation");
        Tag = Int8Matrix.Load(file, "parser.tag");
        Root = file.Singles("parser.root");
        Distance = file.Singles("parser.distance");
        _distances = new float[2 * SentenceWindows.Longest];
        for (int i = 0; i < _distances.Length; i++)
        {
            _distances[i] = Distance[ArcScorer.DistanceBucket(SentenceWindows.Longest, i + 1)];
        }

        LabelRoot = file.Singles("parser.label.root");
        LabelDirection = file.Singles("parser.label.direction");
        Lemmas = LemmaRules.Load(file, Encoder.IsKnown);
        TagKeys = new ulong[Upos.Length * Xpos.Length];
        for (int i = 0; i < TagKeys.Length; i++)
        {
            TagKeys[i] = LemmaRules.TagKey(UposNames[i / Xpos.Length], Xpos[i % Xpos.Length]);
        }
    }

    public EncoderModel Encoder { get; }

    /// <summary>What a model that reads the encoder's states names it by; see <see cref="ModelFile.Fingerprint"/>.</summary>
    public string EncoderFingerprint { get; }

    public int ArcSize { get; }

    public int LabelSize { get; }

    public int TagSize { get; }

    /// <summary>CoNLL-U names of <see cref="Upos"/>.</summary>
    public string[] UposNames { get; }

    public UposTag[] Upos { get; }

    public string[] Xpos { get; }

    public string[] Features { get; }

    /// <summary>CoNLL-U names of <see cref="Relations"/>.</summary>
    public string[] RelationNames { get; }

    public DependencyRelation[] Relations { get; }

    /// <summary>The number of the relation "root".</summary>
    public int RootRelation { get; }

    public Int8Matrix Heads { get; }

    /// <summary>The columns of <see cref="Heads"/> that tags are made of, for tagging without a tree.</summary>
    public Int8Matrix TagHidden { get; }

    public Int8Matrix Biaffine { get; }

    public Int8Matrix Relation { get; }

    public Int8Matrix Tag { get; }

    /// <summary>[arc size]: the root as a head.</summary>
    public float[] Root { get; }

    /// <summary>[buckets]: bias of an arc by signed distance.</summary>
    public float[] Distance { get; }

    /// <summary>The biases of the arcs from word <paramref name="dependent"/> (from 0) to each of the first <paramref name="words"/> words.</summary>
    public ReadOnlySpan<float> DistanceRow(int dependent, int words) => _distances.AsSpan(SentenceWindows.Longest - 1 - dependent, words);

    /// <summary>[label size]: the root as a label head.</summary>
    public float[] LabelRoot { get; }

    /// <summary>[buckets, label size].</summary>
    public float[] LabelDirection { get; }

    public LemmaRules Lemmas { get; }

    /// <summary>[UPOS, XPOS] keys of the lemma rules.</summary>
    public ulong[] TagKeys { get; }

    private static UposTag ParseUpos(string name) =>
        Enum.TryParse(name, ignoreCase: true, out UposTag tag) ? tag : UposTag.X;
}
