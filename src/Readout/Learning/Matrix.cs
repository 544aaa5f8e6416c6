namespace Readout.Learning;

/// <summary>
/// A row-major fp32 matrix whose storage only grows, so that one instance serves batches of every size. Not thread-safe.
/// </summary>
internal sealed class Matrix
{
    public Matrix()
    {
    }

    public Matrix(int rows, int columns) => Resize(rows, columns);

    /// <summary>At least <see cref="Rows"/> x <see cref="Columns"/> values, row after row; what follows them is scratch.</summary>
    public float[] Data { get; private set; } = [];

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    public MatrixView View => new(Data, 0, Rows, Columns, Columns, 1);

    /// <summary>The same storage read as [Columns, Rows].</summary>
    public MatrixView Transposed => new(Data, 0, Columns, Rows, 1, Columns);

    /// <summary>Sets the shape; the contents are undefined afterwards.</summary>
    public void Resize(int rows, int columns)
    {
        int size = checked(rows * columns);
        if (Data.Length < size)
        {
            Data = new float[size + (size / 4)];
        }

        (Rows, Columns) = (rows, columns);
    }

    public void ResizeLike(Matrix other) => Resize(other.Rows, other.Columns);

    public void Clear() => Data.AsSpan(0, Rows * Columns).Clear();

    public Span<float> Row(int row) => Data.AsSpan(row * Columns, Columns);

    public Span<float> AsSpan() => Data.AsSpan(0, Rows * Columns);

    public void CopyFrom(Matrix other)
    {
        ResizeLike(other);
        other.AsSpan().CopyTo(AsSpan());
    }

    public void Add(Matrix other) => Elementwise.Add(AsSpan(), other.AsSpan());
}
