using Readout.Models;

namespace Readout.Tagging;

/// <summary>A trained sequence tagger, frozen in 8 bits, on its encoder. Immutable, thread-safe.</summary>
internal sealed class TaggerModel
{
    /// <summary>The kind of its model files.</summary>
    public const string Kind = "sequence-tagger";

    /// <summary>What a forbidden step costs; more than any sum of scores of a document.</summary>
    private const float Forbidden = -1e6f;

    public TaggerModel(ModelFile file)
    {
        Encoder = new EncoderModel(file);
        WholeDocuments = file.Int32s("tagger.shape")[0] != 0;
        Hidden = Int8Matrix.Load(file, "tagger.hidden");
        Output = Int8Matrix.Load(file, "tagger.output");
        string[] names = file.Lines("tagger.tasks");
        Schemes = new TagScheme[names.Length];
        Transitions = new float[names.Length][];
        for (int task = 0; task < names.Length; task++)
        {
            Schemes[task] = new TagScheme(names[task], file.Lines($"tagger.labels{task}"));
            Transitions[task] = file.Singles($"tagger.transitions{task}");
            bool[] allowed = Schemes[task].AllowedSteps();
            for (int i = 0; i < allowed.Length; i++)
            {
                Transitions[task][i] += allowed[i] ? 0f : Forbidden;
            }
        }
    }

    public EncoderModel Encoder { get; }

    /// <summary>Whether sequences are documents; else sentences.</summary>
    public bool WholeDocuments { get; }

    public Int8Matrix Hidden { get; }

    /// <summary>[hidden, labels of all tasks].</summary>
    public Int8Matrix Output { get; }

    public TagScheme[] Schemes { get; }

    /// <summary>Per task [labels + 1, labels] scores of steps; the last row scores the first label.</summary>
    public float[][] Transitions { get; }
}
