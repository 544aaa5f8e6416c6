using Readout.Events;
using Readout.Parsing;

namespace Readout.Tests.Events;

public sealed class RealityTests
{
    private static readonly OperatorTable Operators = OperatorTable.Load(TestScene.Data);

    [Theory]
    [InlineData("The president met the chancellor on Monday.", "met", EventStatus.Past)]
    [InlineData("The president will meet the chancellor on Monday.", "meet", EventStatus.Future)]
    [InlineData("The ministers are to hold talks on Friday.", "hold", EventStatus.Future)]
    [InlineData("The president plans to visit the island.", "visit", EventStatus.Future)]
    [InlineData("The president is meeting the chancellor.", "meeting", EventStatus.Ongoing)]
    [InlineData("The president may meet the chancellor.", "meet", EventStatus.Hypothetical)]
    [InlineData("The president wants to meet the chancellor.", "meet", EventStatus.Hypothetical)]
    [InlineData("If the army attacks the port, the talks will end.", "attacks", EventStatus.Hypothetical)]
    [InlineData("The president did not meet the chancellor.", "meet", EventStatus.Negated)]
    [InlineData("The government will release no prisoners.", "release", EventStatus.Negated)]
    public void A_clause_tells_whether_it_happens(string text, string trigger, EventStatus expected)
    {
        ParsedText parse = TestScene.Parse(text);
        Assert.Equal(expected, new Reality(Operators).Of(parse, TestScene.Row(parse, trigger)));
    }
}
