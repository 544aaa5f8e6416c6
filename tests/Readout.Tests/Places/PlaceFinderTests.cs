using Readout.Entities;
using Readout.Parsing;
using Readout.Places;
using Readout.Tests.Tokenization;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Tests.Places;

public class PlaceFinderTests
{
    private static readonly SyntaxParser Parser = SyntaxParser.Load(Reader.DefaultDataDirectory);
    private static readonly PlaceFinder Finder = PlaceFinder.Load(Reader.DefaultDataDirectory);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(Repository.Root, "tests", "Readout.Tests", "Cases", "places.tsv"), 1))
        {
            cases.Add(cells[0], cells.Length > 1 ? cells[1] : "");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Finds_and_resolves_what_is_marked(string marked, string expected)
    {
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        IReadOnlyList<PlaceMention> found = Find(text);

        Assert.Equal(marked, Mark(text, found));
        Assert.Equal(expected, string.Join("; ", found.Select(p => $"{p.Name} {p.Country ?? "-"}")));
    }

    [Theory]
    [InlineData("Caldermouth accused Norway of theft.", 0)]
    [InlineData("Norway accused Caldermouth of theft.", 2)]
    [InlineData("The president of Caldermouth resigned.", 3)]
    public void A_name_that_no_gazetteer_knows_is_no_place_where_it_acts(string text, int row) =>
        Assert.DoesNotContain(Read(text, new NameSpan(row, row + 1, EntityType.Gpe)), p => p.Name == "Caldermouth");

    [Theory]
    [InlineData("They will visit Caldermouth in May.", 3)]
    [InlineData("He came back from Caldermouth on Monday.", 4)]
    [InlineData("Caldermouth, 11 December 2023", 0)]
    public void A_name_that_no_gazetteer_knows_is_a_place_where_somebody_goes_or_writes(string text, int row) =>
        Assert.Contains(Read(text, new NameSpan(row, row + 1, EntityType.Gpe)), p => p.Name == "Caldermouth");

    [Fact]
    public void A_dateline_in_capitals_opens_with_a_place() =>
        Assert.Equal("PORT SELKOW", Find("PORT SELKOW, December 4 (MPA) -- The bank is closed.")[0].Name);

    [Fact]
    public void A_place_that_only_the_name_recogniser_knows_keeps_its_name_and_nothing_else()
    {
        PlaceMention place = Find("They met in Caldermouth.", new NameSpan(3, 4, EntityType.Gpe)).Single();

        Assert.Equal(new PlaceMention(new TextSpan(12, 23), "Caldermouth", null, null, null, null), place);
    }

    [Theory]
    [InlineData("Norwegian police in Oslo said that the man lives in Caldermouth.", "NOR")]
    [InlineData("The man lives in Caldermouth.", null)]
    public void A_place_that_no_gazetteer_knows_lies_where_the_whole_report_is(string text, string? state)
    {
        int row = TestTokenizer.Shared.Tokenize(text).Count - 2;

        Assert.Equal(state, Read(text, new NameSpan(row, row + 1, EntityType.Gpe)).Single(p => p.Name == "Caldermouth").Country);
    }

    [Theory]
    [InlineData("The coach said the team will play two matches and score goals in the league. Marseille beat Lille.", "Marseille", false)]
    [InlineData("The coach said the team will play two matches and score goals in the league. They stay in Marseille.", "Marseille", true)]
    [InlineData("Police said that Marseille beat Lille in trade.", "Marseille", true)]
    public void A_club_called_by_its_city_is_no_place(string text, string city, bool isPlace) =>
        Assert.Equal(isPlace, Read(text).Any(p => p.Name == city));

    [Fact]
    public void A_name_that_the_recogniser_holds_for_a_person_is_no_place()
    {
        Assert.Empty(Find("Jordan smiled.", new NameSpan(0, 1, EntityType.Person)));
    }

    [Fact]
    public void Cities_carry_coordinates_and_the_id_of_their_source()
    {
        PlaceMention place = Find("She lives in Minsk.").Single();

        Assert.Equal(625144, place.Geonames);
        Assert.Equal(53.9, place.Latitude!.Value, 1);
        Assert.Equal(27.6, place.Longitude!.Value, 1);
    }

    [Fact]
    public void Any_string_gives_ordered_spans_inside_the_text()
    {
        string[] pieces = ["US", "Georgia", ",", "in", "Tripoli", "Lebanon", "City", "of", "New", "York", ".", "\n\n", "\ud83d", "St.", "-", "Washington", "Mr.", "é"];
        var random = new Random(7);
        for (int round = 0; round < 300; round++)
        {
            string text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)]));
            int end = 0;
            foreach (PlaceMention place in Find(text))
            {
                Assert.InRange(place.Span.Start, end, text.Length);
                Assert.InRange(place.Span.End, place.Span.Start + 1, text.Length);
                end = place.Span.End;
            }
        }
    }

    private static IReadOnlyList<PlaceMention> Read(string text, params NameSpan[] names) =>
        Finder.Find(Parser.Parse(TestTokenizer.Shared.Tokenize(text)), names, new Report { Id = "test", Text = text });

    private static IReadOnlyList<PlaceMention> Find(string text, params NameSpan[] names)
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
        return Finder.Find(Untagged(tokens), names, new Report { Id = "test", Text = text });
    }

    private static ParsedText Untagged(TokenTable tokens)
    {
        int count = tokens.Count;
        var heads = new int[count];
        Array.Fill(heads, -1);
        string[] blank = [.. Enumerable.Repeat("_", count)];
        return new ParsedText(tokens, new ParseColumns
        {
            Upos = new UposTag[count],
            Xpos = blank,
            Features = blank,
            Lemmas = blank,
            Heads = heads,
            Relations = new DependencyRelation[count],
        });
    }

    private static string Mark(string text, IReadOnlyList<PlaceMention> found)
    {
        var marked = new System.Text.StringBuilder(text);
        foreach (PlaceMention place in found.Reverse())
        {
            marked.Insert(place.Span.End, ']').Insert(place.Span.Start, '[');
        }

        return marked.ToString();
    }
}
