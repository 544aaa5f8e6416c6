using System.Text;
using System.Text.Json;

namespace Readout.Cli.Tests;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("readout-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Standard_input_gives_one_line_with_every_field()
    {
        CliResult result = Cli.Run("President Ana Weil met the press.\n", "extract", "-", "--published", "2024-03-12", "--outlet", "Post", "--text");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Error);
        using JsonDocument json = JsonDocument.Parse(Assert.Single(Lines(result)));
        JsonElement report = json.RootElement.GetProperty("report");
        Assert.Equal("2024-03-12", report.GetProperty("published").GetString());
        Assert.Equal("Post", report.GetProperty("outlet").GetString());
        Assert.Equal(JsonValueKind.Null, report.GetProperty("url").ValueKind);
        Assert.Equal("President Ana Weil met the press.\n", json.RootElement.GetProperty("text").GetString());
        foreach (string field in (string[])["actors", "statements", "meetings", "commitments", "events", "times", "places"])
        {
            Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty(field).ValueKind);
        }
    }

    [Fact]
    public void Output_stands_in_input_order_whatever_the_number_of_threads()
    {
        var lines = new StringBuilder();
        for (int i = 0; i < 300; i++)
        {
            lines.AppendLine(JsonSerializer.Serialize(new { headline = $"Report {i}", text = string.Concat(Enumerable.Repeat("The two leaders met in the capital on Monday. ", i % 7 * 10 + 1)) }));
        }

        string path = Path.Combine(_directory, "many.jsonl");
        File.WriteAllText(path, lines.ToString());
        CliResult one = Cli.Run(null, "extract", path, "--threads", "1");
        CliResult four = Cli.Run(null, "extract", path, "--threads", "4");
        Assert.Equal(300, Lines(one).Length);
        Assert.Equal(one.Output, four.Output);
    }

    [Fact]
    public void Bad_files_are_named_and_the_others_read()
    {
        string good = Path.Combine(_directory, "good.txt");
        File.WriteAllText(good, "A report.");
        string missing = Path.Combine(_directory, "missing.txt");
        CliResult result = Cli.Run(null, "extract", missing, good, _directory + "/none");
        Assert.Equal(1, result.ExitCode);
        Assert.Single(Lines(result));
        Assert.Contains("missing.txt: no such file", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "--offsets", "bytes", "x")]
    [InlineData("extract", "--published", "soon", "x")]
    [InlineData("extract", "--threads", "0", "x")]
    [InlineData("extrakt", "x")]
    public void Wrong_usage_exits_with_2(params string[] arguments) => Assert.Equal(2, Cli.Run(null, arguments).ExitCode);

    [Theory]
    [InlineData("“", 10_000)]
    [InlineData("\"", 10_001)]
    [InlineData("He said. ", 20_000)]
    [InlineData("(", 10_000)]
    [InlineData("a", 500_000)]
    [InlineData("\n", 50_000)]
    public void Hostile_text_is_read_in_bounded_time(string piece, int times)
    {
        CliResult result = Cli.Run(string.Concat(Enumerable.Repeat(piece, times)) + ".", "extract", "-");
        Assert.Equal(0, result.ExitCode);
        Assert.Single(Lines(result));
    }

    [Fact]
    public void Offsets_count_code_points_unless_asked_otherwise()
    {
        const string text = "\U0001F600 Talks. Read more\n";
        using JsonDocument points = JsonDocument.Parse(Cli.Run(text, "extract", "-").Output);
        using JsonDocument units = JsonDocument.Parse(Cli.Run(text, "extract", "-", "--offsets", "utf16").Output);
        Assert.Equal(text.Length - 1, points.RootElement.GetProperty("report").GetProperty("characters").GetInt32());
        Assert.Equal(text.Length, units.RootElement.GetProperty("report").GetProperty("characters").GetInt32());
    }

    private static string[] Lines(CliResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
