using Readout.Sources.Dates;
using Readout.Sources.Pages;
using Readout.Sources.Pages.Metadata;

namespace Readout.Sources.Tests.Pages;

public sealed class SiteRulesTests
{
    private const string Page = """
        <body><p class=kicker>The harbour of Sarn is open</p><div id=x9><p>Short.</p><p class=box>Buy our map.</p></div>
        <p>A paragraph beside the report that is long enough to look like running text, with a comma and a full stop.</p>
        <span data-d="1" class=when>Published 12 March 2031</span><b class=by>Tove  Arnesen</b></body>
        """;

    private static readonly string[][] Rows =
    [
        ["gazette.example", "body", "#x9"], ["gazette.example", "leave", ".box"], ["gazette.example", "headline", ".kicker"],
        ["gazette.example", "published", ".when"], ["gazette.example", "author", ".by"],
    ];

    private static readonly DateScanner Dates = new(DateLexicon.Load(TestData.Directory));

    [Fact]
    public void A_site_s_rules_say_where_its_report_stands()
    {
        ExtractedPage page = Extractor(Rows).Extract(Page, new Uri("https://www.gazette.example/1"));

        Assert.Equal("Short.", page.Body);
        Assert.Equal("The harbour of Sarn is open", page.Metadata.Headline);
        Assert.Equal("2031-03-12", page.Metadata.Published?.ToString());
        Assert.Equal(["Tove Arnesen"], page.Metadata.Authors);
    }

    [Theory]
    [InlineData("https://notgazette.example/1")]
    [InlineData("https://example/1")]
    [InlineData(null)]
    public void Other_sites_are_read_as_ever(string? address)
    {
        Uri? uri = address is null ? null : new Uri(address);
        Assert.Equal(Extractor([]).Extract(Page, uri).Text, Extractor(Rows).Extract(Page, uri).Text);
    }

    [Theory]
    [InlineData("text", "p", "'text' is no field")]
    [InlineData("body", "p[[", "the selector 'p[[' cannot be read")]
    public void A_rule_that_cannot_be_read_is_named(string field, string selector, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => SiteRules.Of([["a.example", field, selector]], Dates)).Message, StringComparison.Ordinal);

    private static ArticleExtractor Extractor(string[][] rows)
    {
        var metadata = new MetadataReader(MetadataKeys.Load(TestData.Directory), PublicationDateFinder.Load(TestData.Directory), AuthorNames.Load(TestData.Directory));
        return new ArticleExtractor(PageLexicon.Load(TestData.Directory), PhraseTable.Load(TestData.Directory), metadata, BlockClassifier.Load(TestData.Directory), SiteRules.Of(rows, Dates));
    }
}
