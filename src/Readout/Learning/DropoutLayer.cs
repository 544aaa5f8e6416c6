namespace Readout.Learning;

/// <summary>Inverted dropout (Srivastava et al. 2014) from a seeded generator. One instance belongs to one replica.</summary>
internal sealed class DropoutLayer(float rate)
{
    private readonly Matrix _mask = new();

    /// <summary>Zeroes a share of the values in place and scales the rest; a null generator leaves all as they are.</summary>
    public void Forward(Matrix values, SeededRandom? random)
    {
        _mask.ResizeLike(values);
        Span<float> mask = _mask.AsSpan();
        if (random is null || rate <= 0f)
        {
            mask.Fill(1f);
            return;
        }

        uint threshold = (uint)(rate * 65536f);
        float keep = 1f / (1f - rate);
        for (int i = 0; i < mask.Length; i += 4)
        {
            ulong bits = random.NextUInt64();
            for (int j = 0; j < 4 && i + j < mask.Length; j++, bits >>= 16)
            {
                mask[i + j] = (uint)(bits & 0xFFFF) < threshold ? 0f : keep;
            }
        }

        Elementwise.Multiply(values.AsSpan(), mask);
    }

    public void Backward(Matrix gradient) => Elementwise.Multiply(gradient.AsSpan(), _mask.AsSpan());
}
