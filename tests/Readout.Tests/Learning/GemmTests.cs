using Readout.Learning;

namespace Readout.Tests.Learning;

public sealed class GemmTests
{
    [Theory]
    [InlineData(1, 3, 16)]
    [InlineData(7, 33, 80)]
    [InlineData(13, 96, 144)]
    public void Product_of_any_shape_equals_the_plain_sum(int rows, int inner, int columns)
    {
        Matrix a = GradientCheck.Random(rows, inner, 1), b = GradientCheck.Random(inner, columns, 2), c = GradientCheck.Random(rows, columns, 3);
        float[] before = c.AsSpan().ToArray();
        Gemm.Multiply(a.View, b.View, c.View, accumulate: true);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = before[(i * columns) + j];
                for (int k = 0; k < inner; k++)
                {
                    sum += (double)a.Row(i)[k] * b.Row(k)[j];
                }

                Assert.Equal(sum, c.Row(i)[j], 1e-4);
            }
        }
    }

    [Fact]
    public void Left_side_may_be_transposed()
    {
        Matrix a = GradientCheck.Random(9, 6, 1), b = GradientCheck.Random(9, 16, 2), c = new(6, 16);
        Gemm.Multiply(a.Transposed, b.View, c.View);
        double sum = 0;
        for (int k = 0; k < 9; k++)
        {
            sum += (double)a.Row(k)[5] * b.Row(k)[3];
        }

        Assert.Equal(sum, c.Row(5)[3], 1e-5);
    }

    [Fact]
    public void A_row_does_not_depend_on_the_rows_beside_it()
    {
        Matrix a = GradientCheck.Random(11, 40, 1), b = GradientCheck.Random(40, 80, 2), all = new(11, 80), one = new(1, 80);
        Gemm.Multiply(a.View, b.View, all.View);
        for (int row = 0; row < 11; row++)
        {
            Gemm.Multiply(a.View.RowRange(row, 1), b.View, one.View);
            Assert.Equal(one.AsSpan().ToArray(), all.Row(row).ToArray());
        }
    }
}
