using System.Text;
using Readout.Sources.Fetching;

namespace Readout.Sources.Tests.Fetching;

public sealed class RobotsFileTests
{
    private static bool Allows(string robots, string path, string crawler = "Readout") =>
        RobotsFile.Parse(Encoding.UTF8.GetBytes(robots), crawler).Allows(new Uri("http://a.example" + path));

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /*/private/", "/x/private/y", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: READOUT/2.0\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: readout\nUser-agent: other\nDisallow: /a\nUser-agent: readout\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: readout\nUser-agent: other\nDisallow: /a\nUser-agent: readout\nDisallow: /b", "/a", false)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\nDISALLOW : /a # not this\r\n", "/a/b", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /%61", "/a", false)]
    [InlineData("Disallow: /", "/a", true)]
    public void Rules_are_read_as_the_standard_says(string robots, string path, bool allows) => Assert.Equal(allows, Allows(robots, path));

    [Fact]
    public void A_hostile_pattern_is_matched_in_time()
    {
        string stars = string.Concat(Enumerable.Repeat("*a", 2_000));
        Assert.True(Allows($"User-agent: *\nDisallow: /{stars}b$", "/" + new string('a', 8_000)));
    }
}
