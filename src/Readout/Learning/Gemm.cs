using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Readout.Learning;

/// <summary>
/// Single-threaded fp32 matrix product for training. Columns of the right side and of the result are multiples of 16; each result
/// element is summed in the order of the inner index with fused multiply-adds, whatever the tile it falls into, so that results do
/// not depend on the shape of a batch.
/// </summary>
internal static class Gemm
{
    private const int Lanes = 16;
    private const int TileRows = 4;
    private const int TileColumns = 4 * Lanes;

    /// <summary>result = left * right, or result += left * right.</summary>
    /// <param name="left">[rows, inner], any strides.</param>
    /// <param name="right">[inner, columns], column stride 1.</param>
    /// <param name="result">[rows, columns], column stride 1.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="result"/> holds.</param>
    public static void Multiply(in MatrixView left, in MatrixView right, in MatrixView result, bool accumulate = false)
    {
        Debug.Assert(left.Columns == right.Rows && left.Rows == result.Rows && right.Columns == result.Columns, "shapes agree");
        Debug.Assert(right.ColumnStride == 1 && result.ColumnStride == 1 && right.Columns % Lanes == 0, "layout");
        if (result.Rows == 0)
        {
            return;
        }

        int column = 0;
        for (; column + TileColumns <= result.Columns; column += TileColumns)
        {
            int row = 0;
            for (; row + TileRows <= result.Rows; row += TileRows)
            {
                new Tile(left, right, result, row, column).Wide(accumulate);
            }

            Remainder(left, right, result, (row, column, column + TileColumns), accumulate);
        }

        for (; column < result.Columns; column += Lanes)
        {
            int row = 0;
            for (; row + TileRows <= result.Rows; row += TileRows)
            {
                new Tile(left, right, result, row, column).Narrow(accumulate);
            }

            Remainder(left, right, result, (row, column, column + Lanes), accumulate);
        }
    }

    private static void Remainder(
        in MatrixView left, in MatrixView right, in MatrixView result, (int Row, int Start, int End) from, bool accumulate)
    {
        for (int row = from.Row; row < result.Rows; row++)
        {
            for (int column = from.Start; column < from.End; column += Lanes)
            {
                new Tile(left, right, result, row, column).Single(accumulate);
            }
        }
    }

