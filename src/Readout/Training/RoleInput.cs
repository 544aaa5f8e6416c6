using Readout.Attribution.Extraction;
using Readout.Models;

namespace Readout.Training;

/// <summary>The feature ids of one window, computed once before training.</summary>
internal sealed class RoleInput
{
    public RoleInput(RoleExample example, RoleParameters parameters)
    {
        int places = RoleInputs.Sizes.Length, stride = parameters.Tables.Count;
        Rows = example.Forms.Length;
        Ids = new int[Rows * stride];
        VectorRows = new int[Rows];
        for (int row = 0; row < Rows; row++)
        {
            ulong hash = LexicalFeatures.WordHash(example.Forms[row]);
            Span<int> ids = Ids.AsSpan(row * stride, stride);
            ids[0] = parameters.Vocabulary.Row(hash);
            LexicalFeatures.Compute(example.Forms[row], ids.Slice(1, LexicalFeatures.Count));
            example.Places.AsSpan(row * places, places).CopyTo(ids[(1 + LexicalFeatures.Count)..]);
            VectorRows[row] = parameters.Vectors?.Find(hash) ?? -1;
        }
    }

    public int Rows { get; }

    /// <summary>[Rows, tables].</summary>
    public int[] Ids { get; }

    /// <summary>[Rows] row of the word in the pretrained vectors, -1 for none.</summary>
    public int[] VectorRows { get; }
}
