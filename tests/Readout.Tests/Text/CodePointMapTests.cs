using Readout.Text;

namespace Readout.Tests.Text;

public sealed class CodePointMapTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("plain", 5)]
    [InlineData("a\U0001F600b", 3)]
    [InlineData("\U0001F600\U0001F601", 2)]
    public void Counts_code_points(string text, int expected) => Assert.Equal(expected, new CodePointMap(text).CodePoints);

    [Fact]
    public void A_lone_surrogate_counts_as_one() => Assert.Equal(11, new CodePointMap("lone \uD83D half").CodePoints);

    [Fact]
    public void Maps_every_boundary_there_and_back()
    {
        const string text = "x\U0001F600yz\U0001F601\U0001F602w";
        var map = new CodePointMap(text);
        int utf16 = 0;
        for (int codePoint = 0; codePoint <= map.CodePoints; codePoint++)
        {
            Assert.Equal(codePoint, map.ToCodePoint(utf16));
            Assert.Equal(utf16, map.ToUtf16(codePoint));
            utf16 += utf16 + 1 < text.Length && char.IsSurrogatePair(text[utf16], text[utf16 + 1]) ? 2 : 1;
        }
    }
}
