using Readout.Actors;
using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;
using Readout.Tests.Tokenization;
using Readout.Text;

namespace Readout.Tests.Actors;

public class ActorLinkerTests
{
    private static readonly SyntaxParser Parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
    private static readonly NameRecognizer Names = NameRecognizer.Load(Reader.DefaultDataDirectory);
    private static readonly MentionDetector Mentions = MentionDetector.Load(Reader.DefaultDataDirectory);
    private static readonly CoreferenceResolver Chains = CoreferenceResolver.Load(Reader.DefaultDataDirectory);
    private static readonly ActorLinker Linker = ActorLinker.Load(Reader.DefaultDataDirectory);

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Cases", "actors.tsv"), 3))
        {
            cases.Add(cells[0], cells[1], cells[2]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Links_the_actors_of_the_case(string published, string text, string expected)
    {
        string[] found = [.. Link(text, published == "-" ? null : published).Actors.Select(a =>
            $"{a.Name} {a.Type.ToString().ToLowerInvariant()} {a.Office ?? "-"} {a.State ?? "-"} ({a.Mentions.Length})")];

        foreach (string one in expected.Split("; "))
        {
            string head = one[..(one.LastIndexOf('(') + 1)];
            string? actor = Array.Find(found, f => f.StartsWith(head, StringComparison.Ordinal));
            Assert.True(actor is not null, $"expected {one}, found: {string.Join("; ", found)}");
            Assert.True(Count(actor) >= Count(one), $"expected {one}, found: {actor}");
        }
    }

    [Fact]
    public void A_chain_that_joins_two_office_holders_is_parted()
    {
        const string text = "Jacques Chirac met Tony Blair. He smiled.";
        ParsedText parse = Parser.Parse(TestTokenizer.Shared.Tokenize(text));
        IReadOnlyList<Mention> mentions = Mentions.Detect(parse, Names.Find(parse));
        var wrong = new CorefChains(new int[mentions.Count]);

        ActorTable table = Linker.Link(new Report { Id = "test", Text = text, Published = "2005-06-01" }, parse, mentions, wrong);

        Assert.Equal(["Jacques Chirac", "Tony Blair"], table.Actors.Select(a => a.Name));
        Assert.Equal(1, table.ActorOf(mentions.Count - 1));
    }

    [Theory]
    [InlineData("PORT SELKOW, December 4 (MPA) -- Maravene protested.", "MPA")]
    [InlineData("The treaty came into force as a law.", "force")]
    [InlineData("The fund fell to 557 million U.S. dollars in May.", "United States")]
    [InlineData("They published the text of the agreement in the capital.", "text")]
    [InlineData("The Russian foreign minister said that they were good neighbours.", "neighbours")]
    [InlineData("The treaty deepened the alliance between the two countries.", "alliance")]
    [InlineData("An exchange of fire began on Monday.", "exchange")]
    public void What_takes_part_in_nothing_is_no_actor(string text, string word) =>
        Assert.DoesNotContain(Link(text, null).Actors, a => a.Name.Contains(word, StringComparison.Ordinal));

    [Theory]
    [InlineData("North Korea's Kim Yong-nam arrived.", "Kim Yong-nam")]
    [InlineData("The visitor, Vladimir Arkadyevich Putin-Kolesnik, arrived.", "Vladimir Arkadyevich Putin-Kolesnik")]
    public void A_name_is_not_completed_against_the_text(string text, string name) =>
        Assert.Contains(Link(text, "2006-12-01").Actors, a => a.Name == name);

    [Fact]
    public void A_description_of_two_holders_is_a_mention_of_both()
    {
        ActorTable table = Link("The Russian and Belarusian presidents met.", "2022-12-20");

        Assert.Equal([0, 1], table.MembersOf(table.Actors[0].Mentions[0]));
        Assert.Equal(table.Actors[0].Mentions, table.Actors[1].Mentions);
    }

    [Fact]
    public void A_state_has_its_number_in_the_Correlates_of_War_list() =>
        Assert.Contains(Link("Russia thanked Belarus.", null).Actors, a => a is { State: "BLR", Cow: 370 });

    [Fact]
    public void Any_string_gives_every_mention_to_at_most_one_actor()
    {
        string[] pieces = ["President", "Vladimir", "Putin", "the", "Russian", "president", "of", "Maravene", "Moscow", ",", "said", "he", "Kremlin", ".", "\n\n", "\ud83d", "UN", "chief"];
        var random = new Random(11);
        for (int round = 0; round < 60; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            ActorTable table = Link(text, random.Next(2) == 0 ? null : "2006-12-20");
            int[] mentions = [.. table.Actors.SelectMany(a => a.Mentions)];

            Assert.Equal(mentions.Length, mentions.Distinct().Count());
            Assert.All(table.Actors, a => Assert.NotEmpty(a.Mentions));
        }
    }

    private static ActorTable Link(string text, string? published)
    {
        ParsedText parse = Parser.Parse(TestTokenizer.Shared.Tokenize(text));
        IReadOnlyList<Mention> mentions = Mentions.Detect(parse, Names.Find(parse));
        return Linker.Link(new Report { Id = "test", Text = text, Published = published }, parse, mentions, Chains.Resolve(parse, mentions));
    }

    private static int Count(string actor) => int.Parse(actor[(actor.LastIndexOf('(') + 1)..^1]);
}
