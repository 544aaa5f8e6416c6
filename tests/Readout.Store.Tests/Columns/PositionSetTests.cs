using Readout.Store.Columns;

namespace Readout.Store.Tests.Columns;

public sealed class PositionSetTests
{
    [Theory]
    [InlineData(-1, int.MaxValue)]
    [InlineData(0, 50)]
    [InlineData(17, 17)]
    [InlineData(60, 20)]
    public void A_range_keeps_what_comparing_one_by_one_keeps(int min, int max)
    {
        var random = new Random(min + max);
        int[] values = [.. Enumerable.Range(0, FactSegment.Size).Select(_ => random.Next(-1, 80))];
        PositionSet set = default;
        var expected = new List<int>();
        for (int position = 0; position < FactSegment.Size; position++)
        {
            if (random.Next(3) > 0)
            {
                set.Add(position);
                if (values[position] >= min && values[position] <= max)
                {
                    expected.Add(position);
                }
            }
        }

        set.KeepRange(values, min, max);
        Assert.Equal(expected, Enumerable.Range(0, FactSegment.Size).Where(set.Has));
        Assert.Equal(expected.Count, set.Count);
        Assert.Equal(expected.Count == 0, set.IsEmpty);
    }

    [Fact]
    public void A_test_keeps_what_passes_in_full_and_in_sparse_sets()
    {
        PositionSet set = PositionSet.All();
        set.Keep(new Divisible(3));
        Assert.Equal(Enumerable.Range(0, FactSegment.Size).Where(position => position % 3 == 0), Enumerable.Range(0, FactSegment.Size).Where(set.Has));
        set.Keep(new Divisible(5));
        Assert.Equal(Enumerable.Range(0, FactSegment.Size).Where(position => position % 15 == 0), Enumerable.Range(0, FactSegment.Size).Where(set.Has));
    }

    private readonly struct Divisible(int by) : IPositionTest
    {
        public bool Passes(int position) => position % by == 0;
    }
}
