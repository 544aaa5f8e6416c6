using Readout.Sources.Evaluation;
using Readout.Sources.Pages;
using Readout.Tests;
using Readout.Tests.Evaluation;

namespace Readout.Sources.Tests.Pages;

public sealed class ExtractionFloorsTests
{
    [CorpusFact("html")]
    public void Pages_are_not_read_worse_than_before()
    {
        ArticleExtractor extractor = ArticleExtractor.Load(TestData.Directory);
        var measured = new Dictionary<string, double>();
        foreach ((string set, IReadOnlyList<PageGold> pages) in PageGoldReader.Read(Path.Combine(Repository.Corpora!, "html")))
        {
            ExtractionScore score = pages.AsParallel().WithDegreeOfParallelism(2)
                .Select(page => ExtractionScorer.Score(set, page, extractor.Extract(MarkupDecoder.Decode(page.Content) ?? "", page.Address)))
                .Aggregate(ExtractionScore.Add);
            measured[$"{set} text"] = score.Texts > 0 ? score.TokenF1 : score.SegmentF1;
            measured[$"{set} days"] = (double)score.DatesRight / score.Dates;
        }

        Floors.Hold("extraction", measured);
    }
}
