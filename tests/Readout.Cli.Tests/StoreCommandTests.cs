using System.Text.Json;
using Readout.Store;
using Readout.Store.Sqlite;
using Readout.Tests.Shared;

namespace Readout.Cli.Tests;

/// <summary>add, list, show, search and status, run as their user would.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("readout-").FullName;

    private string StoreFile => Path.Combine(_folder, "store.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Adding_twice_changes_nothing_the_second_time()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "Headline: Talks\nOutlet: Post\nPublished: 2024-03-12\n\nThe two sides met.\n");
        CliResult first = Run("add", _folder);
        CliResult second = Run("add", _folder);

        Assert.Equal((0, "added"), (first.ExitCode, first.Output.Split('\t')[0]));
        Assert.Equal((0, "unchanged"), (second.ExitCode, second.Output.Split('\t')[0]));
        Assert.Equal(["2024-03-12", "Talks", "Post"], Assert.Single(Lines(Run("list"))).Split('\t')[1..4]);
    }

    [Fact]
    public void A_bad_file_is_named_and_the_others_are_added()
    {
        File.WriteAllBytes(Path.Combine(_folder, "b.txt"), [0, 1, 2, 3, 0, 0, 0, 255]);
        File.WriteAllText(Path.Combine(_folder, "c.txt"), "The two sides met.");
        CliResult result = Run("add", Path.Combine(_folder, "missing.txt"), Path.Combine(_folder, "b.txt"), Path.Combine(_folder, "c.txt"), "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing.txt: no such file", result.Error, StringComparison.Ordinal);
        Assert.Contains("b.txt", result.Error, StringComparison.Ordinal);
        string[] outcomes = [.. Lines(result).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("outcome").ToString())];
        Assert.Equal(["", "", "added"], outcomes);
    }

    [Fact]
    public void The_store_lies_in_the_users_data_folder_unless_named()
    {
        var elsewhere = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = _folder };
        CliResult status = Cli.Run(null, elsewhere, "status", "--json");
        Assert.Equal(Path.Combine(_folder, "readout", "readout.db"), JsonDocument.Parse(status.Output).RootElement.GetProperty("location").GetString());
    }

    [Fact]
    public void An_empty_store_says_what_to_do()
    {
        Assert.Contains("readout add", Run("list").Error, StringComparison.Ordinal);
        Assert.Contains("readout add", Run("search", "fish").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search", "--kind", "gossip")]
    [InlineData("search", "--since", "yesterday")]
    [InlineData("search", "--", "-only")]
    [InlineData("search", "--limit", "-1")]
    [InlineData("list", "--until", "2024-13")]
    [InlineData("add")]
    [InlineData("show")]
    public void Wrong_usage_exits_with_2(params string[] arguments) => Assert.Equal(2, Run(arguments).ExitCode);

    [Theory]
    [InlineData("show", "8eb030292736")]
    [InlineData("show", "not hex")]
    public void An_unknown_id_is_named(params string[] arguments)
    {
        CliResult result = Run(arguments);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(arguments[1], result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused_with_a_way_out()
    {
        File.WriteAllText(StoreFile, new string('x', 200));
        CliResult result = Run("list");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--store FILE", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_filters_what_was_said()
    {
        AddSamples();
        string[] promises = Lines(Run("search", "bank", "--speaker", "Drost", "--kind", "promise"));
        Assert.NotEmpty(promises);
        Assert.All(promises, line => Assert.Contains("Drost", line.Split('\t')[2], StringComparison.Ordinal));
        Assert.All(promises, line => Assert.Contains("bank", line.Split('\t')[5], StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Lines(Run("search", "bank", "--speaker", "Drost", "--until", "2020")));
        Assert.All(Lines(Run("search", "--outlet", "ostrevar now", "--limit", "0")), line => Assert.EndsWith("\tOstrevar Now", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Json_of_a_fact_carries_its_spans()
    {
        AddSamples();
        using JsonDocument json = JsonDocument.Parse(Lines(Run("search", "\"single mile of sea\"", "--json"))[0]);
        Assert.Equal("statement", json.RootElement.GetProperty("type").GetString());
        Assert.Contains(json.RootElement.GetProperty("spans").EnumerateArray(), span => span.GetProperty("role").GetString() == "content");

        string id = json.RootElement.GetProperty("id").GetString()!;
        Assert.Contains("single mile of sea", Run("show", id).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_shown_with_its_facts_and_given_back_byte_for_byte()
    {
        AddSamples();
        ReportReading sample = SampleReadings.All().First();
        CliResult shown = Run("show", ReportKey.Of(sample.Report.Id));
        Assert.Contains(sample.Report.Headline!, shown.Output, StringComparison.Ordinal);
        Assert.Contains(ReportKey.Of(sample.Report.Id) + "-s1\t", shown.Output, StringComparison.Ordinal);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(sample.Raw.Span), Run("show", ReportKey.Of(sample.Report.Id), "--raw").Output);
        using JsonDocument json = JsonDocument.Parse(Run("show", sample.Report.Id, "--json").Output);
        Assert.Equal(sample.Report.Text, json.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void Control_characters_of_a_report_never_reach_the_terminal()
    {
        File.WriteAllText(Path.Combine(_folder, "evil.txt"), "Headline: \u001b[2Jgone\u202E\nOutlet: \u0007Bell\nPublished: 2024-03-12\n\nThe two sides met.\n");
        Run("add", _folder);
        string output = Run("list").Output;
        Assert.Contains("gone", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u202E', output);
        Assert.DoesNotContain('\u0007', output);
    }

    private CliResult Run(params string[] arguments)
    {
        int rest = Array.IndexOf(arguments, "--");
        rest = rest < 0 ? arguments.Length : rest;
        return Cli.Run(null, [.. arguments[..rest], "--store", StoreFile, .. arguments[rest..]]);
    }

    private void AddSamples()
    {
        using SqliteRecordStore store = SqliteRecordStore.Open(StoreFile);
        foreach (ReportReading reading in SampleReadings.All())
        {
            store.Add(reading);
        }
    }

    private static string[] Lines(CliResult result) => result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
