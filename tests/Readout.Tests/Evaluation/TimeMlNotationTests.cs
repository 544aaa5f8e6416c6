using Readout.Evaluation;

namespace Readout.Tests.Evaluation;

public sealed class TimeMlNotationTests
{
    [Theory]
    [InlineData("199X", "199")]
    [InlineData("19XX", "19")]
    [InlineData("1989-11-09T17:00-05:00", "1989-11-09T17:00")]
    [InlineData("1989-11-09T17:00", "1989-11-09T17:00")]
    [InlineData("1998-XX", "1998-XX")]
    [InlineData("1989-W42", "1989-W42")]
    [InlineData("XXXX", "XXXX")]
    [InlineData("PXY", "PXY")]
    [InlineData(null, "")]
    public void Writes_a_value_as_TIMEX3_does(string? value, string expected) => Assert.Equal(expected, TimeMlNotation.Of(value));
}
