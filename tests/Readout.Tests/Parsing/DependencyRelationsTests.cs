using Readout.Parsing;

namespace Readout.Tests.Parsing;

public sealed class DependencyRelationsTests
{
    [Fact]
    public void Every_relation_has_its_own_name_and_parses_back()
    {
        DependencyRelation[] all = Enum.GetValues<DependencyRelation>();
        Assert.Equal(all.Length, DependencyRelations.Count);
        foreach (DependencyRelation relation in all)
        {
            Assert.Equal(relation, DependencyRelations.Parse(relation.Name()));
            Assert.Equal(relation.ToString(), relation.Name().Replace(":", "", StringComparison.Ordinal), ignoreCase: true);
        }
    }

    [Fact]
    public void An_unknown_subtype_falls_back_to_its_universal_relation() =>
        Assert.Equal(DependencyRelation.Nmod, DependencyRelations.Parse("nmod:tmod"));
}
