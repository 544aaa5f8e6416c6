namespace Readout.Store.Tests;

public sealed class StorePathTests
{
    [Theory]
    [InlineData("/data", "/home/u", "/data/readout/readout.db")]
    [InlineData("relative", "/home/u", "/home/u/.local/share/readout/readout.db")]
    [InlineData("", "/home/u", "/home/u/.local/share/readout/readout.db")]
    [InlineData(null, "/home/u", "/home/u/.local/share/readout/readout.db")]
    public void The_default_follows_the_base_directory_specification(string? data, string? home, string expected) =>
        Assert.Equal(expected, StorePath.Default(name => name == "XDG_DATA_HOME" ? data : home));

    [Fact]
    public void Without_a_home_the_way_out_is_named() =>
        Assert.Contains("--store", Assert.Throws<StoreException>(() => StorePath.Default(_ => null)).Message, StringComparison.Ordinal);
}
