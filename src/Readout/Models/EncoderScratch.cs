namespace Readout.Models;

/// <summary>
/// The word types of a batch that the cache did not hold, multiplied with the convolution together. Storage only grows. Not thread-safe.
/// </summary>
internal sealed class EncoderScratch(EncoderModel model, Int8Kernel kernel)
{
    private readonly Int8Activations _activations = new();
    private readonly short[] _entry = new short[model.EntrySize];
    private readonly List<int> _slots = [];
    private float[] _rows = [];
    private float[] _products = [];

    /// <summary>Takes what is made of a new word type; the span is valid until the next call.</summary>
    public delegate void EntrySink(int slot, ReadOnlySpan<short> entry);

    /// <summary>The summed row of a new type, to be filled at once.</summary>
    public Span<float> AddRow(int slot)
    {
        int at = _slots.Count * model.Width;
        _slots.Add(slot);
        if (_rows.Length < at + model.Width)
        {
            Array.Resize(ref _rows, (at + model.Width) * 2);
        }

        return _rows.AsSpan(at, model.Width);
    }

    /// <summary>Computes the entries of all rows added since the last call and hands them over.</summary>
    public void Flush(EntrySink sink)
    {
        _activations.Resize(_slots.Count, model.Width);
        for (int i = 0; i < _slots.Count; i++)
        {
            _activations.SetRow(i, _rows.AsSpan(i * model.Width, model.Width));
        }

        int length = Int8Gemm.ResultLength(_slots.Count, model.Convolution), stride = model.Convolution.PaddedOutputs;
        if (_products.Length < length)
        {
            _products = new float[length * 2];
        }

        Int8Gemm.Multiply(_activations, model.Convolution, _products, kernel);
        for (int i = 0; i < _slots.Count; i++)
        {
            model.Store(_rows.AsSpan(i * model.Width, model.Width), _products.AsSpan(i * stride, stride), _entry);
            sink(_slots[i], _entry);
        }

        _slots.Clear();
    }
}
