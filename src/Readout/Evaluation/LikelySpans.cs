using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

using Readout.Attribution.Extraction;

namespace Readout.Evaluation;

/// <summary>
/// Picks the spans of a window for a metric that counts spans one by one. The conditional random field gives every span the probability that exactly it is
/// annotated (forward and backward sums, Rabiner 1989). Chosen are the disjoint spans with the highest sum of probability less threshold, which gives the
/// highest expected F1 where the threshold is half of it (Jansche 2005). The engine takes the likeliest labelling instead, whose sources, cues and contents
/// belong together. Storage only grows. Not thread-safe.
/// </summary>
internal sealed class LikelySpans
{
    // Scores this far under the best of their position count for nothing, and keep sums above zero.
    private const float LowestScore = -40f;
    private const int Columns = 40;
    private const int Labels = RoleLabels.Count;
    private const int Roles = RoleScores.Roles;

    // The F1 of PolNeAR dev is about 0.7, half of it would be the best threshold for true probabilities; the network is too sure of its
    // spans. 0.45 to 0.55 give the same score within a third of a point, with two seeds.
    private const float Threshold = 0.5f;

    private readonly List<Candidate> _candidates = [];
    private float[] _weights = [];
    private float[] _forward = [];
    private float[] _scales = [];
    private Position[] _positions = [];
    private float[] _best = [];
    private int[] _choice = [];

    private readonly record struct Candidate(Role Role, int First, int End, float Probability);

    /// <summary>Appends the chosen spans in text order.</summary>
    /// <param name="scores">[rows, stride]; see <see cref="RoleScores"/>.</param>
    /// <param name="stride">Floats of a row, at least 40; what follows the scores is ignored.</param>
    /// <param name="breaks">Per row, whether a paragraph begins there: no span runs on into it.</param>
    /// <param name="first">Row of the text that the window begins with.</param>
    /// <param name="spans">Receives the spans.</param>
    public void Choose(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<bool> breaks, int first, List<RoleSpan> spans)
    {
        int rows = breaks.Length;
        Grow(ref _weights, rows * Columns);
        Grow(ref _forward, (rows + 1) * Labels);
        Grow(ref _scales, rows);
        Grow(ref _positions, rows);
        Forward(scores, stride, breaks);
        Backward(rows);
        _candidates.Clear();
        for (int row = 0; row < rows; row++)
        {
            for (int role = 0; role < Roles; role++)
            {
                AddCandidates(row, role, rows);
            }
        }

        _candidates.Sort(Compare);
        Choose(rows, first, spans);
    }

    // Weights are exp(score - the best of the position); what may not follow at a break weighs nothing.
    private void Forward(ReadOnlySpan<float> scores, int stride, ReadOnlySpan<bool> breaks)
    {
        Span<float> before = stackalloc float[Labels];
        Span<float> now = stackalloc float[Labels];
        before[0] = 1f;
        for (int row = 0; row < breaks.Length; row++)
        {
            Span<float> w = _weights.AsSpan(row * Columns, Columns);
            Weigh(scores.Slice(row * stride, Columns), w);
            if (breaks[row])
            {
                w[RoleScores.Inside..].Clear();
            }

            now.Clear();
            for (int from = 0; from < Labels; from++)
            {
                float share = before[from];
                ReadOnlySpan<float> open = w.Slice(from * RoleScores.Openings, RoleScores.Openings);
                now[0] += share * open[0];
                now[1] += share * open[1];
                now[3] += share * open[2];
                now[5] += share * open[3];
            }

            for (int role = 0; role < Roles; role++)
            {
                float begun = before[1 + (2 * role)] * w[RoleScores.Inside + (2 * role)];
                now[2 + (2 * role)] = begun + (before[2 + (2 * role)] * w[RoleScores.Inside + (2 * role) + 1]);
            }

            float sum = Sum(now);
            float inverse = 1f / sum;
            _scales[row] = inverse;
            for (int label = 0; label < Labels; label++)
            {
                now[label] *= inverse;
            }

            now.CopyTo(before);
            now.CopyTo(_forward.AsSpan(row * Labels, Labels));
        }
    }

    private void Backward(int rows)
    {
        Span<float> after = stackalloc float[Labels];
        Span<float> now = stackalloc float[Labels];
        Span<float> close = stackalloc float[Labels];
        now.Fill(1f);
        close.Fill(1f);
        for (int row = rows - 1; row >= 0; row--)
        {
            if (row + 1 < rows)
            {
                now.CopyTo(after);
                Step(_weights.AsSpan((row + 1) * Columns, Columns), after, close, now);
            }

            ReadOnlySpan<float> forward = _forward.AsSpan(row * Labels, Labels);
            float total = 0f;
            for (int label = 0; label < Labels; label++)
            {
                total += forward[label] * now[label];
            }

            Fill(row, rows, 1f / total, now, close);
        }
    }

    // What each label leads to: close by ending its span, now in all.
    private static void Step(ReadOnlySpan<float> w, ReadOnlySpan<float> after, Span<float> close, Span<float> now)
    {
        for (int from = 0; from < Labels; from++)
        {
            ReadOnlySpan<float> open = w.Slice(from * RoleScores.Openings, RoleScores.Openings);
            close[from] = ((open[0] * after[0]) + (open[1] * after[1])) + ((open[2] * after[3]) + (open[3] * after[5]));
            now[from] = close[from];
        }

        for (int role = 0; role < Roles; role++)
        {
            now[1 + (2 * role)] += w[RoleScores.Inside + (2 * role)] * after[2 + (2 * role)];
            now[2 + (2 * role)] += w[RoleScores.Inside + (2 * role) + 1] * after[2 + (2 * role)];
        }

        float inverse = 1f / Sum(now);
        for (int label = 0; label < Labels; label++)
        {
            now[label] *= inverse;
            close[label] *= inverse;
        }
    }

