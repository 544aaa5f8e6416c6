using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Readout.Sources.Pages;

namespace Readout.Sources.Tests.Pages;

public sealed class ArticleExtractorTests
{
    private static readonly ArticleExtractor Extractor = ArticleExtractor.Load(TestData.Directory);

    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat("<p>Minister Oru said that the talks would go on for another week, as both sides had asked for time.</p>", 5));

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "pages", name));

    [Fact]
    public void The_body_is_kept_and_the_furniture_left()
    {
        ExtractedPage page = Extractor.Extract(Sample("harbour.html"), new Uri("https://www.veldana-post.example/politics/2031/03/harbour-talks"));

        Assert.Contains("President Ilse Marant said on Tuesday", page.Body, StringComparison.Ordinal);
        Assert.Contains("\"We will open the harbour on the first of May,\" she told reporters.", page.Body, StringComparison.Ordinal);
        Assert.Contains("The two ministers are to meet again in June.", page.Body, StringComparison.Ordinal);
        foreach (string furniture in (string[])["Sign up for our newsletter", "Photo:", "We use cookies", "Most read", "Ferry strike ends", "Contact us", "Leave a comment"])
        {
            Assert.DoesNotContain(furniture, page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Metadata_comes_with_zone_and_precision()
    {
        PageMetadata metadata = Extractor.Extract(Sample("harbour.html")).Metadata;

        Assert.Equal("Veldana reopens the harbour of Sarn", metadata.Headline);
        Assert.Equal(["Tove Arnesen", "Pal Idris"], metadata.Authors);
        Assert.Equal("The Veldana Post", metadata.Outlet);
        Assert.Equal("2031-03-11T18:20+02:00", metadata.Published?.ToString());
        Assert.Equal("2031-03-12T07:05+02:00", metadata.Updated?.ToString());
        Assert.Equal("Politics", metadata.Section);
        Assert.Equal("en", metadata.Language);
        Assert.Equal("https://www.veldana-post.example/politics/harbour-talks", metadata.CanonicalUrl);
    }

    [Fact]
    public void Every_character_of_the_body_leads_back_to_the_page()
    {
        string markup = Sample("harbour.html");
        ExtractedPage page = Extractor.Extract(markup);
        using var document = new HtmlParser().ParseDocument(markup);
        for (int i = page.BodySpan.Start; i < page.BodySpan.End; i++)
        {
            char c = page.Text[i];
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            TextAnchor anchor = page.AnchorAt(i)!.Value;
            INode node = anchor.NodePath.Split('/').Select(int.Parse).Aggregate((INode)document, (parent, child) => parent.ChildNodes[child]);
            Assert.Equal(c, ((IText)node).Data[anchor.Offset]);
        }
    }

    [Fact]
    public void Two_hundred_thousand_nested_elements_are_read_in_time()
    {
        string markup = string.Concat(Enumerable.Repeat("<div>", 200_000)) + "<p>Minister Oru said that the talks would go on for another week.</p>";
        var time = Stopwatch.StartNew();
        ExtractedPage page = Extractor.Extract(markup);

        Assert.Contains("the talks would go on", page.Text, StringComparison.Ordinal);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"took {time.Elapsed}");
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<p><font color=red>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<a href=x>")]
    [InlineData("<span a=1 b=2>x</div>")]
    public void Repeated_unclosed_tags_stay_cheap(string tag)
    {
        var time = Stopwatch.StartNew();
        Extractor.Extract(string.Concat(Enumerable.Repeat(tag, 50_000)) + "text");
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"took {time.Elapsed}");
    }

    [Fact]
    public void A_tag_of_a_hundred_thousand_attributes_stays_cheap()
    {
        var time = Stopwatch.StartNew();
        string attributes = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"1\""));
        ExtractedPage page = Extractor.Extract($"<p {attributes}>Minister Oru said that the talks would go on for another week.</p>");

        Assert.Contains("Minister Oru", page.Text, StringComparison.Ordinal);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"took {time.Elapsed}");
    }

    [Fact]
    public void An_element_left_open_in_noscript_does_not_swallow_the_page()
    {
        ExtractedPage page = Extractor.Extract($"<body><noscript><div class=note></noscript>{Paragraphs}</body>");

        Assert.Contains("Minister Oru said", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_written_by_a_script_is_read_from_its_plain_copy()
    {
        ExtractedPage page = Extractor.Extract($"<body><div id=app></div><script>render()</script><noscript>{Paragraphs}</noscript></body>");

        Assert.Contains("Minister Oru said", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_the_page_only_opens_is_read_from_its_metadata()
    {
        string body = string.Join("\\n", Enumerable.Repeat("The council of Veldana met for three hours and postponed the vote on the harbour dues.", 8));
        ExtractedPage page = Extractor.Extract($$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Vote postponed","articleBody":"{{body}}"}</script><body><p>The council of Veldana met for three hours.</p></body>""");

        Assert.Contains("postponed the vote", page.Body, StringComparison.Ordinal);
        Assert.All(page.Anchors, anchor => Assert.True(anchor.Start < page.BodySpan.Start));
    }

    [Fact]
    public void Readings_above_a_word_are_no_text() =>
        Assert.Contains("\u5B50\u4F9B", Extractor.Extract("<p>\u4ECA\u65E5<ruby>\u5B50<rt>\u3053</rt></ruby><ruby>\u4F9B<rt>\u3069\u3082</rt></ruby>\u306E\u8A71\u3092\u805E\u3044\u305F\u3002</p>").Text, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_displayed_is_not_read()
    {
        ExtractedPage page = Extractor.Extract($"<body>{Paragraphs}<p style='display: none'>An older wording said that the talks had failed before they began, and that nobody would come.</p></body>");

        Assert.DoesNotContain("older wording", page.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2031-03-11T23:30:00Z", "12.03.2031 01:30", "2031-03-12T01:30+02:00")]
    [InlineData("2031-03-11T23:30:00Z", "12.03.2031", "2031-03-12")]
    [InlineData("2031-03-11T23:30:00Z", "11.03.2031", "2031-03-11T23:30Z")]
    [InlineData("2031-03-11T23:30:00+02:00", "12.03.2031", "2031-03-11T23:30+02:00")]
    public void A_moment_in_UTC_is_told_on_the_day_that_the_page_shows(string stated, string shown, string expected)
    {
        ExtractedPage page = Extractor.Extract($"<html lang=de><meta property='article:published_time' content='{stated}'><title>Hafen offen</title><h1>Hafen offen</h1><p class=date>{shown}</p>{Paragraphs}");

        Assert.Equal(expected, page.Metadata.Published?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<p a='")]
    [InlineData("</p></p>")]
    [InlineData("\ud800<p>\udc00")]
    [InlineData("<script type=application/ld+json>{\"@type\":\"NewsArticle\",</script>")]
    public void Any_string_is_read(string markup) => Assert.NotNull(Extractor.Extract(markup).Text);
}
