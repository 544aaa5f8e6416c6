using System.Globalization;
using System.IO.Compression;
using System.Text;
using Readout.Sources.Files;
using Readout.Text;

namespace Readout.Sources.Tests.Files;

public sealed class NewsFormatTests : IDisposable
{
    private const string Body = "Minister Oru said that the talks on fish would go on for another week in the capital.";

    private readonly string _folder = Directory.CreateTempSubdirectory("readout-formats-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private List<DecodedReport> Read(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return [.. new ReportFiles().Enumerate([path]).Select(raw => ReportFiles.Decode(raw, ReportDefaults.None))];
    }

    private Report One(string name, string text) => Assert.Single(Read(name, Encoding.UTF8.GetBytes(text))).Report!;

    [Fact]
    public void An_email_gives_subject_sender_date_and_plain_text()
    {
        Report report = One("a.eml", string.Join("\r\n",
            "From: =?utf-8?Q?Agence_Dor=C3=A9e?= <desk@agency.example>", "Subject: =?ISO-8859-1?B?VGFsa3Mgb24gZmlzaCBh?= =?ISO-8859-1?Q?t_Caf=E9?=", "Date: Tue, 11 Mar 2031 18:20:00 +0200",
            "Content-Type: multipart/alternative; boundary=\"x1\"", "", "--x1", "Content-Type: text/plain; charset=iso-8859-1", "Content-Transfer-Encoding: quoted-printable", "",
            "Minister Oru met the envoy at the Caf=E9 =", "Dor=E9.", "--x1", "Content-Type: text/html", "", "<p>Other</p>", "--x1--", ""));

        Assert.Equal("Talks on fish at Café", report.Headline);
        Assert.Equal("Agence Dorée", report.Outlet);
        Assert.Equal("2031-03-11T18:20+02:00", report.Published);
        Assert.Equal("Talks on fish at Café\n\nMinister Oru met the envoy at the Café Doré.", report.Text);
    }

