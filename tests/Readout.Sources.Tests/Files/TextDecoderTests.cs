using System.Text;
using Readout.Sources.Files;

namespace Readout.Sources.Tests.Files;

public sealed class TextDecoderTests
{
    private const string Sample = "The minister said: “We agree”.";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides_and_is_dropped(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        string? text = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)], out string? note);
        Assert.Equal(Sample, text);
        Assert.Null(note);
    }

    [Fact]
    public void Utf16_without_a_mark_is_seen_by_its_zeros()
    {
        Assert.Equal("Plain words", TextDecoder.Decode(Encoding.Unicode.GetBytes("Plain words"), out string? note));
        Assert.Contains("utf-16", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_1252_is_read_and_said()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Sample);
        Assert.Equal(Sample, TextDecoder.Decode(bytes, out string? note));
        Assert.Contains("Windows-1252", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_utf8_is_replaced_and_counted()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("“We” — “agree” —"), 0xC3];
        string? text = TextDecoder.Decode(bytes, out string? note);
        Assert.Equal("“We” — “agree” —\uFFFD", text);
        Assert.StartsWith("1 invalid", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_bytes_are_no_text() => Assert.Null(TextDecoder.Decode([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 3, 0, 5, 6], out _));

    [Fact]
    public void Any_bytes_decode_without_an_exception()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            TextDecoder.Decode(bytes, out _);
        }
    }
}
