using Readout.Attribution.Extraction;
using Readout.Models;
using Readout.Parsing;

namespace Readout.Tests.Attribution;

public sealed class RoleTaggerTests
{
    private static readonly string _models = Path.Combine(Reader.DefaultDataDirectory, "models", "en");

    [Fact]
    public void The_shipped_tagger_was_trained_on_the_shipped_parser() =>
        Assert.Equal(
            SyntaxParser.Load(Reader.DefaultDataDirectory).StateFingerprint,
            ModelFile.Read(Path.Combine(_models, "attribution-roles.model"), RoleModel.Kind).Lines("roles.parser")[0]);

    [Fact]
    public void A_tagger_of_another_parser_is_refused_with_the_command_that_trains_it_anew()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => RoleTagger.Load(Path.Combine(_models, "attribution-roles.model"), "0123456789abcdef"));
        Assert.Contains("attribution-roles.model: trained on the states of parser", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the parser here is 0123456789abcdef", refused.Message, StringComparison.Ordinal);
        Assert.Contains("`readout train attribution`", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2, 3, true)]
    [InlineData(9, 2, 3, false)]
    [InlineData(1, 9, 3, false)]
    [InlineData(1, 2, 9, true)]
    public void A_fingerprint_tells_of_the_sections_under_its_prefix_alone(byte first, byte second, byte other, bool isSame) =>
        Assert.Equal(isSame, Fingerprint(1, 2, 3) == Fingerprint(first, second, other));

    private static string Fingerprint(byte first, byte second, byte other)
    {
        var file = new ModelFileBuilder("test");
        file.Add("encoder.a", [first]);
        file.Add("encoder.b", [second]);
        file.Add("lemmas", [other]);
        return ModelFile.Parse("test.model", file.ToArray(), "test").Fingerprint("encoder.");
    }
}
