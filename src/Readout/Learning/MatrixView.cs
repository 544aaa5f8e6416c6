namespace Readout.Learning;

/// <summary>
/// A strided window on fp32 storage: element (i, j) lies at <c>Offset + i * RowStride + j * ColumnStride</c>. A stride of 1 for the
/// rows reads the storage transposed.
/// </summary>
internal readonly record struct MatrixView(float[] Data, int Offset, int Rows, int Columns, int RowStride, int ColumnStride)
{
    /// <summary>Rows <paramref name="start"/> to <paramref name="start"/> + <paramref name="count"/> - 1.</summary>
    public MatrixView RowRange(int start, int count) => this with { Offset = Offset + (start * RowStride), Rows = count };

    /// <summary>Columns <paramref name="start"/> to <paramref name="start"/> + <paramref name="count"/> - 1.</summary>
    public MatrixView ColumnRange(int start, int count) =>
        this with { Offset = Offset + (start * ColumnStride), Columns = count };
}
