using System.Text;
using Readout.Sources.Files;

namespace Readout.Sources.Tests.Files;

public sealed class ReportFilesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("readout-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_text_file_is_kept_unchanged()
    {
        string path = Write("a.txt", "First line\r\n\r\nSecond  line\n");
        DecodedReport report = Single(path);
        Assert.Equal("First line\r\n\r\nSecond  line\n", report.Report!.Text);
        Assert.Null(report.Report.Published);
        Assert.Matches("^sha256:[0-9a-f]{64}$", report.Report.Id);
    }

    [Fact]
    public void A_header_block_describes_the_report()
    {
        string path = Write("a.txt", "Headline: Talks end\nOutlet: The Harbour Post\nPublished: 2024-03-12\n\nThe talks ended.\n");
        Readout.Text.Report report = Single(path).Report!;
        Assert.Equal("Talks end\n\nThe talks ended.\n", report.Text);
        Assert.Equal(("Talks end", "The Harbour Post", "2024-03-12"), (report.Headline, report.Outlet, report.Published));
        Assert.Equal("Talks end", report.HeadlineSpan!.Value.In(report.Text).ToString());
    }

    [Theory]
    [InlineData("Headline: only one key\n\nText.")]
    [InlineData("Headline: a\nMinister: no key\n\nText.")]
    [InlineData("Headline: a\nOutlet: b\nText without an empty line.")]
    public void What_is_no_header_stays_text(string text) => Assert.Equal(text, Single(Write("a.txt", text)).Report!.Text);

    [Fact]
    public void The_users_word_goes_before_the_files()
    {
        string path = Write("a.txt", "Outlet: A\nPublished: 2024-03-12\n\nText.");
        RawReport raw = new ReportFiles().Enumerate([path]).Single();
        Readout.Text.Report report = ReportFiles.Decode(raw, new ReportDefaults { Outlet = "B", Published = "2024-04-01" }).Report!;
        Assert.Equal(("B", "2024-04-01"), (report.Outlet, report.Published));
    }

    [Fact]
    public void Json_lines_give_a_report_each_and_broken_ones_a_reason()
    {
        string path = Write("a.jsonl", """
            {"headline": "Talks", "published": "2024-03-12", "text": "They met."}
            no json

            {"headline": "No text"}
            {"text": "half \ud83d a pair"}
            """);
        DecodedReport[] all = [.. new ReportFiles().Enumerate([path]).Select(raw => ReportFiles.Decode(raw, ReportDefaults.None))];
        Assert.Equal(4, all.Length);
        Assert.Equal("Talks\n\nThey met.", all[0].Report!.Text);
        Assert.Equal(ReadFailureKind.Malformed, all[1].Failure!.Kind);
        Assert.EndsWith("a.jsonl:2", all[1].Failure!.Name, StringComparison.Ordinal);
        Assert.Equal(ReadFailureKind.Empty, all[2].Failure!.Kind);
        Assert.Equal("half \uFFFD a pair", all[3].Report!.Text);
        Assert.Single(all[3].Notes);
    }

    [Fact]
    public void Failures_name_the_thing_and_the_rest_is_read()
    {
        string empty = Write("empty.txt", "");
        string binary = Path.Combine(_directory, "binary.txt");
        File.WriteAllBytes(binary, [0, 1, 2, 3, 0, 0, 255, 254, 7]);
        string huge = Path.Combine(_directory, "huge.txt");
        File.WriteAllText(huge, new string('x', ReportLimits.MaxReportBytes + 1));
        string good = Write("good.txt", "A report.");
        string missing = Path.Combine(_directory, "missing.txt");
        string hollow = Directory.CreateDirectory(Path.Combine(_directory, "hollow")).FullName;

        DecodedReport[] all =
        [
            .. new ReportFiles().Enumerate([missing, empty, binary, huge, hollow, good]).Select(raw => ReportFiles.Decode(raw, ReportDefaults.None)),
        ];
        Assert.Equal(
            [ReadFailureKind.Missing, ReadFailureKind.Empty, ReadFailureKind.Binary, ReadFailureKind.TooLarge, ReadFailureKind.NoReports, null],
            all.Select(one => one.Failure?.Kind));
        Assert.Equal([missing, empty, binary, huge, hollow], all.Take(5).Select(one => one.Failure!.Name));
        Assert.Equal("A report.", all[5].Report!.Text);
    }

    [Fact]
    public void A_directory_is_read_in_ordinal_order_with_its_subdirectories()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "b"));
        Write("c.txt", "3");
        Write(Path.Combine("b", "a.txt"), "2");
        Write("a.txt", "1");
        Write("notes.xyz", "not read");
        Assert.Equal("123", string.Concat(new ReportFiles().Enumerate([_directory]).Select(raw => Encoding.UTF8.GetString(raw.Bytes.Span))));
    }

    private static DecodedReport Single(string path) => ReportFiles.Decode(new ReportFiles().Enumerate([path]).Single(), ReportDefaults.None);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }
}