    [Fact]
    public void Nitf_gives_its_parts()
    {
        Report report = One("a.xml", $"""
            <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY boom "expanded">]>
            <nitf xml:lang="en"><head><docdata><date.issue norm="20310311T182000+0200"/></docdata></head>
            <body><body.head><hedline><hl1>Talks &boom; on fish</hl1></hedline><dateline><location>SARN</location></dateline><distributor>Veldana News Agency</distributor></body.head>
            <body.content><media><media-caption><p>The minister.</p></media-caption></media><p>{Body}</p><p>The end.</p></body.content></body></nitf>
            """);

        Assert.Equal("Veldana News Agency", report.Outlet);
        Assert.Equal("SARN", report.Dateline);
        Assert.Equal("2031-03-11T18:20:00+02:00", report.Published);
        Assert.EndsWith($"{Body}\n\nThe end.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("expanded", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NewsML_G2_gives_its_parts()
    {
        Report report = One("a.newsml", $"""
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem xml:lang="en"><itemMeta><provider literal="VNA"><name>Veldana News Agency</name></provider>
            <versionCreated>2031-03-11T18:20:00+02:00</versionCreated></itemMeta><contentMeta><headline>Talks on fish</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{Body}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
            """);

        Assert.Equal("Talks on fish", report.Headline);
        Assert.Equal("Veldana News Agency", report.Outlet);
        Assert.Equal("2031-03-11T18:20:00+02:00", report.Published);
        Assert.Equal($"Talks on fish\n\n{Body}", report.Text);
    }

    [Theory]
    [InlineData("{\"uri\":\"https://vna.example/1\",\"headline\":\"Talks on fish\",\"body_text\":\"BODY\",\"versioncreated\":\"2031-03-11T18:20:00Z\",\"source\":\"VNA\"}")]
    [InlineData("{\"uri\":\"https://vna.example/1\",\"headlines\":[{\"value\":\"Talks on fish\"}],\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\"BODY\"}],\"firstCreated\":\"2031-03-11T18:20:00Z\",\"infosources\":[{\"name\":\"VNA\"}]}")]
    [InlineData("{\"uri\":\"https://vna.example/1\",\"headline\":\"Talks on fish\",\"body_html\":\"<p>BODY</p>\",\"versioncreated\":\"2031-03-11T18:20:00Z\",\"source\":\"VNA\"}")]
    public void Ninjs_gives_its_parts(string json)
    {
        Report report = One("a.json", json.Replace("BODY", Body, StringComparison.Ordinal));

        Assert.Equal($"Talks on fish\n\n{Body}", report.Text);
        Assert.Equal("VNA", report.Outlet);
        Assert.Equal("2031-03-11T18:20:00Z", report.Published);
        Assert.Equal("https://vna.example/1", report.Url);
    }

    [Fact]
    public void Csv_rows_are_reports_and_a_quoted_line_end_ends_no_row()
    {
        var reports = Read("a.csv", Encoding.UTF8.GetBytes($"Title;Date;Body\nFirst;2031-03-11;\"{Body}\nIt \"\"ended\"\".\"\n\nSecond;;Short text here.\nThird;2031;\n"));

        Assert.Equal($"First\n\n{Body}\nIt \"ended\".", reports[0].Report!.Text);
        Assert.Equal("2031-03-11", reports[0].Report!.Published);
        Assert.Equal("Second\n\nShort text here.", reports[1].Report!.Text);
        Assert.Equal(ReadFailureKind.Empty, reports[2].Failure!.Kind);
    }

    [Fact]
    public void A_csv_without_a_text_column_says_so()
    {
        ReadFailure failure = Assert.Single(Read("a.csv", "id,size\n1,2\n"u8.ToArray())).Failure!;
        Assert.Contains("names no column 'text'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_document_gives_its_paragraphs()
    {
        byte[] zip = Zip(("word/document.xml", $"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Talks</w:t></w:r><w:r><w:tab/><w:t xml:space=\"preserve\"> on fish</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>{Body}</w:t></w:r></w:p></w:body></w:document>"),
            ("docProps/core.xml", "<cp:coreProperties><dcterms:created>2031-03-11T18:20:00Z</dcterms:created></cp:coreProperties>"));
        Report report = Assert.Single(Read("a.docx", zip)).Report!;

        Assert.Equal($"Talks\t on fish\n\n{Body}", report.Text);
        Assert.Equal("2031-03-11T18:20:00Z", report.Published);
    }

    [Fact]
    public void A_zip_gives_the_reports_within_it_to_a_bounded_depth()
    {
        byte[] inner = Zip(("c.txt", Body));
        byte[] three = ZipBytes(("z.zip", ZipBytes(("z.zip", ZipBytes(("z.zip", ZipBytes(("d.txt", "x"u8.ToArray()))))))));
        byte[] zip = ZipBytes(("a.txt", Encoding.UTF8.GetBytes(Body)), ("b.zip", inner), ("deep.zip", three), ("image.png", [1, 2, 3]), ("bomb.txt", new byte[7_000_000]));
        var reports = Read("a.zip", zip);

        Assert.Equal(2, reports.Count(r => r.Report?.Text == Body));
        Assert.Equal(2, reports.Count(r => r.Failure?.Kind == ReadFailureKind.TooLarge));
        Assert.Equal(4, reports.Count);
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [InlineData("a.warc")]
    [InlineData("a.warc.gz")]
    [InlineData("a.xml")]
    [InlineData("a.json")]
    [InlineData("a.eml")]
    [InlineData("a.csv")]
    [InlineData("a.html")]
    public void Random_bytes_give_a_reason_and_no_exception(string name)
    {
        var random = new Random(7);
        for (int i = 0; i < 20; i++)
        {
            var bytes = new byte[random.Next(2_000) + 1];
            random.NextBytes(bytes);
            Assert.All(Read(name, bytes), r => Assert.True(r.Report is not null || r.Failure!.Message.Length > 0));
        }
    }

    [Fact]
    public void A_pdf_without_the_program_says_what_to_install()
    {
        var format = new PdfFormat("pdftotext-that-nobody-has");
        DecodedReport decoded = format.Decode(new RawReport { Name = "a.pdf", Bytes = "%PDF-1.4"u8.ToArray() }, ReportDefaults.None);
        Assert.Contains("install poppler-utils", decoded.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_come_out_of_web_archives(bool isPacked)
    {
        string page = $"<html><head><title>Talks on fish</title><meta charset=windows-1251></head><body><article><h1>Talks on fish</h1><p>{Body} {Body}</p><p>{Body} Café.</p></article></body></html>";
        byte[] html = Encoding.Latin1.GetBytes(page);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(html);
        }

        byte[] chunked = [.. Encoding.ASCII.GetBytes(packed.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), .. packed.ToArray(), .. "\r\n0\r\n\r\n"u8];
        byte[] archive =
        [
            .. Record("warcinfo", "", "software: test"u8.ToArray(), isPacked),
            .. Record("request", "https://vna.example/1", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), isPacked),
            .. Record("response", "https://vna.example/1", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. chunked], isPacked),
            .. Record("response", "https://vna.example/2", [.. "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"u8, .. html], isPacked),
            .. Record("response", "https://vna.example/3", [.. "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"u8, 1, 2], isPacked),
            .. Record("response", "https://vna.example/4", [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\nContent-Encoding: gzip\r\n\r\n"u8, .. html], isPacked),
        ];
        var reports = Read(isPacked ? "a.warc.gz" : "a.warc", archive);

        Assert.Equal(2, reports.Count);
        Assert.All(reports, r => Assert.EndsWith("Café.", r.Report!.Text, StringComparison.Ordinal));
        Assert.Equal("https://vna.example/1", reports[0].Report!.Url);
    }

    private static byte[] Record(string type, string address, byte[] block, bool isPacked)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-11T18:20:00Z\r\nContent-Length: {block.Length}\r\n\r\n");
        byte[] record = [.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8];
        if (!isPacked)
        {
            return record;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(record);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => ZipBytes([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Text)))]);

    private static byte[] ZipBytes(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