    private void Fill(int row, int rows, float inverse, ReadOnlySpan<float> backward, ReadOnlySpan<float> close)
    {
        ref Position position = ref _positions[row];
        ReadOnlySpan<float> forward = _forward.AsSpan(row * Labels, Labels);
        for (int role = 0; role < Roles; role++)
        {
            int begin = 1 + (2 * role), inside = 2 + (2 * role);
            position.Begin[role] = forward[begin];
            position.BeginShare[role] = forward[begin] * backward[begin] * inverse;
            position.CloseBegin[role] = close[begin] * inverse;
            position.CloseInside[role] = close[inside] * inverse;
            position.Open[role] = backward[inside] * inverse;
            float scale = row > 0 ? _scales[row] : 0f;
            position.FromBegin[role] = _weights[(row * Columns) + RoleScores.Inside + (2 * role)] * scale;
            position.FromInside[role] = _weights[(row * Columns) + RoleScores.Inside + (2 * role) + 1] * scale;
        }
    }

    // All spans of a role that begin in a row and are likelier than the threshold.
    private void AddCandidates(int row, int role, int rows)
    {
        ref Position start = ref _positions[row];
        if (start.BeginShare[role] <= Threshold)
        {
            return;
        }

        float path = start.Begin[role];
        Add(role, row, row + 1, path * start.CloseBegin[role]);
        for (int next = row + 1; next < rows; next++)
        {
            ref Position position = ref _positions[next];
            path *= next == row + 1 ? position.FromBegin[role] : position.FromInside[role];
            if (path * position.Open[role] <= Threshold)
            {
                return;
            }

            Add(role, row, next + 1, path * position.CloseInside[role]);
        }
    }

    private void Add(int role, int first, int end, float probability)
    {
        if (probability > Threshold)
        {
            _candidates.Add(new Candidate((Role)role, first, end, Math.Min(1f, probability)));
        }
    }

    private static int Compare(Candidate left, Candidate right) =>
        left.End != right.End ? left.End.CompareTo(right.End)
        : left.First != right.First ? left.First.CompareTo(right.First)
        : left.Role.CompareTo(right.Role);

    // Weighted interval scheduling over the rows.
    private void Choose(int rows, int first, List<RoleSpan> spans)
    {
        Grow(ref _best, rows + 1);
        Grow(ref _choice, rows + 1);
        _best[0] = 0f;
        int next = 0;
        for (int end = 1; end <= rows; end++)
        {
            (_best[end], _choice[end]) = (_best[end - 1], -1);
            for (; next < _candidates.Count && _candidates[next].End == end; next++)
            {
                Candidate candidate = _candidates[next];
                float value = _best[candidate.First] + (candidate.Probability - Threshold);
                if (value > _best[end])
                {
                    (_best[end], _choice[end]) = (value, next);
                }
            }
        }

        int from = spans.Count;
        for (int end = rows; end > 0;)
        {
            if (_choice[end] < 0)
            {
                end--;
                continue;
            }

            Candidate chosen = _candidates[_choice[end]];
            spans.Add(new RoleSpan(chosen.Role, first + chosen.First, first + chosen.End));
            end = chosen.First;
        }

        spans.Reverse(from, spans.Count - from);
    }

    private static float Sum(ReadOnlySpan<float> values) =>
        ((values[0] + values[1]) + (values[2] + values[3])) + ((values[4] + values[5]) + values[6]);

    private static void Weigh(ReadOnlySpan<float> scores, Span<float> weights)
    {
        float highest = scores[0];
        foreach (float score in scores[..RoleScores.Count])
        {
            highest = Math.Max(highest, score);
        }

        var top = Vector256.Create(highest);
        ReadOnlySpan<Vector256<float>> source = MemoryMarshal.Cast<float, Vector256<float>>(scores);
        Span<Vector256<float>> target = MemoryMarshal.Cast<float, Vector256<float>>(weights);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Exponential(source[i] - top);
        }
    }

    // exp(x) for x <= 0: 2^n times a polynomial (Taylor, relative error under 3e-6).
    private static Vector256<float> Exponential(Vector256<float> x)
    {
        Vector256<float> y = Vector256.MaxNative(Vector256.MinNative(x, Vector256<float>.Zero), Vector256.Create(LowestScore)) * 1.44269504f;
        // Adding and subtracting 1.5 * 2^23 rounds to the nearest whole number on every machine.
        Vector256<float> whole = (y + Vector256.Create(12582912f)) - Vector256.Create(12582912f);
        Vector256<float> f = y - whole;
        Vector256<float> p = Vector256.Create(0.00133335581f);
        p = (p * f) + Vector256.Create(0.00961812911f);
        p = (p * f) + Vector256.Create(0.0555041087f);
        p = (p * f) + Vector256.Create(0.240226507f);
        p = (p * f) + Vector256.Create(0.693147181f);
        p = (p * f) + Vector256<float>.One;
        return (p.AsInt32() + (Vector256.ConvertToInt32(whole) << 23)).AsSingle();
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            array = new T[length + (length / 4)];
        }
    }

    [InlineArray(Roles)]
    private struct PerRole
    {
        private float _first;
    }

    // What spans ask of a row; all shares are of the probability of everything.
    private struct Position
    {
        public PerRole Begin;
        public PerRole BeginShare;
        public PerRole CloseBegin;
        public PerRole CloseInside;
        public PerRole Open;
        public PerRole FromBegin;
        public PerRole FromInside;
    }
}
