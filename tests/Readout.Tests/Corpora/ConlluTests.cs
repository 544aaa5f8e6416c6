using Readout.Corpora;
using Readout.Parsing;

namespace Readout.Tests.Corpora;

public sealed class ConlluTests
{
    private const string Sample =
        """
        # newdoc id = d1
        # newpar
        # sent_id = d1-1
        # text = We don't know.
        1	We	we	PRON	PRP	Case=Nom	4	nsubj	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	_	_
        3	n't	not	PART	RB	Polarity=Neg	4	advmod	_	_
        4	know	know	VERB	VB	VerbForm=Inf	0	root	_	SpaceAfter=No
        4.1	it	it	PRON	PRP	_	_	_	4:obj	_
        5	.	.	PUNCT	.	_	4	punct	_	_

        # newpar
        # sent_id = d1-2
        # text = Yes
        1	Yes	yes	INTJ	UH	_	0	root	_	_


        """;

    [Fact]
    public void Builds_the_text_with_multiword_tokens_and_without_empty_nodes()
    {
        ParsedText parse = ConlluText.Build(Read(Sample));
        Assert.Equal("We don't know. \n\nYes ", parse.Tokens.Text);
        Assert.Equal(6, parse.Tokens.Count);
        Assert.Equal("n't", parse.Tokens.Form(2).ToString());
        Assert.True(parse.Tokens.JoinsPrevious(2));
        Assert.Equal([3, 3, 3, -1, 3, -1], parse.Heads.ToArray());
        Assert.Equal(2, parse.Tokens.ParagraphCount);
    }

    [Fact]
    public void Writes_what_it_read()
    {
        IReadOnlyList<ConlluSentence> sentences = Read(Sample);
        using var writer = new StringWriter();
        ConlluWriter.Write(writer, ConlluText.Build(sentences), "d1");
        string expected = string.Join('\n', Sample.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("4.1", StringComparison.Ordinal)));
        Assert.Equal(expected.TrimEnd('\n'), writer.ToString().TrimEnd('\n'));
    }

    [Fact]
    public void A_token_that_does_not_spell_its_words_is_shared_out()
    {
        IReadOnlyList<ConlluSentence> sentences = Read("1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tle\tle\tDET\t_\t_\t1\tdet\t_\t_\n");
        Assert.Equal(["d", "u"], sentences[0].Words.Select(word => word.Surface));
    }

    [Theory]
    [InlineData("1\tWe\tonly four\tcells", "line 1: expected 10")]
    [InlineData("2\tWe\twe\tPRON\t_\t_\t0\troot\t_\t_", "expected word 1")]
    [InlineData("1\tWe\twe\tPRON\t_\t_\t7\troot\t_\t_", "head 7")]
    [InlineData("1-2\tcan\t_\t_\t_\t_\t_\t_\t_\t_\n1\tc\tc\tX\t_\t_\t0\troot\t_\t_", "ends inside")]
    public void A_broken_line_is_named(string text, string message)
    {
        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains("sample.conllu", failure.Message, StringComparison.Ordinal);
    }

    internal static IReadOnlyList<ConlluSentence> Read(string text)
    {
        using var reader = new StringReader(text);
        return ConlluReader.Read(reader, "sample.conllu");
    }
}
