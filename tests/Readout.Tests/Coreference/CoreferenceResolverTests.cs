using System.Text;
using Readout.Coreference;
using Readout.Entities;
using Readout.Parsing;
using Readout.Text;
using Readout.Tokenization;

namespace Readout.Tests.Coreference;

public sealed class CoreferenceResolverTests
{
    private static readonly string _data = Reader.DefaultDataDirectory;
    private static readonly Tokenizer _tokenizer = Tokenizer.Load(_data);
    private static readonly SyntaxParser _parser = SyntaxParser.Load(_data);
    private static readonly NameRecognizer _names = NameRecognizer.Load(_data);
    private static readonly MentionDetector _mentions = MentionDetector.Load(_data);
    private static readonly CoreferenceResolver _coreference = CoreferenceResolver.Load(_data);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string[] cells in TsvFile.Rows(Path.Combine(AppContext.BaseDirectory, "Cases", "coreference.tsv"), 2))
        {
            cases.Add(cells[0], cells[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Marked_mentions_share_a_chain_where_their_numbers_agree(string name, string marked)
    {
        (string text, List<(char Number, TextSpan Span)> marks) = Unmark(marked);
        ParsedText parse = _parser.Parse(_tokenizer.Tokenize(text));
        IReadOnlyList<Mention> mentions = _mentions.Detect(parse, _names.Find(parse));
        CorefChains chains = _coreference.Resolve(parse, mentions);
        int[] chainOf = [.. marks.Select(mark => ChainAt(mark.Span))];
        Assert.DoesNotContain(-1, chainOf);
        for (int i = 0; i < marks.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True((marks[i].Number == marks[j].Number) == (chainOf[i] == chainOf[j]), $"{name}: {marked}");
            }
        }

        int ChainAt(TextSpan span)
        {
            for (int i = 0; i < mentions.Count; i++)
            {
                TextSpan own = parse.Tokens.Span(mentions[i].First, mentions[i].End);
                if (own.End == span.End && own.Overlaps(span))
                {
                    return chains.ChainOf(i);
                }
            }

            return -1;
        }
    }

    [Fact]
    public void Every_mention_of_any_text_is_in_one_chain()
    {
        const string text = "He said she said they said. “I am Drost,” said Drost, who left. It was he. The president, the president's aide and the aide's aide left.";
        ParsedText parse = _parser.Parse(_tokenizer.Tokenize(text));
        IReadOnlyList<Mention> mentions = _mentions.Detect(parse, _names.Find(parse));
        CorefChains chains = _coreference.Resolve(parse, mentions);
        int members = 0;
        for (int chain = 0; chain < chains.Count; chain++)
        {
            members += chains.MentionsOf(chain).Length;
        }

        Assert.Equal(mentions.Count, members);
    }

    private static (string Text, List<(char Number, TextSpan Span)> Marks) Unmark(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<(char, TextSpan)>();
        int open = -1;
        char number = ' ';
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[')
            {
                (open, number) = (text.Length, marked[i + 1]);
                i += 2;
            }
            else if (marked[i] == ']')
            {
                marks.Add((number, new TextSpan(open, text.Length)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return (text.ToString(), marks);
    }
}
