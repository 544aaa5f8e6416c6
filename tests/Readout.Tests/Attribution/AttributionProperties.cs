using System.Text;
using Readout.Attribution;
using Readout.Text;

namespace Readout.Tests.Attribution;

public sealed class AttributionProperties
{
    private static readonly Reader _reader = Reader.Load(Reader.DefaultDataDirectory);

    [Fact]
    public void Statements_of_any_text_lie_inside_it_in_order()
    {
        var random = new Random(11);
        string[] pieces = ["\"", "“", "”", "he said", "Drost", " – ", "that the port", ", ", ". ", "told reporters ", "\n", "We go. ", "according to ", ": ", "Asked whether ", "'", "(", "announced"];
        for (int round = 0; round < 150; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => pieces[random.Next(pieces.Length)] + " "));
            foreach (Statement statement in _reader.Read(new Report { Id = "random", Text = text }).Statements)
            {
                Assert.NotEmpty(statement.Content);
                Assert.All(statement.Content, span => Assert.True(span.Start < span.End && span.End <= text.Length, text));
                Assert.True(statement.Content.Zip(statement.Content.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), text);
                Assert.InRange(statement.Confidence, 0, 1);
            }
        }
    }

    [Fact]
    public void Reading_twice_gives_the_same_statements()
    {
        const string text = "\"We will share the bank,\" Drost said. He added that nobody would lose a mile.";
        string[] first = Keys(text), second = Keys(text);
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Ten_thousand_unclosed_quotation_marks_take_linear_time()
    {
        string small = Repeat(1000), large = Repeat(10_000);
        LinearTime.Check(() => Read(small), () => Read(large));
    }

    private static string Repeat(int count) => new StringBuilder().Insert(0, "“We go, he said ", count).ToString();

    private static void Read(string text) => _reader.Read(new Report { Id = "marks", Text = text });

    private static string[] Keys(string text) =>
        [.. _reader.Read(new Report { Id = "twice", Text = text }).Statements.Select(one => $"{one.Kind} {string.Join(' ', one.Content)} {one.Confidence} {one.Reason}")];
}
