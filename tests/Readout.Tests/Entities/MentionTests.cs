using Readout.Corpora;
using Readout.Entities;
using Readout.Parsing;
using Readout.Tests.Corpora;

namespace Readout.Tests.Entities;

/// <summary>On trees written by hand, so that the detector alone is tested.</summary>
public sealed class MentionTests
{
    private const string Sentence =
        "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tpresident\tpresident\tNOUN\tNN\t_\t9\tnsubj\t_\t_\n3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n" +
        "4\tMaravene\tMaravene\tPROPN\tNNP\t_\t2\tnmod\t_\tSpaceAfter=No\n5\t,\t,\tPUNCT\t,\t_\t6\tpunct\t_\t_\n6\tAnna\tAnna\tPROPN\tNNP\t_\t2\tappos\t_\t_\n" +
        "7\tBerg\tBerg\tPROPN\tNNP\t_\t6\tflat\t_\tSpaceAfter=No\n8\t,\t,\tPUNCT\t,\t_\t6\tpunct\t_\t_\n9\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n" +
        "10\ther\ther\tPRON\tPRP$\t_\t12\tnmod:poss\t_\t_\n11\tforeign\tforeign\tADJ\tJJ\t_\t12\tamod\t_\t_\n12\tminister\tminister\tNOUN\tNN\t_\t9\tobj\t_\t_\n";

    private static readonly MentionDetector Detector = MentionDetector.Load(Reader.DefaultDataDirectory);

    [Fact]
    public void Names_nominals_and_pronouns_are_found_in_text_order()
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(Sentence));
        IReadOnlyList<Mention> mentions = Detector.Detect(parse, [new NameSpan(3, 4, EntityType.Gpe), new NameSpan(5, 7, EntityType.Person)]);
        Assert.Equal(
            ["The president of Maravene:Nominal:Person", "Maravene:Name:Gpe", "Anna Berg:Name:Person", "her foreign minister:Nominal:Person", "her:Pronoun:Person"],
            mentions.Select(m => $"{parse.Tokens.Span(m.First, m.End).In(parse.Tokens.Text)}:{m.Kind}:{m.Type}"));
        Assert.All(mentions, m => Assert.InRange(m.Head, m.First, m.End - 1));
    }

    [Fact]
    public void A_title_before_a_name_is_no_mention_of_its_own()
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(
            "1\tPresident\tPresident\tPROPN\tNNP\t_\t2\tnmod:desc\t_\t_\n2\tBerg\tBerg\tPROPN\tNNP\t_\t3\tnsubj\t_\t_\n3\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n"));
        Assert.Equal(["Berg"], Detector.Detect(parse, [new NameSpan(1, 2, EntityType.Person)]).Select(m => parse.Tokens.Span(m.First, m.End).In(parse.Tokens.Text).ToString()));
    }

    [Theory]
    [InlineData("channel", "the television channel Belmarra 24|Belmarra 24")]
    [InlineData("champion", "the television champion Belmarra 24|Belmarra")]
    public void A_name_behind_a_noun_for_a_medium_runs_on_over_its_number(string noun, string expected)
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(
            $"1\tthe\tthe\tDET\tDT\t_\t3\tdet\t_\t_\n2\ttelevision\ttelevision\tNOUN\tNN\t_\t3\tcompound\t_\t_\n3\t{noun}\t{noun}\tNOUN\tNN\t_\t6\tnsubj\t_\t_\n" +
            "4\tBelmarra\tBelmarra\tPROPN\tNNP\t_\t3\tnmod:unmarked\t_\t_\n5\t24\t24\tNUM\tCD\t_\t4\tnummod\t_\t_\n6\treported\treport\tVERB\tVBD\t_\t0\troot\t_\t_\n"));
        IEnumerable<string> words = Detector.Detect(parse, [new NameSpan(3, 4, EntityType.Gpe)]).Select(m => parse.Tokens.Span(m.First, m.End).In(parse.Tokens.Text).ToString());
        Assert.Equal(expected, string.Join('|', words));
    }

    [Fact]
    public void A_day_and_a_last_preposition_belong_to_no_phrase()
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(
            "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tgovernment\tgovernment\tNOUN\tNN\t_\t5\tnsubj\t_\t_\n3\ton\ton\tADP\tIN\t_\t4\tcase\t_\t_\n4\tMonday\tMonday\tPROPN\tNNP\t_\t2\tnmod\t_\t_\n" +
            "5\ttold\ttell\tVERB\tVBD\t_\t0\troot\t_\t_\n6\tOstrevar\tOstrevar\tPROPN\tNNP\t_\t5\tobj\t_\t_\n7\tof\tof\tADP\tIN\t_\t6\tnmod\t_\t_\n"));
        IEnumerable<string> words = Detector.Detect(parse, [new NameSpan(5, 7, EntityType.Organization)]).Select(m => parse.Tokens.Span(m.First, m.End).In(parse.Tokens.Text).ToString());
        Assert.Equal(["The government", "Ostrevar"], words);
    }

    [Theory]
    [InlineData("Saturday", "Anna Berg")]
    [InlineData("May", "Anna Berg May")]
    public void A_day_belongs_to_no_persons_name(string word, string expected)
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(
            $"1\tAnna\tAnna\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n2\tBerg\tBerg\tPROPN\tNNP\t_\t1\tflat\t_\t_\n3\t{word}\t{word}\tPROPN\tNNP\t_\t1\tflat\t_\t_\n4\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n"));
        Mention mention = Assert.Single(Detector.Detect(parse, [new NameSpan(0, 3, EntityType.Person)]));
        Assert.Equal(expected, parse.Tokens.Span(mention.First, mention.End).In(parse.Tokens.Text).ToString());
    }

    [Fact]
    public void Roles_know_office_sector_and_their_longest_noun()
    {
        ParsedText parse = ConlluText.Build(ConlluTests.Read(Sentence));
        Role? role = RoleLexicon.Load(Reader.DefaultDataDirectory).Find(parse, 11, out int first, out int end);
        Assert.Equal(("foreign minister", "GOV", 10, 12), (role?.Office, role?.Sector, first, end));
    }
}
