using Readout.Actors;

namespace Readout.Tests.Actors;

public sealed class ActorCsvTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("readout-actors").FullName;

    public ActorCsvTests()
    {
        Directory.CreateDirectory(Path.Combine(_data, "actors"));
        File.WriteAllText(Path.Combine(_data, "actors", "offices.tsv"), "MRV\tpresident\tIldiko Brandt-Okafor\t2021-03-01\t\tBrandt-Okafor\n");
        File.WriteAllText(Path.Combine(_data, "actors", "leaders.tsv"), "QDR\tchancellor\tMatthias Eluwole Drost\t2019\t\n");
    }

    [Fact]
    public void What_is_exported_can_be_imported()
    {
        using var exported = new StringWriter();
        Assert.Equal(2, ActorCsv.Export(_data, exported));
        string csv = Write(exported.ToString());

        Assert.Equal(2, ActorCsv.Import(csv, _data));
        Assert.Contains("QDR\tchancellor\tMatthias Eluwole Drost\t2019\t\t\n", Own(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_with_a_comma_is_kept_whole()
    {
        string csv = Write("owner,office,name,from,to,aliases\nQDR,\"minister, without portfolio\",Han Su-rim,2020-01-01,,Han\n");

        Assert.Equal(1, ActorCsv.Import(csv, _data));
        Assert.Contains("minister, without portfolio", Own(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owner,office,name,from,to\nQDR,minister,Han Su-rim,,\n", "aliases")]
    [InlineData("owner,office,name,from,to,aliases\nQDR,minister,,2020,,\n", "row 2")]
    [InlineData("owner,office,name,from,to,aliases\nQDR,minister,Han Su-rim,last year,,\n", "last year")]
    public void A_bad_file_changes_nothing_and_says_what_is_wrong(string text, string expected)
    {
        var failure = Assert.Throws<InvalidDataException>(() => ActorCsv.Import(Write(text), _data));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Equal(["leaders.tsv", "offices.tsv"], Directory.GetFiles(Path.Combine(_data, "actors")).Select(Path.GetFileName).Order());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private string Own() => File.ReadAllText(Path.Combine(_data, "actors", "own.tsv"));

    private string Write(string text)
    {
        string path = Path.Combine(_data, "actors.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
