using Readout.Parsing;

namespace Readout.Tests.Parsing;

public sealed class UposTagsTests
{
    [Fact]
    public void Every_tag_has_its_name_and_comes_back()
    {
        UposTag[] tags = Enum.GetValues<UposTag>();
        Assert.Equal(tags.Length, UposTags.Count);
        foreach (UposTag tag in tags)
        {
            Assert.Equal(tag.ToString().ToUpperInvariant(), tag.Name());
            Assert.Equal(tag, UposTags.Parse(tag.Name()));
        }
    }

    [Fact]
    public void An_unknown_name_is_x() => Assert.Equal(UposTag.X, UposTags.Parse("NOPE"));
}