    /// <summary>One block of the result, kept in registers while the inner index runs.</summary>
    private readonly ref struct Tile
    {
        private readonly ref float _left;
        private readonly ref float _right;
        private readonly ref float _result;
        private readonly nint _leftRow;
        private readonly nint _leftColumn;
        private readonly nint _rightRow;
        private readonly nint _resultRow;
        private readonly int _inner;

        public Tile(in MatrixView left, in MatrixView right, in MatrixView result, int row, int column)
        {
            _left = ref At(left, left.Offset + (row * left.RowStride));
            _right = ref At(right, right.Offset + column);
            _result = ref At(result, result.Offset + (row * result.RowStride) + column);
            (_leftRow, _leftColumn) = (left.RowStride, left.ColumnStride);
            (_rightRow, _resultRow) = (right.RowStride, result.RowStride);
            _inner = left.Columns;
        }

        /// <summary>4 rows x 64 columns.</summary>
        public void Wide(bool accumulate)
        {
            Vector512<float> c00 = default, c01 = default, c02 = default, c03 = default;
            Vector512<float> c10 = default, c11 = default, c12 = default, c13 = default;
            Vector512<float> c20 = default, c21 = default, c22 = default, c23 = default;
            Vector512<float> c30 = default, c31 = default, c32 = default, c33 = default;
            ref float left = ref _left;
            ref float right = ref _right;
            nint rows = _leftRow;
            for (int k = 0; k < _inner; k++)
            {
                Vector512<float> b0 = Vector512.LoadUnsafe(ref right), b1 = Vector512.LoadUnsafe(ref right, 16);
                Vector512<float> b2 = Vector512.LoadUnsafe(ref right, 32), b3 = Vector512.LoadUnsafe(ref right, 48);
                Vector512<float> a = Vector512.Create(left);
                (c00, c01, c02, c03) = (Fma(a, b0, c00), Fma(a, b1, c01), Fma(a, b2, c02), Fma(a, b3, c03));
                a = Vector512.Create(Unsafe.Add(ref left, rows));
                (c10, c11, c12, c13) = (Fma(a, b0, c10), Fma(a, b1, c11), Fma(a, b2, c12), Fma(a, b3, c13));
                a = Vector512.Create(Unsafe.Add(ref left, 2 * rows));
                (c20, c21, c22, c23) = (Fma(a, b0, c20), Fma(a, b1, c21), Fma(a, b2, c22), Fma(a, b3, c23));
                a = Vector512.Create(Unsafe.Add(ref left, 3 * rows));
                (c30, c31, c32, c33) = (Fma(a, b0, c30), Fma(a, b1, c31), Fma(a, b2, c32), Fma(a, b3, c33));
                left = ref Unsafe.Add(ref left, _leftColumn);
                right = ref Unsafe.Add(ref right, _rightRow);
            }

            StoreRow(0, accumulate, c00, c01, c02, c03);
            StoreRow(1, accumulate, c10, c11, c12, c13);
            StoreRow(2, accumulate, c20, c21, c22, c23);
            StoreRow(3, accumulate, c30, c31, c32, c33);
        }

        /// <summary>4 rows x 16 columns.</summary>
        public void Narrow(bool accumulate)
        {
            Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
            ref float left = ref _left;
            ref float right = ref _right;
            nint rows = _leftRow;
            for (int k = 0; k < _inner; k++)
            {
                Vector512<float> b = Vector512.LoadUnsafe(ref right);
                c0 = Fma(Vector512.Create(left), b, c0);
                c1 = Fma(Vector512.Create(Unsafe.Add(ref left, rows)), b, c1);
                c2 = Fma(Vector512.Create(Unsafe.Add(ref left, 2 * rows)), b, c2);
                c3 = Fma(Vector512.Create(Unsafe.Add(ref left, 3 * rows)), b, c3);
                left = ref Unsafe.Add(ref left, _leftColumn);
                right = ref Unsafe.Add(ref right, _rightRow);
            }

            Store(ref _result, accumulate, c0);
            Store(ref Unsafe.Add(ref _result, _resultRow), accumulate, c1);
            Store(ref Unsafe.Add(ref _result, 2 * _resultRow), accumulate, c2);
            Store(ref Unsafe.Add(ref _result, 3 * _resultRow), accumulate, c3);
        }

        /// <summary>1 row x 16 columns.</summary>
        public void Single(bool accumulate)
        {
            Vector512<float> sum = default;
            ref float left = ref _left;
            ref float right = ref _right;
            for (int k = 0; k < _inner; k++)
            {
                sum = Fma(Vector512.Create(left), Vector512.LoadUnsafe(ref right), sum);
                left = ref Unsafe.Add(ref left, _leftColumn);
                right = ref Unsafe.Add(ref right, _rightRow);
            }

            Store(ref _result, accumulate, sum);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
            Vector512.FusedMultiplyAdd(a, b, c);

        private static ref float At(in MatrixView view, int index) =>
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(view.Data), index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Store(ref float target, bool accumulate, Vector512<float> value) =>
            (accumulate ? Vector512.LoadUnsafe(ref target) + value : value).StoreUnsafe(ref target);

        private void StoreRow(int row, bool accumulate, params ReadOnlySpan<Vector512<float>> values)
        {
            ref float target = ref Unsafe.Add(ref _result, row * _resultRow);
            for (int i = 0; i < values.Length; i++)
            {
                Store(ref Unsafe.Add(ref target, i * Lanes), accumulate, values[i]);
            }
        }
    }
}
