namespace Readout.Sources.Tests;

public sealed class LayoutTests
{
    [Fact]
    public void The_assembly_has_a_version() =>
        Assert.NotNull(typeof(LayoutTests).Assembly.GetName().Version);
}
