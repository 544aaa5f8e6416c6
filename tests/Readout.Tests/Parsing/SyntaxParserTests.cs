using System.Text;
using Readout.Learning;
using Readout.Models;
using Readout.Parsing;
using Readout.Tokenization;

namespace Readout.Tests.Parsing;

public sealed class SyntaxParserTests
{
    private const string Sample =
        "ARDENIA CITY (Reuters) - President Mirela Tosk said on Tuesday that her government would not sign the pact. "
        + "\"We don't need it,\" she told reporters after talks with Prime Minister Olan Brek.\n\n"
        + "The two leaders, who met for the first time since 2004, agreed to reopen the border by June 1.";

    private static readonly string Data = Reader.DefaultDataDirectory;
    private static readonly ParserModel Model = new(ModelFile.Read(Path.Combine(Data, "models", "en", "parser.model"), ParserModel.Kind));
    private static readonly Tokenizer Tokenizer = Tokenizer.Load(Data);

    [Fact]
    public void Every_kernel_gives_the_same_parse()
    {
        TokenTable tokens = Tokenizer.Tokenize(Sample);
        string expected = Print(new SyntaxParser(Model, Int8Kernel.Scalar).Parse(tokens));
        foreach (Int8Kernel kernel in Enum.GetValues<Int8Kernel>().Where(Int8Kernels.IsSupported))
        {
            Assert.Equal(expected, Print(new SyntaxParser(Model, kernel).Parse(tokens)));
        }
    }

    /// <summary>The file holds for every instruction set; run the tests with DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0 too.</summary>
    [Fact]
    public void The_sample_parses_as_recorded()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Cases", "parser-sample.tsv");
        Assert.Equal(File.ReadAllText(path), Print(new SyntaxParser(Model, Int8Kernels.Best).Parse(Tokenizer.Tokenize(Sample))));
    }

    [Fact]
    public void A_parse_does_not_depend_on_earlier_texts_or_on_the_sentences_around()
    {
        var parser = new SyntaxParser(Model, Int8Kernels.Best);
        string alone = Print(parser.Parse(Tokenizer.Tokenize(Sample)));
        var many = new StringBuilder();
        for (int i = 0; i < 40; i++)
        {
            many.Append(System.Globalization.CultureInfo.InvariantCulture, $"Minister number {i} spoke of word{i}ish plans.\n\n");
        }

        many.Append(Sample);
        string[] together = Print(parser.Parse(Tokenizer.Tokenize(many.ToString()))).Split('\n');
        Assert.EndsWith(string.Join('\n', alone.Split('\n')), string.Join('\n', together), StringComparison.Ordinal);
        Assert.Equal(alone, Print(parser.Parse(Tokenizer.Tokenize(Sample))));
    }

    [Fact]
    public void Tagging_alone_gives_the_same_tags_and_lemmas_and_no_tree()
    {
        TokenTable tokens = Tokenizer.Tokenize(Sample);
        var parser = new SyntaxParser(Model, Int8Kernels.Best);
        ParsedText tagged = parser.Tag(tokens), parsed = parser.Parse(tokens);
        Assert.False(tagged.HasTrees);
        for (int row = 0; row < tokens.Count; row++)
        {
            Assert.Equal((parsed.Upos[row], parsed.Xpos(row), parsed.Features(row), parsed.Lemma(row)), (tagged.Upos[row], tagged.Xpos(row), tagged.Features(row), tagged.Lemma(row)));
            Assert.Equal(-1, tagged.Heads[row]);
        }
    }

    [Fact]
    public void States_are_kept_on_demand_and_are_a_words_own_whatever_the_batch_and_the_kernel()
    {
        TokenTable tokens = Tokenizer.Tokenize(Sample), twice = Tokenizer.Tokenize(Sample + "\n\n" + Sample);
        var parser = new SyntaxParser(Model, Int8Kernel.Scalar);
        Assert.Null(parser.Parse(tokens).States);
        Int8Activations states = parser.ParseWithStates(tokens).States!;
        Int8Activations doubled = new SyntaxParser(Model, Int8Kernels.Best).ParseWithStates(twice).States!;
        Assert.Equal((tokens.Count, parser.StateWidth), (states.Rows, states.Stride));
        int bytes = states.Rows * states.Stride;
        Assert.Equal(states.Data[..bytes], doubled.Data.AsSpan(bytes, bytes).ToArray());
        Assert.Equal(states.Scales[..states.Rows], doubled.Scales.AsSpan(states.Rows, states.Rows).ToArray());
    }

    [Fact]
    public void Any_text_gives_one_tree_per_sentence()
    {
        const string Common = "the said, Oslo  met.\n\"7";
        var random = new SeededRandom(11);
        var parser = new SyntaxParser(Model, Int8Kernels.Best);
        for (int round = 0; round < 60; round++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(900); i >= 0; i--)
            {
                text.Append(random.Next(4) == 0 ? (char)random.Next(0x2100) : Common[random.Next(Common.Length)]);
            }

            AssertTrees(parser.Parse(Tokenizer.Tokenize(text.ToString())));
        }
    }

    [Fact]
    public void A_sentence_of_ten_thousand_words_is_one_tree()
    {
        string text = string.Concat(Enumerable.Repeat("oil and gas , ", 2500)) + ".";
        AssertTrees(new SyntaxParser(Model, Int8Kernels.Best).Parse(Tokenizer.Tokenize(text)));
    }

    [Fact]
    public void An_empty_text_has_an_empty_parse() =>
        Assert.Equal(0, new SyntaxParser(Model, Int8Kernels.Best).Parse(Tokenizer.Tokenize("")).Tokens.Count);

    [Fact]
    public void A_damaged_model_is_refused_with_its_name()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Data, "models", "en", "parser.model"));
        bytes[bytes.Length / 2] ^= 1;
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => ModelFile.Parse("some.model", bytes, ParserModel.Kind));
        Assert.Contains("some.model", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ModelFile.Parse("some.model", bytes[..100], ParserModel.Kind));
        Assert.Throws<InvalidDataException>(() => ModelFile.Parse("some.model", [1, 2, 3], ParserModel.Kind));
    }

    private static void AssertTrees(ParsedText parse)
    {
        for (int s = 0; s < parse.Tokens.SentenceCount; s++)
        {
            int start = parse.Tokens.SentenceStarts[s], end = parse.Tokens.SentenceStarts[s + 1], roots = 0;
            for (int row = start; row < end; row++)
            {
                roots += parse.Heads[row] < 0 ? 1 : 0;
                Assert.Equal(parse.Heads[row] < 0, parse.Relations[row] == DependencyRelation.Root);
                Assert.True(parse.Heads[row] < 0 || (parse.Heads[row] >= start && parse.Heads[row] < end), "heads stay in the sentence");
                int steps = 0;
                for (int at = row; at >= 0; at = parse.Heads[at])
                {
                    Assert.True(steps++ <= end - start, "no cycle");
                }
            }

            Assert.Equal(1, roots);
        }
    }

    private static string Print(ParsedText parse)
    {
        var text = new StringBuilder();
        for (int row = 0; row < parse.Tokens.Count; row++)
        {
            int head = parse.Heads[row] < 0 ? 0 : parse.Heads[row] - row;
            text.Append(parse.Tokens.Form(row)).Append('\t').Append(parse.Lemma(row)).Append('\t').Append(parse.Upos[row]).Append('\t')
                .Append(parse.Xpos(row)).Append('\t').Append(parse.Features(row)).Append('\t').Append(head).Append('\t')
                .Append(parse.Relations[row].Name()).Append('\n');
        }

        return text.ToString();
    }
}
