using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Attribution.Extraction;

/// <summary>Finds the likeliest labelling of a window (Viterbi 1967) on the scores of <see cref="RoleScores"/>. Storage only grows. Not thread-safe.</summary>
internal sealed class LabelDecoder
{
    // Worse than any labelling, and far from the end of the range.
    private const float Never = -1e30f;
    private const int Labels = RoleLabels.Count;

    private byte[] _from = [];
    private int[] _labels = [];

    /// <summary>Appends the spans of the likeliest labelling in text order.</summary>
    /// <param name="scores">[rows, stride].</param>
    /// <param name="stride">Floats of a row; what follows the scores is ignored.</param>
    /// <param name="breaks">Per row, whether a paragraph begins there: no span runs on into it.</param>
    /// <param name="first">Row of the text that the window begins with.</param>
    /// <param name="spans">Receives the spans.</param>
    public void Decode(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<bool> breaks, int first, List<RoleSpan> spans)
    {
        int rows = breaks.Length;
        if (_labels.Length < rows)
        {
            _labels = new int[rows + (rows / 4)];
            _from = new byte[_labels.Length * Labels];
        }

        Span<float> best = stackalloc float[Labels];
        best.Fill(Never);
        best[0] = 0f;
        for (int row = 0; row < rows; row++)
        {
            Step(scores.Slice(row * stride, RoleScores.Count), breaks[row], best, _from.AsSpan(row * Labels, Labels));
        }

        int label = 0;
        for (int other = 1; other < Labels; other++)
        {
            label = best[other] > best[label] ? other : label;
        }

        for (int row = rows - 1; row >= 0; row--)
        {
            _labels[row] = label;
            label = _from[(row * Labels) + label];
        }

        RoleLabels.AddSpans(_labels.AsSpan(0, rows), first, spans);
    }

    private static void Step(ReadOnlySpan<float> scores, bool isBreak, Span<float> best, Span<byte> from)
    {
        ReadOnlySpan<Vector128<float>> openings = MemoryMarshal.Cast<float, Vector128<float>>(scores[..RoleScores.Inside]);
        Vector128<float> opening = Vector128.Create(best[0]) + openings[0];
        Vector128<int> opener = default;
        for (int label = 1; label < openings.Length; label++)
        {
            Vector128<float> score = Vector128.Create(best[label]) + openings[label];
            Vector128<int> isBetter = Vector128.GreaterThan(score, opening).AsInt32();
            opener = Vector128.ConditionalSelect(isBetter, Vector128.Create(label), opener);
            opening = Vector128.ConditionalSelect(isBetter.AsSingle(), score, opening);
        }

        // The best so far counts as zero, so that sums stay small in long texts.
        float top = opening[0];
        for (int role = 0; role < RoleScores.Roles; role++)
        {
            (int begin, int inside) = (RoleLabels.Begin((Role)role), RoleLabels.Inside((Role)role));
            float begun = best[begin] + scores[RoleScores.Inside + (2 * role)], within = best[inside] + scores[RoleScores.Inside + (2 * role) + 1];
            from[inside] = (byte)(within > begun ? inside : begin);
            best[inside] = isBreak ? Never : Math.Max(Never, Math.Max(begun, within) - top);
            from[begin] = (byte)opener[role + 1];
            best[begin] = Math.Max(Never, opening[role + 1] - top);
        }

        from[0] = (byte)opener[0];
        best[0] = 0f;
    }
}
