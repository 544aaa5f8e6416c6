using Readout.Sources.Files;

namespace Readout.Sources.Tests.Files;

public sealed class PublishedDateTests
{
    [Theory]
    [InlineData("2006-12-19", "2006-12-19")]
    [InlineData("19 December 2006", "2006-12-19")]
    [InlineData("2006-12-19T14:05:00+02:00", "2006-12-19T14:05:00+02:00")]
    [InlineData("2006-12-19T14:05:00Z", "2006-12-19T14:05:00Z")]
    [InlineData("2006-12-19 14:05", "2006-12-19T14:05:00")]
    [InlineData("Tue, 19 Dec 2006 14:05:00 GMT", "2006-12-19T14:05:00Z")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Keeps_the_precision_and_the_zone_that_were_given(string? value, string? expected) =>
        Assert.Equal(expected, PublishedDate.Normalize(value));
}
