using Readout.Events;
using Readout.Parsing;

namespace Readout.Tests.Events;

public sealed class PatternMatcherTests
{
    private static readonly PatternTable Patterns = PatternTable.Load(TestScene.Data, Path.Combine("events", "patterns.tsv"));
    private static readonly PloverOntology Ontology = PloverOntology.Load(TestScene.Data);

    [Theory]
    [InlineData("Quendria withdrew its troops from the island.", "withdrew", "RETREAT", "withdraw", "island")]
    [InlineData("The army deployed missiles near the border.", "deployed", "MOBILIZE", "weapons", "border")]
    [InlineData("Maravene imposed sanctions on Quendria.", "imposed", "SANCTION", "discontinue", "Quendria")]
    [InlineData("The ministers signed an agreement with Belmarra.", "signed", "SUPPORT", null, "Belmarra")]
    [InlineData("The police arrested the leader of the union.", "arrested", "COERCE", "arrest", "leader")]
    [InlineData("The leader was arrested by the police.", "arrested", "COERCE", "arrest", "leader")]
    [InlineData("Belmarra provided aid to the refugees.", "provided", "AID", null, "refugees")]
    [InlineData("Students staged a protest against the law.", "staged", "PROTEST", "demo", "law")]
    [InlineData("The chancellor accused Maravene of lying.", "accused", "ACCUSE", "allege", "Maravene")]
    public void A_trigger_gives_type_mode_and_recipient(string text, string trigger, string type, string? mode, string recipient)
    {
        ParsedText parse = TestScene.Parse(text);
        var matcher = new PatternMatcher(Patterns, parse);
        PatternMatch match = Assert.NotNull(matcher.Match(TestScene.Row(parse, trigger)));
        Assert.Equal((type, mode), (match.Pattern.Type, match.Pattern.Mode));
        Assert.Equal(recipient, parse.Tokens.Form(matcher.Recipient(match)).ToString());
    }

    [Fact]
    public void Every_pattern_and_operator_speaks_the_codebooks_language()
    {
        foreach (string[] cells in Readout.Text.TsvFile.Rows(Path.Combine(TestScene.Data, "events", "patterns.tsv"), 6))
        {
            Assert.Contains(Ontology.Entries, entry => entry.Type == cells[4] && entry.Mode == (cells[5] == "-" ? null : cells[5]));
        }

        foreach (string[] cells in Readout.Text.TsvFile.Rows(Path.Combine(TestScene.Data, "events", "operators.tsv"), 4))
        {
            Assert.True(cells[3] is "future" or "hypothetical" || Ontology.Types.Contains(cells[3]), cells[3]);
        }
    }
}
