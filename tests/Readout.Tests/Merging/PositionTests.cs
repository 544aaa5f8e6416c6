using Readout.Merging;

namespace Readout.Tests.Merging;

public sealed class PositionTests
{
    private static readonly PositionFinder Finder = PositionFinder.Load(Reader.DefaultDataDirectory);

    [Theory]
    [InlineData("Our pilots crossed the border by mistake.", "Our pilots did not cross the border.", PositionRelation.Contrary)]
    [InlineData("The ferry company will be sold to the province.", "We will not sell the ferry company to the province.", PositionRelation.Contrary)]
    [InlineData("Exports of timber rose last winter.", "Exports of timber fell last winter.", PositionRelation.Contrary)]
    [InlineData("The ferry company will be sold to the province.", "We are selling the ferry company to the province.", PositionRelation.Alike)]
    [InlineData("The ferry company will be sold to the province.", "The dam was inspected by two engineers.", PositionRelation.None)]
    [InlineData("The council will not sell the ferry company.", "The council refuses to sell the ferry company.", PositionRelation.Alike)]
    [InlineData("", "The dam was inspected by two engineers.", PositionRelation.None)]
    public void Two_statements_are_compared_by_what_they_share(string left, string right, PositionRelation expected)
    {
        Assert.Equal(expected, Finder.Compare(left, right));
        Assert.Equal(expected, Finder.Compare(right, left));
    }

    [Fact]
    public void Statements_on_one_subject_stand_together_and_their_contraries_are_pointed_out()
    {
        PositionSubject subject = Assert.Single(Finder.Subjects(
        [
            ("The ferry company will be sold to the province.", ["organization/ferries"]),
            ("The harvest was poor.", []),
            ("We will not sell the ferry company to the province.", ["organization/ferries"]),
        ]));

        Assert.Equal([0, 2], subject.Statements);
        Assert.Equal([(0, 2)], subject.Contrary);
    }
}
