using Readout.Corpora;
using Readout.Entities;
using Readout.Tests.Tokenization;
using Readout.Tokenization;

namespace Readout.Tests.Entities;

public sealed class NameTests
{
    private static readonly NameRecognizer Recognizer = NameRecognizer.Load(Reader.DefaultDataDirectory);
    private static readonly NameGazetteer Gazetteer = NameGazetteer.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("France", "Country", "FRA")]
    [InlineData("côte d'ivoire", "Country", "CIV")]
    [InlineData("Belarusian", "Demonym", "BLR")]
    [InlineData("Sao Paulo", "City", null)]
    [InlineData("São Paulo", "City", null)]
    public void The_gazetteer_folds_case_and_diacritics(string name, string expected, string? country)
    {
        NameClass known = Gazetteer.Lookup(name);
        Assert.True(known.HasFlag(Enum.Parse<NameClass>(expected)), known.ToString());
        Assert.Equal(country, Gazetteer.Country(name));
    }

    [Fact]
    public void The_longest_entry_wins()
    {
        ulong[] words = [.. "New York Times".Split(' ').Select(word => NameGazetteer.WordKey(word))];
        Assert.NotEqual(NameClass.None, Gazetteer.Longest(words, out int length));
        Assert.True(length >= 2);
    }

    [Fact]
    public void Labels_of_names_give_the_names_back()
    {
        NameSpan[] names = [new(10, 12, EntityType.Person), new(12, 13, EntityType.Person), new(14, 17, EntityType.Gpe)];
        var labels = new int[8];
        NameLabelSet.FromNames(names, 10, labels);
        var back = new List<NameSpan>();
        NameLabelSet.ToNames(labels, 10, back);
        Assert.Equal(names, back);
    }

    [Theory]
    [InlineData("President Marta Okonjo flew to Germany on Tuesday.", "Marta Okonjo=Person", "Germany=Gpe")]
    [InlineData("Mr. Karel Lindqvist told the Belarusian delegation.", "Karel Lindqvist=Person", "Belarusian=Norp")]
    public void Finds_plain_names(string text, params string[] expected)
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
        string[] found = [.. Recognizer.Find(tokens).Select(name => $"{tokens.Span(name.First, name.End).In(text)}={name.Type}")];
        foreach (string name in expected)
        {
            Assert.Contains(name, found);
        }
    }

    [Fact]
    public void Names_never_overlap_and_stay_inside_their_sentence()
    {
        var random = new Random(5);
        string[] words = ["Mr.", "Anna", "Bergström", "of", "the", "United", "Nations", "said", ".", "IN", "PARIS", "«", "e-mail", "\n", "2006", "\uD83D"];
        for (int round = 0; round < 300; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => words[random.Next(words.Length)]));
            TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
            int end = 0;
            foreach (NameSpan name in Recognizer.Find(tokens))
            {
                Assert.True(name.First >= end && name.End > name.First && name.End <= tokens.Count);
                Assert.Equal(tokens.SentenceOf(name.First), tokens.SentenceOf(name.End - 1));
                end = name.End;
            }
        }
    }

    [Fact]
    public void One_document_gives_a_name_one_type()
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize("Anna Orlov left . Orlov spoke . Belnor fell . Belnor rose . Belnor won .");
        List<NameSpan> names =
            [new(0, 2, EntityType.Person), new(4, 5, EntityType.Gpe), new(7, 8, EntityType.Organization), new(10, 11, EntityType.Person), new(13, 14, EntityType.Organization)];
        Assert.Equal(
            [EntityType.Person, EntityType.Person, EntityType.Organization, EntityType.Organization, EntityType.Organization],
            NameConsistency.Apply(new NameFeatures(tokens, Gazetteer, new NameWordCache(Gazetteer, new WordClusters([], [], []))), tokens, names, Gazetteer).Select(name => name.Type));
    }

    [Fact]
    public void A_name_with_an_adjective_of_its_own_is_a_polity()
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize("Quendria fell . The Quendrian ministers left . Clinton spoke . A Clintonian speech . Bill Clinton won .");
        List<NameSpan> names =
            [new(0, 1, EntityType.Person), new(4, 5, EntityType.Miscellaneous), new(8, 9, EntityType.Person), new(12, 13, EntityType.Miscellaneous), new(15, 17, EntityType.Person)];
        Assert.Equal(
            [EntityType.Gpe, EntityType.Norp, EntityType.Person, EntityType.Miscellaneous, EntityType.Person],
            NameConsistency.Apply(new NameFeatures(tokens, Gazetteer, new NameWordCache(Gazetteer, new WordClusters([], [], []))), tokens, names, Gazetteer).Select(name => name.Type));
    }

    [Fact]
    public void What_has_a_president_is_a_polity()
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize("The president of Belnor left . Belnor waits . Orlov fell . Orlov 's government fell .");
        List<NameSpan> names = [new(3, 4, EntityType.Person), new(6, 7, EntityType.Location), new(9, 10, EntityType.Person), new(12, 13, EntityType.Person)];
        Assert.Equal(
            [EntityType.Gpe, EntityType.Gpe, EntityType.Person, EntityType.Person],
            NameConsistency.Apply(new NameFeatures(tokens, Gazetteer, new NameWordCache(Gazetteer, new WordClusters([], [], []))), tokens, names, Gazetteer).Select(name => name.Type));
    }

    [Theory]
    [InlineData("Taiwan-based firms", "Taiwan=Gpe")]
    [InlineData("Soviet-style rule", "Soviet=Norp")]
    [InlineData("Russia-Belarus talks", "Russia=Gpe", "Belarus=Gpe")]
    [InlineData("Brandt-Okafor left", "Brandt-Okafor=Miscellaneous")]
    [InlineData("Su-rim left", "Su-rim=Miscellaneous")]
    public void Names_are_cut_out_of_hyphenated_words(string text, params string[] expected)
    {
        TokenTable tokens = TestTokenizer.Shared.Tokenize(text);
        List<NameSpan> cut = new HyphenatedNames(Reader.DefaultDataDirectory).Cut(tokens, [new NameSpan(0, 3, EntityType.Miscellaneous)], Gazetteer);
        Assert.Equal(expected, cut.Select(name => $"{tokens.Span(name.First, name.End).In(text)}={name.Type}"));
    }

    [Fact]
    public void The_label_map_decides_by_the_gazetteer()
    {
        NameLabels labels = NameLabels.Load(Reader.DefaultDataDirectory, Gazetteer);
        Assert.Equal(EntityType.Gpe, labels.Map("wikigold", "LOC", "France"));
        Assert.Equal(EntityType.Facility, labels.Map("wikigold", "LOC", "Selkow Airport"));
        Assert.Equal(EntityType.Location, labels.Map("wikigold", "LOC", "Sarn Strait"));
        Assert.Equal(EntityType.Norp, labels.Map("wikigold", "MISC", "French"));
        Assert.Null(labels.Map("re3d", "Quantity", "two"));
    }

    [Fact]
    public void Vector_and_scalar_sums_are_the_same()
    {
        NameModel model = NameModel.Load(NameModel.Path(Reader.DefaultDataDirectory));
        var random = new Random(9);
        var (vector, scalar) = (new int[NameLabelSet.Count], new int[NameLabelSet.Count]);
        for (int round = 0; round < 500; round++)
        {
            int[] indexes = [.. Enumerable.Range(0, NameFeatures.Count).Select(_ => random.Next(model.Space))];
            model.AddRows(indexes, vector);
            model.AddRowsScalar(indexes, scalar);
            Assert.Equal(scalar, vector);
        }
    }

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Recognizer.Find(TestTokenizer.Shared.Tokenize("")));
}
