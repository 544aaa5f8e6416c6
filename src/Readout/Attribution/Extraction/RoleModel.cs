using Readout.Learning;
using Readout.Models;

namespace Readout.Attribution.Extraction;

/// <summary>The frozen role tagger: an encoder over the whole article and one layer of label and label pair scores. Immutable, thread-safe.</summary>
internal sealed class RoleModel
{
    /// <summary>Kind of the model file.</summary>
    public const string Kind = "attribution-roles";

    public RoleModel(ModelFile file)
    {
        int inputs = file.Int32s("encoder.shape")[2];
        ReadsSyntax = RoleInputs.ReadsSyntax(inputs);
        Encoder = new EncoderModel(file, joinsExtras: !ReadsSyntax);
        Output = Int8Matrix.Load(file, "roles.output");
        Transitions = file.Singles("roles.transitions");
    }

    /// <summary>Whether the tagger needs the parse.</summary>
    public bool ReadsSyntax { get; }

    /// <summary>The encoder; without syntax its extra inputs are joined.</summary>
    public EncoderModel Encoder { get; }

    /// <summary>[width, scores of a position]; see <see cref="PairwiseCrf"/>.</summary>
    public Int8Matrix Output { get; }

    /// <summary>[scores of a position]: what is added at every position.</summary>
    public float[] Transitions { get; }
}
