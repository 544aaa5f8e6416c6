using Readout.Parsing;
using Readout.Text;
using Readout.Time;
using Readout.Tokenization;

namespace Readout.Tests.Time;

/// <summary>One time finder for all tests, run on untagged text: what it finds there does not hang on the tagger.</summary>
internal static class TestTimes
{
    private static readonly TimeFinder Finder = TimeFinder.Load(Reader.DefaultDataDirectory);

    public static IReadOnlyList<TimeExpression> Find(string text, string? published) =>
        Finder.Find(Untagged(text), new Report { Id = "test", Text = text, Published = published });

    public static ParsedText Untagged(string text)
    {
        var tokens = new TokenTable(text, [], [], [], new TokenBounds([0], [0]));
        return new ParsedText(tokens, new ParseColumns { Upos = [], Xpos = [], Features = [], Lemmas = [], Heads = [], Relations = [] });
    }
}
