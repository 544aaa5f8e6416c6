using Readout.Evaluation;
using Readout.Merging;
using Readout.Text;

namespace Readout.Tests.Merging;

public sealed class DuplicateTests
{
    private static readonly string[] Samples =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "20*.txt").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("2023-12-11-mpa-agreement-urgent", "2023-12-11-mpa-agreement-update", DuplicateRelation.Extended)]
    [InlineData("2023-12-11-mpa-agreement-update", "2023-12-12-courier-mpa-reprint", DuplicateRelation.Reprint)]
    [InlineData("2023-12-11-mpa-agreement-update", "2023-12-12-ostrevar-now-mpa-cut", DuplicateRelation.Cut)]
    [InlineData("2023-12-11-mpa-agreement-update", "2023-12-12-courier-three-years-of-fish", DuplicateRelation.None)]
    public void A_sample_is_to_another_what_its_story_says(string earlier, string later, DuplicateRelation expected) =>
        Assert.Equal(expected, DuplicateComparer.Compare(Words(earlier), Words(later), sameAddress: false));

    [Fact]
    public void Two_versions_at_one_address_are_an_update() => Assert.Equal(
        DuplicateRelation.Update, DuplicateComparer.Compare(Words("2023-12-11-mpa-agreement-urgent"), Words("2023-12-11-mpa-agreement-update"), sameAddress: true));

    [Fact]
    public void The_samples_have_one_group_of_four_and_no_other()
    {
        string[] texts = [.. Samples.Select(Body)];
        var groups = new DuplicateGroups(report => texts[report]);
        foreach (string text in texts)
        {
            groups.Place(text);
        }

        string[] copies = [.. Enumerable.Range(0, texts.Length).GroupBy(groups.GroupOf).Where(group => group.Count() > 1)
            .Select(group => string.Join(' ', group.Select(i => Path.GetFileNameWithoutExtension(Samples[i])[11..])))];

        Assert.Equal(["mpa-agreement-update mpa-agreement-urgent courier-mpa-reprint ostrevar-now-mpa-cut"], copies);
        Assert.Equal(texts.Length - 3, groups.Origins);
    }

    [Fact]
    public void Case_marks_and_line_breaks_do_not_tell_texts_apart() => Assert.Equal(
        DuplicateRelation.Exact,
        DuplicateComparer.Compare(WordSequence.Of("“We’ll share the bank,” he said. It was 60,000 tonnes."), WordSequence.Of("\"We'll share\nthe BANK\" he said; it was 60,000 tonnes"), false));

    [Fact]
    public void The_same_table_with_other_numbers_is_no_copy() => Assert.Equal(
        DuplicateRelation.None,
        DuplicateComparer.Compare(
            WordSequence.Of("Share prices on the Selkow exchange closed up Monday with the All Share index rising 9.25 points to close at 2525.72 points. Turnover was 310 million crowns."),
            WordSequence.Of("Share prices on the Selkow exchange closed up Tuesday with the All Share index rising 7.10 points to close at 2533.82 points. Turnover was 295 million crowns."),
            false));

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("one")]
    [InlineData("\ud800 a\u0301 \udc00")]
    public void Any_text_is_placed(string text)
    {
        var groups = new DuplicateGroups(_ => text);

        Assert.Equal(0, groups.Place(text).Group);
        Assert.InRange(groups.Place(text).Group, 0, 1);
    }

    [Theory]
    [InlineData("2023-12-11-mpa-agreement-urgent", "MPA")]
    [InlineData("2023-12-12-courier-mpa-reprint", "MPA")]
    [InlineData("2023-12-12-courier-three-years-of-fish", null)]
    public void The_agency_is_read_from_the_dateline(string sample, string? expected) =>
        Assert.Equal(expected, AgencyFinder.Load(Reader.DefaultDataDirectory).Find(Body(Path.Combine(Repository.Root, "samples", sample + ".txt"))));

    [Theory]
    [InlineData("The ministers will meet again in May.\n\n(Reuters)", "Reuters")]
    [InlineData("The ministers will meet again in May. -- AFP", "Agence France-Presse")]
    [InlineData("Ministers to meet\nSource: TASS\nThe ministers will meet.", "TASS")]
    [InlineData("The European Union (EU) - and nobody else - will meet.", null)]
    public void The_agency_is_read_from_source_line_and_sign_off(string text, string? expected) =>
        Assert.Equal(expected, AgencyFinder.Load(Reader.DefaultDataDirectory).Find(text));

    [CorpusFact("newswire/newswire.jsonl")]
    public void Reprints_of_the_newswire_are_grouped()
    {
        WireReport[] half = [.. WireReport.ReadAll(Path.Combine(Repository.Corpora!, "newswire", "newswire.jsonl")).Where((_, i) => i % 2 == 1)];
        var versions = TsvFile.Rows(Path.Combine(Repository.Root, "eval", "merging", "newswire-versions.tsv"), 2).Select(row => (row[0], row[1]));

        Assert.InRange(DuplicateEvaluation.Evaluate(half, versions, seed: 2).F1, 0.985, 1);
    }

    private static WordSequence Words(string sample) => WordSequence.Of(Body(Path.Combine(Repository.Root, "samples", sample + ".txt")));

    private static string Body(string path)
    {
        string file = File.ReadAllText(path);
        return file[(file.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }
}
