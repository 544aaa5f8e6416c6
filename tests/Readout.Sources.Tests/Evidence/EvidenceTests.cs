using System.Text;
using Readout.Sources.Archives;
using Readout.Sources.Evidence;
using Readout.Sources.Tests.Fetching;

namespace Readout.Sources.Tests.Evidence;

public sealed class EvidenceTests
{
    private static readonly Uri Address = new("https://a.example/r/1");

    private static Capture Sample(string body) => Capture.Of(ScriptedFetcher.Ok(Address, body, new("Content-Type", "text/html; charset=utf-8"), new("Content-Encoding", "gzip"), new("X-Odd", "a\r\nb")) with
    {
        Captured = new DateTimeOffset(2031, 3, 11, 18, 20, 5, TimeSpan.Zero),
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_written_archive_reads_back(bool packed)
    {
        using var file = new MemoryStream();
        var writer = new WarcWriter(file, packed);
        writer.WriteInfo("Readout", DateTimeOffset.UnixEpoch);
        writer.Write(Sample("<p>Café</p>"));
        writer.Write(Sample(""));
        file.Position = 0;
        WarcRecord[] records = [.. WarcReader.Read(packed ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file, 1 << 20)];

        Assert.Equal(["warcinfo", "response", "response"], records.Select(r => r.Type));
        HttpMessage response = HttpMessage.Parse(records[1].Content)!;
        Assert.Equal("<p>Café</p>", Encoding.UTF8.GetString(response.DecodedBody(1000)!));
        Assert.Equal("gzip", response.Header("X-Archive-Orig-Content-Encoding"));
        Assert.Equal("utf-8", response.Charset);
        Assert.Equal(Address.AbsoluteUri, records[1].Address);
        Assert.Equal(new DateTimeOffset(2031, 3, 11, 18, 20, 5, TimeSpan.Zero), records[1].Captured);
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100\r\n\r\nshort", "breaks off")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n", "without Content-Length")]
    [InlineData("hello\r\n\r\n", "expected a line such as WARC/1.1")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx", "breaks off")]
    public void A_broken_archive_says_where_it_broke(string text, string reason) =>
        Assert.Contains(reason, WarcReader.Read(new MemoryStream(Encoding.ASCII.GetBytes(text)), 1 << 20).Last().Problem, StringComparison.Ordinal);

    [Fact]
    public void Changed_quotations_are_pointed_out()
    {
        VersionComparison comparison = VersionComparison.Compare(
            "Head\n\nThe president said: \"We will open the harbour in May.\"\n\nThe end.",
            "Head\n\nThe president said: \"We may open the harbour in May.\"\n\nA new paragraph.\n\nThe end.");

        Assert.Equal(new ChangedQuotation("We will open the harbour in May", "We may open the harbour in May"), Assert.Single(comparison.ChangedQuotations));
        Assert.Equal(2, comparison.Added.Count);
        Assert.Single(comparison.Removed);
        Assert.True(VersionComparison.Compare("a\n\n b", "a\nb\n").IsSame);
    }

    [Fact]
    public void A_moved_quotation_is_no_change()
    {
        VersionComparison comparison = VersionComparison.Compare("He said: \"We will not yield.\"\nOther words.", "Other words.\nHe said on Monday: \"We will not yield.\"");
        Assert.Empty(comparison.ChangedQuotations);
    }
}
