using Readout.Models;

namespace Readout.Training;

/// <summary>Feature ids of the words of one sequence, computed once before training.</summary>
internal sealed class EncoderFeatures
{
    /// <param name="forms">Words.</param>
    /// <param name="extras">[words, extra inputs], empty for none.</param>
    /// <param name="encoder">Vocabulary, vectors and number of extra inputs.</param>
    public EncoderFeatures(IReadOnlyList<string> forms, ReadOnlySpan<int> extras, EncoderParameters encoder)
    {
        int extraCount = encoder.Options.ExtraSizes.Count;
        int stride = 1 + LexicalFeatures.Count + extraCount;
        Ids = new int[forms.Count * stride];
        VectorRows = new int[forms.Count];
        for (int i = 0; i < forms.Count; i++)
        {
            ulong hash = LexicalFeatures.WordHash(forms[i]);
            Span<int> ids = Ids.AsSpan(i * stride, stride);
            ids[0] = encoder.Vocabulary.Row(hash);
            LexicalFeatures.Compute(forms[i], ids.Slice(1, LexicalFeatures.Count));
            extras.Slice(i * extraCount, extraCount).CopyTo(ids[(1 + LexicalFeatures.Count)..]);
            VectorRows[i] = encoder.Vectors?.Find(hash) ?? -1;
        }
    }

    public int[] Ids { get; }

    public int[] VectorRows { get; }

    public int Rows => VectorRows.Length;

    /// <summary>Joins sequences into one input.</summary>
    public static EncoderInput Join(IReadOnlyList<EncoderFeatures> sequences)
    {
        var starts = new int[sequences.Count + 1];
        for (int i = 0; i < sequences.Count; i++)
        {
            starts[i + 1] = starts[i] + sequences[i].Rows;
        }

        return new EncoderInput
        {
            Rows = starts[^1],
            Ids = [.. sequences.SelectMany(s => s.Ids)],
            VectorRows = [.. sequences.SelectMany(s => s.VectorRows)],
            Starts = starts,
        };
    }
}
