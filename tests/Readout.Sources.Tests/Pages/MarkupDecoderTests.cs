using System.Text;
using Readout.Sources.Pages;

namespace Readout.Sources.Tests.Pages;

public sealed class MarkupDecoderTests
{
    [Fact]
    public void The_charset_of_a_script_is_not_that_of_the_page()
    {
        const string Markup = "<head><script src=\"a.js\" charset=\"utf-8\"></script><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"/></head><p>\u534E\u5317</p>";
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Markup);

        Assert.Equal(Markup, MarkupDecoder.Decode(bytes));
    }

    [Fact]
    public void Stray_zero_bytes_do_not_make_a_page_binary()
    {
        string rest = string.Concat(Enumerable.Repeat("<p>The delegation left on Monday.</p>", 500));
        byte[] bytes = Encoding.UTF8.GetBytes($"<meta charset=\"utf-8\">{rest}<p>Se\0ñor Oru</p>");

        Assert.EndsWith("<p>Señor Oru</p>", MarkupDecoder.Decode(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_content_is_no_page() => Assert.Null(MarkupDecoder.Decode([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0, 1, 2, 0]));
}
